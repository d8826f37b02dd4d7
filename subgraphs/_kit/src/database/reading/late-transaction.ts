import type { SessionContext, Transaction } from "@mikro-orm/core";

/** Stands for the transaction in which MikroORM runs one statement of a viewer; begun only for one that needs it. */
export class LateTransaction {
  /** Who asks. */
  readonly session: SessionContext;
  readonly #begin: () => Promise<Transaction>;
  #begun: Promise<Transaction> | undefined;

  constructor(session: SessionContext, begin: () => Promise<Transaction>) {
    this.session = session;
    this.#begin = begin;
  }

  /** The transaction, if a statement needed it. */
  get begun(): Promise<Transaction> | undefined {
    return this.#begun;
  }

  /** The transaction, begun now if it was not before. */
  begin(): Promise<Transaction> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }
}
