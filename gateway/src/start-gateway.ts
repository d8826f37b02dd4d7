import { blaming } from "@maillon/schema";
import { loadPolicies } from "@maillon/schema/policy";
import { companyIdentity, type Identity, openIdentity } from "./authenticate/identity.ts";
import { openIssuerRegistry } from "./authenticate/issuer-registry.ts";
import { type Config, readConfig } from "./config.ts";
import { createPipeline } from "./pipeline.ts";
import { openSupergraphSource } from "./plan/supergraph/supergraph-source.ts";
import { type GatewayKeys, readGatewayKeys } from "./authenticate/signing/gateway-keys.ts";
import { followWholeLedger, noLedger } from "./authenticate/signing/follow-whole-ledger.ts";
import { openFullAccess } from "./redact/open-full-access.ts";
import { createOpenAccess } from "./redact/access.ts";
import { createLog, type Log } from "./telemetry/create-log.ts";

/** Milliseconds between two looks at where the supergraph comes from. */
const LOOK_EVERY = 2_000;

/**
 * Starts the gateway that an environment describes, tells its parent when it is ready, and has it stop gracefully on
 * SIGINT, SIGTERM or when the parent is gone.
 *
 * @throws Error that names the variable at fault, and what is wrong.
 */
export async function startGateway(environment: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(environment);
  const log = createLog(config.logLevel);
  const { identity } = config;
  const keys = identity && (await blaming("GATEWAY_KEYS_FILE", () => readGatewayKeys(identity.keysFile)));
  const named = keys && (await blaming("GATEWAY_ISSUERS_FILE", () => openCompanyIdentity(config, keys, log)));
  const source = await blaming("GATEWAY_SUPERGRAPH", () => openSupergraphSource(config.supergraph));
  const policies = loadPolicies();
  const ledger = identity && keys ? followWholeLedger({ ...identity, keys, log, now: Date.now }) : noLedger();
  const pipeline = await createPipeline({
    config,
    log,
    openAccess: named
      ? createOpenAccess({ policies, agreements: ledger.current })
      : openFullAccess({ policies, named: false }),
    identity: named ?? openIdentity(),
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
  const { port, host } = config;
  const address = await blaming("GATEWAY_PORT", () => pipeline.app.listen({ port, host }));
  log.info({ address }, "listening");
  if (process.connected) process.send?.({ ready: address });
  stopWhenTold(async () => {
    unwatch();
    await pipeline.stop();
    await ledger[Symbol.asyncDispose]();
  });
}

/** Stops once; a parent that disappears without a signal, also during the start, leaves no gateway behind. */
function stopWhenTold(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  const begin = () => {
    stopping ??= stop().then(() => process.exit(0));
  };
  process.on("SIGTERM", begin).on("SIGINT", begin).on("disconnect", begin);
  const orphaned = process.send !== undefined && !process.connected;
  if (orphaned) begin();
}

async function openCompanyIdentity(
  { identity, demo }: Config,
  keys: GatewayKeys,
  log: Log,
): Promise<Identity | undefined> {
  if (identity === undefined) return undefined;
  const onBrokenFile = (error: unknown) =>
    log.error({ err: error }, "issuers file is broken, the last good one stays");
  const { issuer, issuersFile: path } = identity;
  const issuers = await openIssuerRegistry({ path, demo, now: Date.now, onBrokenFile });
  return companyIdentity({ issuer, now: Date.now, keys, issuers });
}
