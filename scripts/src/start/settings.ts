import { SUBGRAPHS, type SubgraphName } from "@maillon/schema";
import { maillonHome } from "../demo/maillon-home.ts";

/** A process of the chain that answers over HTTP. */
export type ServiceName = "gateway" | SubgraphName;

/** Where the databases are. */
export interface DatabaseSettings {
  /** Where all state lives. */
  readonly home: string;
  /** Databases that are elsewhere; the others live on the embedded server. */
  readonly databaseUrls: ReadonlyMap<SubgraphName, string>;
}

/** What the environment says about a start of the demo chain. */
export interface Settings extends DatabaseSettings {
  readonly ports: Readonly<Record<ServiceName, number>>;
  readonly environment: NodeJS.ProcessEnv;
}

/** The subgraphs, in the order in which they are listed everywhere. */
export const subgraphNames = Object.keys(SUBGRAPHS) as SubgraphName[];

/** The variable that moves a service to another port. */
export function portVariable(name: ServiceName): string {
  return `${name.toUpperCase()}_PORT`;
}

/** The variable that moves a subgraph to another database. */
export function databaseVariable(name: SubgraphName): string {
  return `DATABASE_URL_${name.toUpperCase()}`;
}

/**
 * Reads the settings of `npm start`.
 *
 * @throws Error that names every variable that is not valid.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  if (environment["NODE_ENV"] === "production") {
    throw new Error(
      "npm start runs the demo chain, whose identities anyone can make: not with NODE_ENV=production.",
    );
  }
  const port = (name: ServiceName, usual: number) => readPort(portVariable(name), environment, usual);
  const { catalogue, orders, customers, compliance } = SUBGRAPHS;
  return {
    ...readDatabaseSettings(environment),
    ports: {
      gateway: port("gateway", 4000),
      catalogue: port("catalogue", catalogue.port),
      orders: port("orders", orders.port),
      customers: port("customers", customers.port),
      compliance: port("compliance", compliance.port),
    },
    environment,
  };
}

/** Reads where the databases are, for tools that need nothing else. */
export function readDatabaseSettings(environment: NodeJS.ProcessEnv): DatabaseSettings {
  const urls = subgraphNames.flatMap((name) => {
    const url = environment[databaseVariable(name)];
    return url ? [[name, url] as const] : [];
  });
  return { home: maillonHome(environment), databaseUrls: new Map(urls) };
}

function readPort(variable: string, environment: NodeJS.ProcessEnv, usual: number): number {
  const text = environment[variable];
  if (text === undefined || text === "") return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Error(`${variable} must be a port from 1 to 65535, not "${text}".`);
}
