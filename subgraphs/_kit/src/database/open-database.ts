import { DefaultLogger } from "@mikro-orm/core";
import type { EntityClass, LogContext, LoggerOptions } from "@mikro-orm/core";
import { ReflectMetadataProvider } from "@mikro-orm/decorators/legacy";
import { MikroORM } from "@mikro-orm/postgresql";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Viewer } from "@maillon/schema";
import type { AgreementsInForce } from "@maillon/schema/policy";
import { SubgraphError } from "../errors.ts";
import { ReadingDriver } from "./reading/reading-driver.ts";
import { rowRuleOf } from "./row-rule.ts";
import { sessionVariables } from "./session-variables.ts";

/** A subgraph's database, as one role sees it. */
export interface Database extends AsyncDisposable {
  /** A fresh unit of work bound to a viewer, whom masks and row-level security read from its transactions. */
  as(viewer: Viewer): SqlEntityManager;
  /** A fresh unit of work without a viewer; only the owner's role sees rows through it. Imports use it. */
  asOwner(): SqlEntityManager;
  /**
   * Whether the ledger knows a company of this id.
   * @throws SubgraphError `AGREEMENTS_UNKNOWN` while there is no ledger: then nobody can say that it is none.
   */
  readonly isCompany: (id: string) => boolean;
  /**
   * Whether the ledger knows a signed agreement of this id to which all these companies are parties.
   * @throws SubgraphError `AGREEMENTS_UNKNOWN` while there is no ledger.
   */
  readonly isAgreementOf: (id: string, companies: readonly string[]) => boolean;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly EntityClass<object>[];
  /**
   * The agreements in force when a viewer begins to read; undefined: none are known, and only what is public
   * is shown.
   */
  readonly agreements: () => AgreementsInForce | undefined;
  /** Called with the text of every statement, never with its values. */
  readonly onStatement?: (sql: string) => void;
}

/**
 * Opens a database. Connections are made when they are first needed, so that a database that is down does not keep
 * the subgraph from starting.
 * @throws Error when an entity has no `@VisibleRows`: a forgotten rule must not mean that everybody sees everything.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, entities, agreements, onStatement } = options;
  refuseEntitiesWithoutRule(entities);
  const orm = await MikroORM.init({
    driver: ReadingDriver,
    clientUrl: url,
    entities: [...entities],
    metadataProvider: ReflectMetadataProvider,
    forceUtcTimezone: true,
    ensureDatabase: false,
    // With "connection", MikroORM would ignore the session of a fork and every row would be visible.
    sessionContext: "transaction",
    pool: { min: 0, max: 10 },
    ...(onStatement && { debug: ["query"], loggerFactory: statementLogger(onStatement) }),
  });
  return {
    as: (viewer) => orm.em.fork({ session: { variables: sessionVariables(viewer, agreements()) } }),
    asOwner: () => orm.em.fork(),
    isCompany: (id) => known(agreements()).companies.has(id),
    isAgreementOf: (id, companies) => {
      const { agreementsOf } = known(agreements());
      return companies.every((each) => agreementsOf(each).has(id));
    },
    [Symbol.asyncDispose]: () => orm.close(true),
  };
}

function known(agreements: AgreementsInForce | undefined): AgreementsInForce {
  if (agreements === undefined) throw new SubgraphError("AGREEMENTS_UNKNOWN");
  return agreements;
}

function refuseEntitiesWithoutRule(entities: readonly EntityClass<object>[]): void {
  const open = entities.filter((entity) => rowRuleOf(entity) === undefined).map(({ name }) => name);
  if (open.length > 0) throw new Error(`No @VisibleRows says who may read ${open.join(", ")}.`);
}

function statementLogger(onStatement: (sql: string) => void): (options: LoggerOptions) => DefaultLogger {
  class StatementLogger extends DefaultLogger {
    override logQuery({ query }: LogContext & { query: string }): void {
      onStatement(query);
    }
  }
  return (options) => new StatementLogger(options);
}
