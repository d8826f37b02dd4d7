import type { SessionContext, Transaction } from "@mikro-orm/core";
import { PostgreSqlConnection } from "@mikro-orm/postgresql";
import { DatabaseError, type Pool } from "pg";
import { bindValues, type BoundStatement } from "./bind-values.ts";
import { LateTransaction } from "./late-transaction.ts";
import { statementNames } from "./statement-names.ts";
import { readAsViewer, type Row } from "./viewer-read.ts";

type TransactionOptions = NonNullable<Parameters<PostgreSqlConnection["transactional"]>[1]>;
type Execution = Parameters<PostgreSqlConnection["execute"]>;
type Answer = Awaited<ReturnType<PostgreSqlConnection["execute"]>>;

/** More than any subgraph has. */
const MOST_STATEMENTS = 100;
const READING = /^\s*(?:select|with)\b/iu;

/**
 * Reads a viewer's rows with one message each way, by a plan that is kept. MikroORM by itself would begin, tell who
 * asks, have a statement planned that has its values in it, and commit; and a statement over masked views takes longer
 * to plan than to run. Whatever writes, and every transaction of several statements, stays with MikroORM.
 */
export class ReadingConnection extends PostgreSqlConnection {
  readonly #names = statementNames(MOST_STATEMENTS);
  #pool: Pool | undefined;

  override async transactional<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    options: TransactionOptions = {},
  ): Promise<Result> {
    const { sessionContext, loggerContext, ...asked } = options;
    // Around a single statement MikroORM asks for nothing else; whoever asks wants a transaction of several.
    const wanted = Object.values(asked).some((each) => each !== undefined);
    if (wanted || !sessionContext || sessionContext.role) return super.transactional(work, options);
    const late = new LateTransaction(sessionContext, () => this.begin(options));
    try {
      const result = await work(late);
      if (late.begun) await this.commit(await late.begun, undefined, loggerContext);
      return result;
    } catch (error) {
      // What went wrong first is told, even if the connection is gone by now.
      await late.begun?.then((begun) => this.rollback(begun, undefined, loggerContext)).catch(() => {});
      throw error;
    }
  }

  override async execute<Result extends Answer>(...execution: Execution): Promise<Result> {
    const [query, params, method, ctx, logged] = execution;
    if (!(ctx instanceof LateTransaction)) return super.execute(...execution);
    const read = ctx.begun ? undefined : readOf(execution);
    if (read === undefined) return super.execute(query, params, method, await ctx.begin(), logged);
    const run = () => this.#read(ctx.session, read);
    const rows = await this.executeQuery(read.text, run, { ...logged, params: [...read.values] });
    return this.transformRawResult({ rows }, method ?? "all");
  }

  override async close(force?: boolean): Promise<void> {
    await super.close(force);
    // The query builder ends the pool only if it has used it.
    if (this.#pool && !this.#pool.ending) await this.#pool.end();
    this.#pool = undefined;
  }

  async #read({ variables = {} }: SessionContext, read: BoundStatement): Promise<Row[]> {
    const settings = Object.entries(variables).map(([name, value]) => [
      name,
      this.stringifySessionVariable(value),
    ]);
    this.#pool = await this.getNativeClient();
    const client = await this.#pool.connect();
    try {
      const rows = await readAsViewer(client, this.#named(sessionOf(settings)), this.#named(read));
      client.release();
      return rows;
    } catch (error) {
      client.release(isLost(error));
      throw error;
    }
  }

  #named(statement: BoundStatement) {
    return { ...statement, name: this.#names.of(statement.text) };
  }
}

/** The statement as one that reads; undefined when it does more, or cannot be told apart from its values. */
function readOf([query, params = [], method]: Execution): BoundStatement | undefined {
  const reads = typeof query === "string" && READING.test(query) && method !== "run";
  return reads && Array.isArray(params) ? bindValues(query, params) : undefined;
}

/** The statement that makes the settings for the rest of its transaction. */
function sessionOf(settings: readonly (readonly string[])[]): BoundStatement {
  const calls = settings.map((_, place) => `set_config($${2 * place + 1}, $${2 * place + 2}, true)`);
  return { text: `select ${calls.join(", ")}`, values: settings.flat() };
}

/** Whether a connection is of no use after an error: PostgreSQL ended it, or it broke. */
function isLost(error: unknown): boolean {
  return !(error instanceof DatabaseError) || error.severity !== "ERROR";
}
