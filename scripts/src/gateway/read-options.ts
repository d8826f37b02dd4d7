import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** What `npm run gateway` was asked for. */
export interface GatewayOptions {
  /** A URL, or the absolute path of a file that is there. */
  readonly supergraph: string;
  readonly port: string | undefined;
  readonly open: boolean;
}

const USAGE = `Usage: npm run --silent gateway -- --supergraph <file or URL> [--port <number>] [--open]

  --supergraph  the composed supergraph; when it changes, the new one is put in force without a restart
  --port        the port to listen on (4000 unless told otherwise)
  --open        ask nobody for a token; without it the variables GATEWAY_ISSUER, GATEWAY_ISSUERS_FILE and
                GATEWAY_KEYS_FILE say how viewers are named, LEDGER_URL and LEDGER_JWKS_URL what is agreed

Subgraphs are asked at public addresses and on this machine; GATEWAY_SUBGRAPH_NETWORKS names other networks instead,
such as 10.0.0.0/8,127.0.0.0/8.`;

/**
 * Reads the command line; paths are relative to the directory.
 * @throws Error that says what is wrong, and how the command is written unless that was right.
 */
export function readOptions(args: readonly string[], directory: string): GatewayOptions {
  const { supergraph, port, open } = parse(args);
  if (supergraph === undefined) throw new Error(USAGE);
  if (/^https?:\/\//u.test(supergraph)) return { supergraph, port, open };
  const file = resolve(directory, supergraph);
  if (!existsSync(file)) throw new Error(`There is no supergraph at ${file}.`);
  return { supergraph: file, port, open };
}

function parse(args: readonly string[]) {
  const options = {
    supergraph: { type: "string" },
    port: { type: "string" },
    open: { type: "boolean", default: false },
  } as const;
  try {
    return { port: undefined, supergraph: undefined, ...parseArgs({ args: [...args], options }).values };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, {
      cause: error,
    });
  }
}
