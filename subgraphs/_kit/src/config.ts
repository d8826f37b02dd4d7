import { IMPORT_SECRET } from "@maillon/schema/exchange";
import { z } from "zod";

/** What a subgraph process is told by its environment. */
export interface SubgraphConfig {
  readonly host: string;
  readonly port: number;
  /** Connection of the database's owner; only migrations and imports use it, requests run as a plain role. */
  readonly databaseUrl: string;
  readonly gateway: { readonly issuer: string; readonly jwksUrl: URL };
  /** Where the trusted third party tells this company what is agreed. */
  readonly ledger: LedgerConfig;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

/** What following the ledger needs. */
export interface LedgerConfig {
  readonly url: URL;
  readonly jwksUrl: URL;
  /** `Organization.id` of the company that operates the subgraph. */
  readonly operator: string;
  /** The secret by which the third party knows that company. */
  readonly credential: string;
}

const httpUrl = (what: string) => z.url({ protocol: /^https?$/u, error: `is required: ${what}` });

const postgresUrl = z
  .string("is required: the PostgreSQL URL of this subgraph's own database")
  .regex(/^postgres(ql)?:\/\/.+/u, "must be a URL such as postgresql://user:password@host:5432/name");

const environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATABASE_URL: postgresUrl,
  GATEWAY_ISSUER: z.string("is required: the `iss` of the gateway's assertions").min(1),
  GATEWAY_JWKS_URL: httpUrl("the URL of the gateway's public keys"),
  LEDGER_URL: httpUrl("the URL at which the trusted third party serves the ledger"),
  LEDGER_JWKS_URL: httpUrl("the URL of the third party's public keys"),
  LEDGER_CREDENTIAL: z
    .string("is required: the secret by which the third party knows this company")
    .regex(/^[\w-]{43,200}$/u, "must be at least 32 bytes in base64url"),
  OPERATOR_ID: z.string("is required: the Organization.id of the company that operates this subgraph").min(1),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
});

const importEnvironment = z.object({
  DATABASE_URL: postgresUrl,
  [IMPORT_SECRET]: z
    .string("is required: the secret that ids of imported records are derived with")
    .min(16, "must have at least 16 characters"),
});

/**
 * Reads the environment of a server. This file is the only reader of it in a subgraph.
 * @throws Error that lists every variable that is missing or wrong, by name and without its value.
 */
export function readConfig(subgraph: { name: string; port: number }, env = process.env): SubgraphConfig {
  const portName = `${subgraph.name.toUpperCase()}_PORT`;
  const databaseName = `DATABASE_URL_${subgraph.name.toUpperCase()}`;
  const read = environment.safeParse({
    ...env,
    PORT: env[portName] ?? subgraph.port,
    DATABASE_URL: env[databaseName],
  });
  if (!read.success) throw configurationError(read.error, { PORT: portName, DATABASE_URL: databaseName });
  const { HOST, PORT, DATABASE_URL, GATEWAY_ISSUER, GATEWAY_JWKS_URL, LOG_LEVEL } = read.data;
  const { LEDGER_URL, LEDGER_JWKS_URL, LEDGER_CREDENTIAL, OPERATOR_ID } = read.data;
  return {
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL,
    gateway: { issuer: GATEWAY_ISSUER, jwksUrl: new URL(GATEWAY_JWKS_URL) },
    ledger: {
      url: new URL(LEDGER_URL),
      jwksUrl: new URL(LEDGER_JWKS_URL),
      operator: OPERATOR_ID,
      credential: LEDGER_CREDENTIAL,
    },
    logLevel: LOG_LEVEL,
  };
}

/** What an import is told by its environment: it talks to the database and to nobody else. */
export interface ImportConfig {
  readonly databaseUrl: string;
  /** With it ids are derived from the keys of a source; the same for all companies of a delivery. */
  readonly idSecret: string;
}

/**
 * Reads the environment of an import.
 * @throws Error like `readConfig`.
 */
export function readImportConfig(subgraphName: string, env = process.env): ImportConfig {
  const databaseName = `DATABASE_URL_${subgraphName.toUpperCase()}`;
  const read = importEnvironment.safeParse({ ...env, DATABASE_URL: env[databaseName] });
  if (!read.success) throw configurationError(read.error, { DATABASE_URL: databaseName });
  return { databaseUrl: read.data.DATABASE_URL, idSecret: read.data[IMPORT_SECRET] };
}

function configurationError(error: z.ZodError, realNames: Record<string, string>): Error {
  const lines = error.issues.map(({ path, message }) => {
    const key = String(path[0]);
    return `  ${realNames[key] ?? key} ${message}`;
  });
  return new Error(`The configuration is not complete:\n${lines.join("\n")}`);
}
