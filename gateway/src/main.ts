import { readFile } from "node:fs/promises";
import { openIssuerRegistry } from "./authenticate/issuer-registry.ts";
import { readConfig } from "./config.ts";
import { createPipeline } from "./pipeline.ts";
import { readGatewayKeys } from "./query/gateway-keys.ts";
import { createLog } from "./telemetry/create-log.ts";

const config = readConfig(process.env);
const log = createLog(config.logLevel);
const onBrokenFile = (error: unknown) =>
  log.error({ err: error }, "issuers file is broken, the last good one stays");

const pipeline = await createPipeline({
  config,
  log,
  now: Date.now,
  keys: await readGatewayKeys(config.keysFile),
  issuers: await openIssuerRegistry({
    path: config.issuersFile,
    demo: config.demo,
    now: Date.now,
    onBrokenFile,
  }),
  supergraphSdl: await readFile(config.supergraphFile, "utf8"),
});

const address = await pipeline.app.listen({ port: config.port, host: config.host });
log.info({ address }, "listening");
process.send?.({ ready: address });

let stopping: Promise<void> | undefined;
const stop = () => {
  stopping ??= pipeline.stop().then(() => process.exit(0));
};
// A parent that disappears without a signal leaves no gateway behind.
process.on("SIGTERM", stop).on("SIGINT", stop).on("disconnect", stop);
