import { join } from "node:path";
import type { SubgraphName } from "@maillon/schema";
import { LOOPBACK } from "../loopback.ts";
import type { DemoDelivery } from "./deliver-demo.ts";
import type { ChainIdentities } from "./ensure-identities.ts";
import {
  type ServiceName,
  type Settings,
  databaseVariable,
  portVariable,
  subgraphNames,
} from "./settings.ts";

/** One process to run. */
export interface Service {
  readonly name: ServiceName;
  /** The TypeScript or JavaScript file to run. */
  readonly program: string;
  /** All that the process gets to see of the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Answers 200 once the process can serve, and tells whether it follows the ledger. */
  readonly readyUrl: string;
  /** What its first process does before it runs the program. */
  readonly before?: FirstTask | undefined;
}

/** Another program, run in the same process: what both of them load is loaded once. */
export interface FirstTask {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

// What any process may need of the machine. Everything else is named for one service or stays with this process:
// the database URL of one company must not reach another's process.
const MACHINE = new Set([
  "PATH",
  "HOME",
  "USER",
  "LANG",
  "LC_ALL",
  "TZ",
  "TMPDIR",
  "SYSTEMROOT",
  "NODE_EXTRA_CA_CERTS",
  "LOG_LEVEL",
  "HOST",
]);

/** What makes services of settings. */
export interface ServicePlan {
  readonly settings: Settings;
  /** The folder that holds `gateway/` and `subgraphs/`. */
  readonly root: string;
  readonly identities: ChainIdentities;
}

/**
 * The four subgraphs, each with its own database's URL and its own company's secret, and nobody else's. Given the demo
 * chain, they take it in before they serve.
 */
export function subgraphServices(
  { settings, root, identities }: ServicePlan,
  databaseUrls: ReadonlyMap<SubgraphName, string>,
  demo: DemoDelivery | undefined,
): Service[] {
  return subgraphNames.map((name) => {
    const url = databaseUrls.get(name);
    const access = identities.operators.get(name);
    if (url === undefined) throw new Error(`No database for ${name}.`);
    if (access === undefined) throw new Error(`Nobody operates ${name}.`);
    return {
      name,
      program: join(root, "subgraphs", name, "src", "main.ts"),
      environment: {
        ...inherited(settings.environment, name),
        [portVariable(name)]: String(settings.ports[name]),
        [databaseVariable(name)]: url,
        GATEWAY_ISSUER: gatewayIssuer(settings),
        GATEWAY_JWKS_URL: `${urlOf(settings, "gateway")}/.well-known/jwks.json`,
        ...ledgerAddress(settings),
        LEDGER_CREDENTIAL: access.credential,
        OPERATOR_ID: access.operator,
        ...(name === "compliance" && {
          LEDGER_KEYS_FILE: identities.ledgerKeys,
          LEDGER_READERS_FILE: identities.ledgerReaders,
        }),
        MAILLON_DEMO: "1",
      },
      readyUrl: `${urlOf(settings, name)}/ready`,
      before: demo && { ...demo, program: join(root, "subgraphs", name, "src", "import.ts") },
    };
  });
}

/** The files that the gateway of the demo reads. */
interface GatewayFiles {
  /** Ready tokens of the demo's viewers. */
  readonly tokens: string;
  /** The folder of the built studio; until it is there a plain page stands in. */
  readonly studio: string;
}

/** The gateway; it gets no database at all. */
export function gatewayService({ settings, root, identities }: ServicePlan, files: GatewayFiles): Service {
  const subgraphs = subgraphNames.flatMap((name) => [
    [`SUBGRAPH_URL_${name.toUpperCase()}`, `${urlOf(settings, name)}/graphql`],
    [`SUBGRAPH_OPERATOR_${name.toUpperCase()}`, identities.operators.get(name)?.operator],
  ]);
  return {
    name: "gateway",
    program: join(root, "gateway", "src", "main.ts"),
    environment: {
      // Everything of the demo runs on this machine.
      GATEWAY_SUBGRAPH_NETWORKS: LOOPBACK,
      ...inherited(settings.environment, "gateway"),
      // Where an OpenTelemetry collector is, and how it is reached.
      ...variablesNamed(settings.environment, (name) => name.startsWith("OTEL_")),
      ...Object.fromEntries(subgraphs),
      GATEWAY_PORT: String(settings.ports.gateway),
      GATEWAY_ISSUER: gatewayIssuer(settings),
      GATEWAY_KEYS_FILE: identities.gatewayKeys,
      GATEWAY_ISSUERS_FILE: identities.issuers,
      GATEWAY_DEMO_TOKENS_FILE: files.tokens,
      GATEWAY_STUDIO_FOLDER: files.studio,
      ...ledgerAddress(settings),
      MAILLON_DEMO: "1",
    },
    readyUrl: `${urlOf(settings, "gateway")}/ready`,
  };
}

/** The address that people use. */
export function publicUrl(settings: Settings): string {
  return `http://localhost:${settings.ports.gateway}`;
}

function gatewayIssuer(settings: Settings): string {
  return settings.environment["GATEWAY_ISSUER"] ?? publicUrl(settings);
}

/** Where compliance says what is agreed, and by which keys it is known. */
function ledgerAddress(settings: Settings) {
  const compliance = urlOf(settings, "compliance");
  return { LEDGER_URL: `${compliance}/ledger`, LEDGER_JWKS_URL: `${compliance}/.well-known/jwks.json` };
}

function urlOf(settings: Settings, name: ServiceName): string {
  return `http://127.0.0.1:${settings.ports[name]}`;
}

/** The machine's variables, and those that carry the service's own name. */
function inherited(environment: NodeJS.ProcessEnv, name: ServiceName): Record<string, string> {
  const own = `${name.toUpperCase()}_`;
  return variablesNamed(environment, (variable) => MACHINE.has(variable) || variable.startsWith(own));
}

function variablesNamed(
  environment: NodeJS.ProcessEnv,
  wanted: (variable: string) => boolean,
): Record<string, string> {
  const entries = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && wanted(entry[0]),
  );
  return Object.fromEntries(entries);
}
