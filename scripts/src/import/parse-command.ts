import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { decp } from "./decp.ts";
import type { Adapter } from "./delivery.ts";
import { exchange } from "./exchange.ts";
import { northwind } from "./northwind.ts";

/** What `npm run import` was asked for. */
export interface ImportCommand {
  readonly adapter: Adapter;
  readonly source: string;
  readonly folder: string;
  readonly json: boolean;
  readonly strict: boolean;
}

const ADAPTERS = new Map<string, Adapter>(Object.entries({ northwind, decp, exchange }));

const USAGE = `npm run import -- <${[...ADAPTERS.keys()].join("|")}> <folder> [--source <name>] [--json] [--strict]

  --source  what the source is called; two sources never share a record. The adapter's name or, for
            the exchange format, the folder's name unless given
  --json    writes the result as JSON
  --strict  fails when a row was rejected`;

/** @throws Error that says how the command is written. */
export function parseCommand(args: readonly string[], directory: string): ImportCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      source: { type: "string" },
      json: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const [name = "", path, ...rest] = positionals;
  const adapter = ADAPTERS.get(name);
  if (!adapter || path === undefined || rest.length > 0) throw new Error(USAGE);
  const folder = resolve(directory, path);
  const source = values.source ?? (adapter === exchange ? basename(folder) : name);
  if (!/^[a-z][a-z0-9-]*$/.test(source)) {
    throw new Error(`"${source}" cannot name a source: small letters, digits and hyphens (--source <name>).`);
  }
  return { adapter, source, folder, json: values.json, strict: values.strict };
}
