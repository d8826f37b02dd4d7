import { join } from "node:path";
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { LOOPBACK } from "./loopback.ts";
import { nodeFlags } from "./node-flags.ts";
import { repositoryRoot } from "./repository-root.ts";

// npm run gateway: serves any Federation 2 supergraph with the gateway's own engine.
const usage = `Usage: npm run --silent gateway -- --supergraph <file or URL> [--port <number>] [--open]

  --supergraph  the composed supergraph; when it changes, the new one is put in force without a restart
  --port        the port to listen on (4000 unless told otherwise)
  --open        ask nobody for a token; without it the variables GATEWAY_ISSUER, GATEWAY_ISSUERS_FILE and
                GATEWAY_KEYS_FILE say how viewers are named, LEDGER_URL and LEDGER_JWKS_URL what is agreed

Subgraphs are asked at public addresses and on this machine; GATEWAY_SUBGRAPH_NETWORKS names other networks instead,
such as 10.0.0.0/8,127.0.0.0/8.
`;

const options = readOptions();
if (options?.supergraph === undefined) {
  process.stderr.write(usage);
  process.exit(2);
}
const gateway = spawn(process.execPath, [...nodeFlags, join(repositoryRoot, "gateway/src/main.ts")], {
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: {
    GATEWAY_SUBGRAPH_NETWORKS: LOOPBACK,
    ...process.env,
    GATEWAY_SUPERGRAPH: options.supergraph,
    ...(options.port !== undefined && { GATEWAY_PORT: options.port }),
    ...(options.open && { GATEWAY_OPEN: "1" }),
  },
});
const stop = (): boolean => gateway.kill("SIGTERM");
process.on("SIGINT", stop).on("SIGTERM", stop);
gateway.on("message", (message: { ready: string }) => {
  process.stdout.write(`The gateway is ready: ${message.ready}\n`);
});
gateway.on("exit", (code) => process.exit(code ?? 1));

function readOptions(): { supergraph?: string; port?: string; open?: boolean } | undefined {
  try {
    return parseArgs({
      options: { supergraph: { type: "string" }, port: { type: "string" }, open: { type: "boolean" } },
    }).values;
  } catch {
    return undefined;
  }
}
