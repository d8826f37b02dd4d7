import type { Viewer } from "@maillon/schema";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { assertionVerifier } from "../assertion/verify-assertion.ts";
import { openDatabase } from "../database/open-database.ts";
import type { Database, DatabaseOptions } from "../database/open-database.ts";
import { cursorCipher } from "../loading/cursor-cipher.ts";
import { refuseUnfinished } from "../refuse-unfinished.ts";
import { createServer } from "../serve/create-server.ts";
import type { SubgraphService } from "../subgraph-service.ts";
import type { Subgraph } from "../subgraph.ts";
import { NO_AGREEMENTS } from "./no-agreements.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { createTestGateway } from "./test-gateway.ts";
import type { TestGateway } from "./test-gateway.ts";

/** A GraphQL answer; a test states the shape of the data it expects by comparing it. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    message: string;
    path?: unknown;
    extensions?: { code?: string; argument?: string };
  }[];
}

/** A subgraph with a database and a gateway of its own, for one test. */
export interface TestSubgraph extends AsyncDisposable {
  readonly server: FastifyInstance;
  readonly gateway: TestGateway;
  /** The database as the application sees it: a plain role. */
  readonly database: Database;
  /** The database as its owner sees it, whom no row rule binds. */
  readonly owner: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Every statement of the application so far that touches a table, without values. */
  readonly statements: string[];
  /** What the server wrote to its log. */
  readonly log: string[];
  /** Stores entities as the owner, whom no row rule binds. */
  store(entities: readonly object[]): Promise<void>;
  /** Asks with a fresh assertion of the gateway, through the whole server but without a port. */
  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

/** What a test may choose. */
export interface TestSubgraphOptions {
  /** The agreements in force; without it the ledger is known and empty. */
  readonly agreements?: DatabaseOptions["agreements"];
  /** Whether it is past its start; without it, it is. */
  readonly isReady?: () => boolean;
  /** What the company offers beside its GraphQL. */
  readonly services?: readonly SubgraphService[];
}

/** Opens a subgraph: `await using catalogue = await openTestSubgraph(catalogueSubgraph)`. */
export async function openTestSubgraph(
  subgraph: Subgraph,
  { agreements = () => NO_AGREEMENTS, isReady = () => true, services = [] }: TestSubgraphOptions = {},
): Promise<TestSubgraph> {
  refuseUnfinished(subgraph);
  const { name, entities, migrations } = subgraph;
  const opened = new AsyncDisposableStack();
  const { ownerUrl, appUrl } = opened.use(await openTestDatabase({ contract: name, entities, migrations }));
  const statements: string[] = [];
  const log: string[] = [];
  const onStatement = (sql: string) => {
    if (!/^begin|^commit|^rollback|^select set_config/iu.test(sql)) statements.push(sql);
  };
  const database = opened.use(await openDatabase({ url: appUrl, entities, agreements, onStatement }));
  const owner = opened.use(await openDatabase({ url: ownerUrl, entities, agreements }));
  const gateway = await createTestGateway();
  const logger = pino({ level: "info" }, { write: (line: string) => log.push(line) });
  const server = await createServer(subgraph, {
    database,
    cursors: cursorCipher(ownerUrl),
    isReady,
    agreements,
    verifyAssertion: assertionVerifier({ subgraph: name, issuer: gateway.issuer, keys: gateway.keys }),
    logger,
  });
  for (const service of services) opened.use(await service({ server, databaseUrl: appUrl, gateway, logger }));
  opened.defer(() => server.close());
  return {
    server,
    gateway,
    database,
    owner,
    ownerUrl,
    appUrl,
    statements,
    log,
    store: (rows) =>
      owner
        .asOwner()
        .persist([...rows])
        .flush(),
    ask: asker(server, (viewer) => gateway.authorize(name, viewer)),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

function asker(server: FastifyInstance, authorize: (viewer: Viewer) => Promise<string>): TestSubgraph["ask"] {
  return async (viewer, query, variables = {}) => {
    const response = await server.inject({
      method: "POST",
      url: "/graphql",
      headers: { authorization: await authorize(viewer) },
      payload: { query, variables },
    });
    return response.json<Answer>();
  };
}
