import type { Connection, FieldDef, PoolClient, Submittable } from "pg";
import type { BoundStatement } from "./bind-values.ts";

/** A statement with the name under which connections keep it. */
export interface NamedStatement extends BoundStatement {
  readonly name: string;
}

/** A row, its values parsed by their types. */
export type Row = Record<string, unknown>;

/**
 * Runs two statements in one transaction of their own, with one message each way: the first says who asks, the second
 * reads. A connection parses and plans each of them once. PostgreSQL ends the transaction, and what the first one set
 * with it, where the message ends; if the first one fails, it does not run the second.
 *
 * `pg` can pipeline by itself, but ends a transaction with each statement: with the `begin` and `commit` that it
 * would need, a read takes half as much CPU again. Other drivers would be a second one beside MikroORM's.
 */
export function readAsViewer(
  client: PoolClient,
  session: NamedStatement,
  read: NamedStatement,
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    client.query(new ViewerRead({ client, session, read, resolve, reject }));
  });
}

interface Reading {
  readonly client: PoolClient;
  readonly session: NamedStatement;
  readonly read: NamedStatement;
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: Error) => void;
}

/** The statements that each connection keeps, by name. */
const kept = new WeakMap<PoolClient, Map<string, string>>();

type Column = readonly [name: string, parse: (text: string) => unknown];

/** What `pg` lets submit itself, and then tells of the answer, one message after the other. */
class ViewerRead implements Submittable {
  readonly #reading: Reading;
  readonly #rows: Row[] = [];
  #columns: readonly Column[] | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  submit(connection: Connection): void {
    const { session, read } = this.#reading;
    connection.stream.cork();
    try {
      for (const statement of [session, read]) this.#keep(statement, connection);
      bind(session, connection);
      connection.execute({}, true);
      bind(read, connection);
      connection.describe({ type: "P", name: "" }, true);
      connection.execute({}, true);
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  /** Under a name there may be an older statement, or one of which nobody knows whether it was taken. */
  #keep({ name, text }: NamedStatement, connection: Connection): void {
    const { client } = this.#reading;
    const statements = kept.get(client) ?? new Map<string, string>();
    if (statements.get(name) === text) return;
    connection.close({ type: "S", name }, true);
    connection.parse({ name, text, types: [] }, true);
    kept.set(client, statements.set(name, text));
  }

  handleRowDescription({ fields }: { readonly fields: readonly FieldDef[] }): void {
    const { client } = this.#reading;
    this.#columns = fields.map(({ name, dataTypeID }) => [name, client.getTypeParser(dataTypeID, "text")]);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    // Nobody asked what the row of the first statement looks like, or wants it.
    if (this.#columns === undefined) return;
    const row: Row = {};
    for (const [place, [name, parse]] of this.#columns.entries()) {
      const text = fields[place] ?? null;
      row[name] = text === null ? null : parse(text);
    }
    this.#rows.push(row);
  }

  handleCommandComplete(): void {}

  handleEmptyQuery(): void {}

  handlePortalSuspended(): void {}

  handleError(error: Error): void {
    const { client, session, read, reject } = this.#reading;
    // Whichever of them it was: a view may have been made anew, of which a kept plan knows nothing.
    for (const { name } of [session, read]) kept.get(client)?.delete(name);
    reject(error);
  }

  handleReadyForQuery(): void {
    this.#reading.resolve(this.#rows);
  }
}

function bind({ name, values }: NamedStatement, connection: Connection): void {
  connection.bind({ portal: "", statement: name, values: [...values] }, true);
}
