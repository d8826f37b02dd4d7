import { createRequire } from "node:module";
import { z } from "zod";
import { isNetwork } from "./query/transport/allowed-addresses.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean),
);

const httpUrl = z.url({ protocol: /^https?$/, error: "is not an http(s) URL" });

const environment = z.object({
  GATEWAY_PORT: port.default(4000),
  /** Address to listen on; this machine only unless told otherwise. */
  GATEWAY_HOST: z.string().default("127.0.0.1"),
  /** `iss` of the assertions that subgraphs receive. */
  GATEWAY_ISSUER: z.url().optional(),
  /** File with the identity providers whose tokens are accepted. */
  GATEWAY_ISSUERS_FILE: z.string().min(1).optional(),
  /** File with the gateway's private keys. */
  GATEWAY_KEYS_FILE: z.string().min(1).optional(),
  /** Where the trusted third party serves the ledger of agreements, and its public keys. */
  LEDGER_URL: httpUrl.optional(),
  LEDGER_JWKS_URL: httpUrl.optional(),
  /**
   * Set to 1, no token is asked for, subgraphs are told nobody's name, and no agreement counts. The five
   * above are needed otherwise.
   */
  GATEWAY_OPEN: z.literal("1").optional(),
  /** File or http(s) URL of the composed supergraph. */
  GATEWAY_SUPERGRAPH: z
    .string()
    .default(() => createRequire(import.meta.url).resolve("@maillon/schema/supergraph.graphql")),
  GATEWAY_BODY_LIMIT: z.coerce.number().int().positive().default(100_000),
  /**
   * Fields that each company's answers may hold in a second, by the cost of what it asks; ten seconds' worth
   * can be saved.
   */
  GATEWAY_COMPANY_BUDGET: z.coerce.number().int().positive().default(2_000_000),
  GATEWAY_CORS_ORIGINS: list.default([]),
  GATEWAY_METRICS_TOKEN: z.string().min(16).optional(),
  /** The OpenTelemetry collector to which traces are sent (OTLP over HTTP); without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  GATEWAY_LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Folder with the built studio. */
  GATEWAY_STUDIO_FOLDER: z.string().min(1).optional(),
  /** The OpenID Connect provider that the studio signs people in with, and its client id there. */
  GATEWAY_STUDIO_ISSUER: z.url().optional(),
  GATEWAY_STUDIO_CLIENT_ID: z.string().min(1).optional(),
  /** Organizations whose viewers may learn which subgraph was asked what, how long it took and how much it answered. */
  GATEWAY_WAY_ORGANIZATIONS: list.default([]),
  /** Networks in CIDR notation in which subgraphs may be, beside the public addresses. */
  GATEWAY_SUBGRAPH_NETWORKS: list
    .refine((networks) => networks.every(isNetwork), "is not a list of networks such as 10.0.0.0/8")
    .default([]),
  /** Organizations whose viewers may ask for the schema itself; every viewer when it is not set. */
  GATEWAY_INTROSPECTION_ORGANIZATIONS: list.optional(),
  /** File with ready tokens of the demo's viewers. */
  GATEWAY_DEMO_TOKENS_FILE: z.string().min(1).optional(),
  MAILLON_DEMO: z.literal("1").optional(),
  NODE_ENV: z.string().optional(),
});

/** What naming viewers needs. */
export interface IdentityConfig {
  readonly issuer: string;
  readonly issuersFile: string;
  readonly keysFile: string;
  readonly ledgerUrl: URL;
  readonly ledgerJwksUrl: URL;
}

/** Where people sign in to the studio. */
export interface SignIn {
  /** `iss` of an OpenID Connect provider. */
  readonly issuer: string;
  /** The studio as that provider knows it: a public client, with PKCE. */
  readonly clientId: string;
}

/** What the gateway's operator decides; read once, when the process starts. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** How viewers are named; undefined when anybody may ask. */
  readonly identity: IdentityConfig | undefined;
  /** Path or http(s) URL. */
  readonly supergraph: string;
  readonly bodyLimit: number;
  /** Fields that each company may ask for in a second. */
  readonly companyBudget: number;
  readonly corsOrigins: readonly string[];
  readonly metricsToken: string | undefined;
  readonly logLevel: string;
  /** Where traces are sent; undefined when nobody collects them. */
  readonly tracesUrl: string | undefined;
  readonly studioFolder: string | undefined;
  readonly signIn: SignIn | undefined;
  readonly demoTokensFile: string | undefined;
  /** Organizations whose viewers may learn the way of an operation through the subgraphs. */
  readonly wayOrganizations: readonly string[];
  /** Organizations whose viewers may ask for the schema itself; undefined when every viewer may. */
  readonly introspectionOrganizations: readonly string[] | undefined;
  readonly demo: boolean;
  /** Where each subgraph answers, by name, when it is not where the supergraph says. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Networks in CIDR notation in which subgraphs may be, beside the public addresses. */
  readonly subgraphNetworks: readonly string[];
  /** Who operates each subgraph, by name: `Organization.id`. An operator learns only of its own agreements. */
  readonly operators: ReadonlyMap<string, string>;
}

/**
 * Reads the configuration from environment variables.
 *
 * @throws Error that names every variable that is missing or not valid.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
    throw new Error(`The gateway's configuration is not valid:\n${faults.join("\n")}`);
  }
  const { data } = parsed;
  if (data.MAILLON_DEMO && data.NODE_ENV === "production") {
    throw new Error(
      "MAILLON_DEMO=1 admits demo identities that anyone can make: it is refused in production.",
    );
  }
  return {
    port: data.GATEWAY_PORT,
    host: data.GATEWAY_HOST,
    identity: identityOf(data),
    supergraph: data.GATEWAY_SUPERGRAPH,
    bodyLimit: data.GATEWAY_BODY_LIMIT,
    companyBudget: data.GATEWAY_COMPANY_BUDGET,
    corsOrigins: data.GATEWAY_CORS_ORIGINS,
    metricsToken: data.GATEWAY_METRICS_TOKEN,
    logLevel: data.GATEWAY_LOG_LEVEL,
    tracesUrl: data.OTEL_EXPORTER_OTLP_ENDPOINT,
    studioFolder: data.GATEWAY_STUDIO_FOLDER,
    signIn: readSignIn(data),
    demoTokensFile: data.GATEWAY_DEMO_TOKENS_FILE,
    wayOrganizations: data.GATEWAY_WAY_ORGANIZATIONS,
    introspectionOrganizations: data.GATEWAY_INTROSPECTION_ORGANIZATIONS,
    demo: data.MAILLON_DEMO === "1",
    subgraphUrls: readSubgraphUrls(env),
    subgraphNetworks: data.GATEWAY_SUBGRAPH_NETWORKS,
    operators: readByName(env, /^SUBGRAPH_OPERATOR_([A-Z0-9_]+)$/),
  };
}

/** Only the explicit word makes a gateway open: forgetting a variable must not. */
function identityOf(data: z.infer<typeof environment>): IdentityConfig | undefined {
  if (data.GATEWAY_OPEN) return undefined;
  const { GATEWAY_ISSUER, GATEWAY_ISSUERS_FILE, GATEWAY_KEYS_FILE, LEDGER_URL, LEDGER_JWKS_URL } = data;
  if (GATEWAY_ISSUER && GATEWAY_ISSUERS_FILE && GATEWAY_KEYS_FILE && LEDGER_URL && LEDGER_JWKS_URL)
    return {
      issuer: GATEWAY_ISSUER,
      issuersFile: GATEWAY_ISSUERS_FILE,
      keysFile: GATEWAY_KEYS_FILE,
      ledgerUrl: new URL(LEDGER_URL),
      ledgerJwksUrl: new URL(LEDGER_JWKS_URL),
    };
  const needed = { GATEWAY_ISSUER, GATEWAY_ISSUERS_FILE, GATEWAY_KEYS_FILE, LEDGER_URL, LEDGER_JWKS_URL };
  const missing = Object.entries(needed)
    .filter(([, value]) => value === undefined)
    .map(([name]) => `  ${name}: is needed unless GATEWAY_OPEN=1 (npm run gateway: --open)`);
  throw new Error(`The gateway's configuration is not valid:\n${missing.join("\n")}`);
}

function readSignIn(data: z.infer<typeof environment>): SignIn | undefined {
  const { GATEWAY_STUDIO_ISSUER: issuer, GATEWAY_STUDIO_CLIENT_ID: clientId } = data;
  if ((issuer === undefined) !== (clientId === undefined)) {
    throw new Error("GATEWAY_STUDIO_ISSUER and GATEWAY_STUDIO_CLIENT_ID are set both, or neither is.");
  }
  return issuer !== undefined && clientId !== undefined ? { issuer, clientId } : undefined;
}

function readSubgraphUrls(env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const urls = readByName(env, /^SUBGRAPH_URL_([A-Z0-9_]+)$/);
  for (const [name, url] of urls) {
    // Not repeated: a URL may hold a password.
    if (!httpUrl.safeParse(url).success)
      throw new Error(`SUBGRAPH_URL_${name.toUpperCase()} is not an http(s) URL.`);
  }
  return urls;
}

/** The variables whose name ends in that of a subgraph, by the latter. */
function readByName(env: NodeJS.ProcessEnv, pattern: RegExp): ReadonlyMap<string, string> {
  const values = Object.entries(env).flatMap(([variable, value]) => {
    const name = pattern.exec(variable)?.[1]?.toLowerCase();
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return new Map(values);
}
