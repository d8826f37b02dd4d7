import { join } from "node:path";
import { spawn } from "node:child_process";
import { type GatewayOptions, readOptions } from "./gateway/read-options.ts";
import { LOOPBACK } from "./loopback.ts";
import { nodeFlags } from "./node-flags.ts";
import { repositoryRoot } from "./repository-root.ts";

// npm run gateway: serves any Federation 2 supergraph with the gateway's own engine.
const options = optionsOrExit();
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
process.on("SIGINT", stop).on("SIGTERM", stop).on("disconnect", stop);
gateway.on("message", (message: { ready: string }) => {
  process.stdout.write(`The gateway is ready: ${message.ready}\n`);
});
gateway.on("exit", (code) => process.exit(code ?? 1));

function optionsOrExit(): GatewayOptions {
  try {
    return readOptions(process.argv.slice(2), process.env["INIT_CWD"] ?? process.cwd());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}
