import type { ExchangeFile, ExchangeInput } from "@maillon/schema/exchange";

/** A place in a file of the source; lines are counted from 1. */
export interface Origin {
  readonly name: string;
  readonly line: number;
}

/** A record that an adapter made of a row, not checked yet. */
export interface Draft {
  readonly file: ExchangeFile;
  readonly value: unknown;
  readonly origin: Origin;
}

/** A row that could not become a record, and why. */
export interface Rejection {
  /** What it would have become. */
  readonly file: ExchangeFile;
  readonly origin: Origin;
  readonly reason: string;
}

/** What an adapter makes of the files of a source. */
export interface Delivery {
  readonly drafts: readonly Draft[];
  readonly rejections: readonly Rejection[];
}

/** Reads one kind of source. Adapting is pure: the same texts give the same delivery. */
export interface Adapter {
  /** The files that it reads, in words. */
  readonly expects: string;
  /** Whether it reads a file of that name. */
  readonly accepts: (name: string) => boolean;
  readonly adapt: (texts: ReadonlyMap<string, string>) => Delivery;
}

/** A draft whose value is known to have the form of a record, though not yet that it is right. */
export function draft<File extends ExchangeFile>(
  file: File,
  value: ExchangeInput<File>,
  origin: Origin,
): Draft {
  return { file, value, origin };
}
