import { derivedId } from "../id.ts";
import { SUBGRAPHS } from "../subgraphs.ts";
import { EXCHANGE } from "./definition.ts";
import type { ExchangeFile } from "./field.ts";

/** Turns the key of a record into the id that every company knows the record by. */
export type IdOf = (file: ExchangeFile, key: string) => string;

/** The ids of one source's records. All owners of a delivery use one secret, or their references would not meet. */
export function exchangeIds({ source, secret }: { source: string; secret: string }): IdOf {
  return (file, key) => {
    const { kind, subgraph } = EXCHANGE[file];
    return derivedId({ kind, operator: SUBGRAPHS[subgraph].operator, source, key, secret });
  };
}
