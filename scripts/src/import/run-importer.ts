import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { SubgraphName } from "@maillon/schema";
import { IMPORT_SECRET, importEvent, type ImportEvent } from "@maillon/schema/exchange";
import { nodeFlags } from "../node-flags.ts";
import { databaseVariable } from "../start/settings.ts";

/** One company's part in an import. */
export interface ImporterCall {
  readonly subgraph: SubgraphName;
  /** The folder that holds `subgraphs/`. */
  readonly root: string;
  /** The name of the source, which the ids are derived from. */
  readonly source: string;
  /** The exchange folder. */
  readonly folder: string;
  readonly secret: string;
  readonly databaseUrl: string;
  readonly onEvent: (event: ImportEvent) => void;
}

const ERROR_LINES = 15;

/**
 * Lets a company take its records out of an exchange folder, in a process that sees its own database and no other.
 *
 * @throws Error with the end of its error output when it did not come to the end of its files.
 */
export async function runImporter(call: ImporterCall): Promise<void> {
  const program = join(call.root, "subgraphs", call.subgraph, "src", "import.ts");
  if (!existsSync(program))
    throw new Error(`There is no importer of ${call.subgraph}: ${program} is missing.`);
  const child = spawn(process.execPath, [...nodeFlags, program, "--source", call.source, call.folder], {
    env: {
      PATH: process.env["PATH"],
      [databaseVariable(call.subgraph)]: call.databaseUrl,
      [IMPORT_SECRET]: call.secret,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [errors] = await Promise.all([
    lastLines(child.stderr),
    readEvents(child.stdout, call.onEvent),
    ended(child),
  ]);
  if (child.exitCode === 0) return;
  throw new Error([`The importer of ${call.subgraph} failed:`, ...errors].join("\n"));
}

async function ended(child: ChildProcess): Promise<void> {
  await once(child, "close");
}

async function readEvents(output: Readable, onEvent: (event: ImportEvent) => void): Promise<void> {
  for await (const line of createInterface({ input: output })) onEvent(importEvent.parse(JSON.parse(line)));
}

async function lastLines(output: Readable): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: output })) lines.push(line);
  return lines.slice(-ERROR_LINES);
}
