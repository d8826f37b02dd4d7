import { createRequire } from "node:module";
import { z } from "zod";
import { isNetwork } from "./query/transport/allowed-addresses.ts";
import { type SettingsOf, type SettingsTable, VariableReader } from "./variable-reader.ts";

const count = z.coerce.number().int().positive();
const file = z.string().min(1);
const httpUrl = z.url({ protocol: /^https?$/, error: "is not an http(s) URL" });
const flag = z.literal("1").optional().transform(Boolean);
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean),
);

/** What the gateway's operator decides: the environment variable that says it, and what it may hold. */
const settings = {
  port: ["GATEWAY_PORT", z.coerce.number().int().min(0).max(65_535).default(4000)],
  /** Address to listen on; this machine only unless told otherwise. */
  host: ["GATEWAY_HOST", z.string().default("127.0.0.1")],
  /** No token is asked for, subgraphs are told nobody's name, and no agreement counts. */
  open: ["GATEWAY_OPEN", flag],
  /** Path or http(s) URL of the composed supergraph. */
  supergraph: [
    "GATEWAY_SUPERGRAPH",
    z.string().default(() => createRequire(import.meta.url).resolve("@maillon/schema/supergraph.graphql")),
  ],
  /** Bytes that a request may have. */
  bodyLimit: ["GATEWAY_BODY_LIMIT", count.default(100_000)],
  /** Fields that each company's answers may hold in a second, by the cost of what it asks; ten seconds' worth can be saved. */
  companyBudget: ["GATEWAY_COMPANY_BUDGET", count.default(2_000_000)],
  corsOrigins: ["GATEWAY_CORS_ORIGINS", list.default([])],
  metricsToken: ["GATEWAY_METRICS_TOKEN", z.string().min(16).optional()],
  /** The OpenTelemetry collector to which traces are sent (OTLP over HTTP); without it there are none. */
  tracesUrl: ["OTEL_EXPORTER_OTLP_ENDPOINT", httpUrl.optional()],
  logLevel: [
    "GATEWAY_LOG_LEVEL",
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  ],
  /** Folder with the built studio. */
  studioFolder: ["GATEWAY_STUDIO_FOLDER", file.optional()],
  /** Organizations whose viewers may learn which subgraph was asked what, how long it took and how much it answered. */
  wayOrganizations: ["GATEWAY_WAY_ORGANIZATIONS", list.default([])],
  /** Organizations whose viewers may ask for the schema itself; every viewer when it is not set. */
  introspectionOrganizations: ["GATEWAY_INTROSPECTION_ORGANIZATIONS", list.optional()],
  /** Networks in CIDR notation in which subgraphs may be, beside the public addresses. */
  subgraphNetworks: [
    "GATEWAY_SUBGRAPH_NETWORKS",
    list
      .refine((networks) => networks.every(isNetwork), "is not a list of networks such as 10.0.0.0/8")
      .default([]),
  ],
  demo: ["MAILLON_DEMO", flag],
  /** File with ready tokens of the demo's viewers. */
  demoTokensFile: ["GATEWAY_DEMO_TOKENS_FILE", file.optional()],
} as const satisfies SettingsTable;

/** What naming viewers needs; an open gateway needs none of it. */
const identitySettings = {
  /** `iss` of the assertions that subgraphs receive. */
  issuer: ["GATEWAY_ISSUER", z.url()],
  /** File with the identity providers whose tokens are accepted. */
  issuersFile: ["GATEWAY_ISSUERS_FILE", file],
  /** File with the gateway's private keys. */
  keysFile: ["GATEWAY_KEYS_FILE", file],
  /** Where the trusted third party serves the ledger of agreements, and its public keys. */
  ledgerUrl: ["LEDGER_URL", httpUrl.transform((text) => new URL(text))],
  ledgerJwksUrl: ["LEDGER_JWKS_URL", httpUrl.transform((text) => new URL(text))],
} as const satisfies SettingsTable;

/** Where people sign in to the studio. */
const signInSettings = {
  /** `iss` of an OpenID Connect provider. */
  issuer: ["GATEWAY_STUDIO_ISSUER", z.url()],
  /** The studio as that provider knows it: a public client, with PKCE. */
  clientId: ["GATEWAY_STUDIO_CLIENT_ID", z.string().min(1)],
} as const satisfies SettingsTable;

/** What naming viewers needs. */
export type IdentityConfig = SettingsOf<typeof identitySettings>;

/** Where people sign in to the studio. */
export type SignIn = SettingsOf<typeof signInSettings>;

/** What the gateway's operator decides; read once, when the process starts. */
export interface Config extends SettingsOf<typeof settings> {
  /** How viewers are named; undefined when anybody may ask. */
  readonly identity: IdentityConfig | undefined;
  readonly signIn: SignIn | undefined;
  /** Where each subgraph answers, by name, when it is not where the supergraph says. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Who operates each subgraph, by name: `Organization.id`. An operator learns only of its own agreements. */
  readonly operators: ReadonlyMap<string, string>;
}

/**
 * Reads the configuration from environment variables.
 *
 * @throws Error that names every variable that is missing or not valid.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const reader = new VariableReader(env);
  const read = reader.read(settings);
  if (read.demo && env["NODE_ENV"] === "production")
    reader.refuse("MAILLON_DEMO=1 admits demo identities that anyone can make: it is refused in production.");
  const config = {
    ...read,
    // Only the explicit word makes a gateway open: forgetting a variable must not.
    identity: read.open ? undefined : reader.read(identitySettings, UNLESS_OPEN),
    signIn: namesAny(env, signInSettings) ? reader.read(signInSettings, BOTH_OR_NEITHER) : undefined,
    subgraphUrls: reader.readBySubgraph("SUBGRAPH_URL_", httpUrl),
    operators: reader.readBySubgraph("SUBGRAPH_OPERATOR_", z.string()),
  };
  reader.end();
  return config;
}

const BOTH_OR_NEITHER =
  "is needed: GATEWAY_STUDIO_ISSUER and GATEWAY_STUDIO_CLIENT_ID are set both, or neither is";
const UNLESS_OPEN = "is needed unless GATEWAY_OPEN=1 (npm run gateway: --open)";

function namesAny(env: NodeJS.ProcessEnv, table: SettingsTable): boolean {
  return Object.values(table).some(([variable]) => env[variable] !== undefined);
}
