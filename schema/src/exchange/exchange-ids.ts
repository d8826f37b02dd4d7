import { derivedId, type Kind } from "../id.ts";
import { SUBGRAPHS } from "../subgraphs.ts";
import { EXCHANGE } from "./definition.ts";
import type { ExchangeFile } from "./field.ts";

/** A part of a record that has an id of its own, such as a line of an order. */
export interface RecordPart {
  readonly kind: Kind;
  /** Unique among the parts of this kind in the record. */
  readonly key: string;
}

/** Turns the key of a record, or of a part of it, into the id that every company knows it by. */
export type IdOf = (file: ExchangeFile, key: string, part?: RecordPart) => string;

/** The ids of one source's records. All owners of a delivery use one secret, or their references would not meet. */
export function exchangeIds({ source, secret }: { source: string; secret: string }): IdOf {
  return (file, key, part) => {
    const { kind, subgraph } = EXCHANGE[file];
    const { operator } = SUBGRAPHS[subgraph];
    if (part === undefined) return derivedId({ kind, operator, source, key, secret });
    // Keys may hold any sign, so joining them with one would give two parts one id.
    return derivedId({ kind: part.kind, operator, source, key: JSON.stringify([key, part.key]), secret });
  };
}
