import type { FastifyInstance } from "fastify";
import type { JWTVerifyGetKey } from "jose";
import type { Logger } from "pino";

/** What a service of a subgraph is opened with. */
export interface SubgraphHost {
  /** The subgraph's server before it listens. */
  readonly server: FastifyInstance;
  /** Connects as the plain role, whom row-level security binds. */
  readonly databaseUrl: string;
  /** Whose word counts as the gateway's. */
  readonly gateway: { readonly issuer: string; readonly keys: JWTVerifyGetKey };
  readonly logger: Logger;
}

/** Something that a company offers beside its GraphQL, on the same port; disposed of when the process stops. */
export type SubgraphService = (host: SubgraphHost) => Promise<AsyncDisposable>;
