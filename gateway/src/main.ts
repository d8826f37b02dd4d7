import { loadPolicies } from "@maillon/schema/policy";
import { companyIdentity, type Identity, openIdentity } from "./authenticate/identity.ts";
import { openIssuerRegistry } from "./authenticate/issuer-registry.ts";
import { type IdentityConfig, readConfig } from "./config.ts";
import { createPipeline } from "./pipeline.ts";
import { openSupergraphSource } from "./plan/supergraph/supergraph-source.ts";
import { type GatewayKeys, readGatewayKeys } from "./query/signing/gateway-keys.ts";
import { followWholeLedger, noLedger } from "./query/signing/follow-whole-ledger.ts";
import { openSightOfAll } from "./redact/open-sight-of-all.ts";
import { createOpenSight } from "./redact/sight.ts";
import { createLog } from "./telemetry/create-log.ts";

/** Milliseconds between two looks at where the supergraph comes from. */
const LOOK_EVERY = 2_000;

const config = readConfig(process.env);
const log = createLog(config.logLevel);
const keys = config.identity && (await readGatewayKeys(config.identity.keysFile));
const ledger =
  config.identity && keys ? followWholeLedger({ ...config.identity, keys, log, now: Date.now }) : noLedger();
const policies = loadPolicies();
const source = await openSupergraphSource(config.supergraph);
const pipeline = await createPipeline({
  config,
  log,
  openSight: config.identity
    ? createOpenSight({ policies, agreements: ledger.current })
    : openSightOfAll({ policies, named: false }),
  identity: config.identity && keys ? await openCompanyIdentity(config.identity, keys) : openIdentity(),
  ledger,
  supergraphSdl: source.first,
});
const unwatch = source.watch({
  every: LOOK_EVERY,
  async onChange(sdl) {
    await pipeline.replaceSupergraph(sdl);
    log.info("another supergraph is in force");
  },
  onFailure: (error) =>
    log.error({ err: error }, "the supergraph cannot be replaced, the last good one stays"),
});

const address = await pipeline.app.listen({ port: config.port, host: config.host });
log.info({ address }, "listening");
if (process.connected) process.send?.({ ready: address });

let stopping: Promise<void> | undefined;
const stop = () => {
  unwatch();
  stopping ??= pipeline
    .stop()
    .then(() => ledger[Symbol.asyncDispose]())
    .then(() => process.exit(0));
};
// A parent that disappears without a signal leaves no gateway behind.
process.on("SIGTERM", stop).on("SIGINT", stop).on("disconnect", stop);
// It may have gone while this process was starting.
if (process.send !== undefined && !process.connected) stop();

async function openCompanyIdentity(
  { issuer, issuersFile }: IdentityConfig,
  ownKeys: GatewayKeys,
): Promise<Identity> {
  const onBrokenFile = (error: unknown) =>
    log.error({ err: error }, "issuers file is broken, the last good one stays");
  const registry = { path: issuersFile, demo: config.demo, now: Date.now, onBrokenFile };
  return companyIdentity({
    issuer,
    now: Date.now,
    keys: ownKeys,
    issuers: await openIssuerRegistry(registry),
  });
}
