import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@maillon/schema";
import { supergraphOf } from "@maillon/schema/compose";
import { type AgreementsInForce, loadPolicies } from "@maillon/schema/policy";
import { companyIdentity } from "../authenticate/identity.ts";
import { openIssuerRegistry } from "../authenticate/issuer-registry.ts";
import { readConfig } from "../config.ts";
import { createPipeline } from "../pipeline.ts";
import { ensureGatewayKeys, readGatewayKeys } from "../authenticate/signing/gateway-keys.ts";
import { openFullAccess } from "../redact/open-full-access.ts";
import { createOpenAccess } from "../redact/access.ts";
import { createLog } from "../telemetry/create-log.ts";
import { openTestIssuer } from "./open-test-issuer.ts";
import type { TestSubgraph } from "./open-test-subgraph.ts";

const policies = loadPolicies();

const usual = {
  GATEWAY_ISSUER: "http://gateway.test",
  LEDGER_URL: "http://ledger.test/ledger",
  LEDGER_JWKS_URL: "http://ledger.test/.well-known/jwks.json",
  GATEWAY_SUPERGRAPH: "given below",
  GATEWAY_SUBGRAPH_NETWORKS: "127.0.0.0/8",
  GATEWAY_LOG_LEVEL: "silent",
};

/** Who sees what in one test. */
interface TestVisibility {
  readonly agreements: () => AgreementsInForce | undefined;
  /** Whether a ledger has come, or has been waited for long enough; without it, it has. */
  readonly begun?: () => boolean;
  /** The companies for which viewers may ask, beside `organization`. */
  readonly companies: readonly string[];
}

/** A gateway of one test over real subgraphs, asked without a port of its own; closes the subgraphs too. */
export async function openTestGateway(
  subgraphs: readonly TestSubgraph[],
  env: NodeJS.ProcessEnv = {},
  visibility?: TestVisibility,
) {
  const opened = new AsyncDisposableStack();
  for (const subgraph of subgraphs) opened.use(subgraph);
  try {
    return await openGateway({ subgraphs, env, visibility, opened });
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

interface TestGatewayParts {
  readonly subgraphs: readonly TestSubgraph[];
  readonly env: NodeJS.ProcessEnv;
  readonly visibility: TestVisibility | undefined;
  /** What is closed with the gateway, or when it cannot be opened. */
  readonly opened: AsyncDisposableStack;
}

async function openGateway({ subgraphs, env, visibility, opened }: TestGatewayParts) {
  const folder = await mkdtemp(join(tmpdir(), "maillon-gateway-"));
  opened.defer(() => rm(folder, { recursive: true }));
  const organization = newId("org", "conforma");
  const organizations = [organization, ...(visibility?.companies ?? [])];
  const issuer = await openTestIssuer("https://id.test", { organizations });
  const issuersFile = join(folder, "issuers.json");
  const keysFile = join(folder, "keys.json");
  await writeFile(issuersFile, JSON.stringify([issuer.record]));
  await ensureGatewayKeys(keysFile);
  const config = readConfig({
    ...usual,
    GATEWAY_ISSUERS_FILE: issuersFile,
    GATEWAY_KEYS_FILE: keysFile,
    ...env,
  });
  const keys = await readGatewayKeys(keysFile);
  const registry = { path: issuersFile, demo: config.demo, now: Date.now, onBrokenFile: () => {} };
  const issuers = await openIssuerRegistry(registry);
  const logged: string[] = [];
  const { app, stop, replaceSupergraph } = await createPipeline({
    config,
    identity: companyIdentity({ keys, issuers, issuer: "http://gateway.test", now: Date.now }),
    ledger: {
      current: visibility?.agreements ?? (() => undefined),
      begun: visibility?.begun ?? (() => true),
    },
    supergraphSdl: supergraphOf(subgraphs.map(({ name, url, sdl }) => ({ name, url, sdl }))),
    openAccess: visibility
      ? createOpenAccess({ policies, agreements: visibility.agreements })
      : openFullAccess({ policies, named: true }),
    log: createLog(config.logLevel, { write: (line) => void logged.push(line) }),
  });
  opened.defer(stop);
  async function askAs(company: string, query: string, variables: object = {}) {
    const claims = { roles: ["buying"], organization: company };
    const headers = { authorization: `Bearer ${await issuer.token(claims)}` };
    const response = await app.inject({
      method: "POST",
      url: "/graphql",
      headers,
      payload: { query, variables },
    });
    return { status: response.statusCode, headers: response.headers, body: response.json() };
  }

  return {
    app,
    issuer,
    organization,
    keys,
    stop,
    replaceSupergraph,
    /** The lines of its log; there are none unless the environment gives it a level. */
    logged,
    /** Asks as a viewer of `organization`. */
    ask: (query: string, variables: object = {}) => askAs(organization, query, variables),
    /** Asks as a viewer of another company. */
    askAs,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
