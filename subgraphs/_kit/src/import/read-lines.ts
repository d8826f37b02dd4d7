import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** A line of a file that is not blank, with its number as editors count. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Reads a file in batches of lines, so that its size does not matter. */
export async function* readLines(path: string, batchSize: number): AsyncGenerator<Line[]> {
  const lines = createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity });
  let batch: Line[] = [];
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() !== "") batch.push({ number, text });
    if (batch.length === batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
