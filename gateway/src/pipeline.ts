import { blaming } from "@maillon/schema";
import type { LedgerFollower } from "@maillon/schema/ledger";
import { createHttpServer } from "./accept/create-http-server.ts";
import { createMayKnowWay } from "./accept/may-know-way.ts";
import { serveGraphql } from "./accept/serve-graphql.ts";
import { servePersonas } from "./accept/serve-personas.ts";
import { serveSchemaFacts } from "./accept/serve-schema-facts.ts";
import { serveStatus } from "./accept/serve-status.ts";
import { serveStudio } from "./accept/serve-studio.ts";
import type { Identity } from "./authenticate/identity.ts";
import { createCheckOperation } from "./check/check-operation.ts";
import { createCompanyBudget } from "./check/company-budget.ts";
import { createMayIntrospect } from "./check/introspection-policy.ts";
import { OPERATION_LIMITS } from "./check/operation-limits.ts";
import type { Config } from "./config.ts";
import type { OpenAccess } from "./redact/access.ts";
import { openApolloGateway } from "./respond/apollo-gateway.ts";
import { createApolloServer } from "./respond/create-apollo-server.ts";
import type { Log } from "./telemetry/create-log.ts";
import { createMetrics } from "./telemetry/create-metrics.ts";
import { createTracing } from "./telemetry/create-tracing.ts";
import { noTracing } from "./telemetry/request-trace.ts";

interface PipelineOptions {
  readonly config: Config;
  readonly supergraphSdl: string;
  readonly identity: Identity;
  /** The gateway's copy of the ledger. */
  readonly ledger: Pick<LedgerFollower, "current" | "begun">;
  readonly log: Log;
  /** What each viewer may see. */
  readonly openAccess: OpenAccess;
}

/**
 * The table of contents: a request is accepted, its viewer named (authenticate), its document checked,
 * reduced to what she may ask (filter), planned, run against the subgraphs (query), and what she may see of
 * it (redact) written (respond), while telemetry looks on.
 */
export async function createPipeline(options: PipelineOptions) {
  const { config, supergraphSdl, ledger, log, openAccess } = options;
  const { authenticate, headersFor, published } = options.identity;
  const followsLedger = () => ledger.current() !== undefined;
  const metrics = createMetrics(followsLedger);
  const tracing = config.tracesUrl === undefined ? noTracing : createTracing(config.tracesUrl);
  // Where nobody is named, one viewer's flood would be everybody's.
  const budget = config.identity && createCompanyBudget({ perSecond: config.companyBudget, now: Date.now });
  const supergraph = await blaming("GATEWAY_SUPERGRAPH", () =>
    openApolloGateway({ ...config, supergraphSdl, headersFor, metrics, budget, openAccess }),
  );
  const mayIntrospect = createMayIntrospect(config);
  const apollo = createApolloServer({ gateway: supergraph.gateway, mayIntrospect, log });
  await apollo.start();

  let stopping = false;
  const app = createHttpServer({ log, metrics, ...config });
  serveStatus(app, {
    metrics,
    keys: published,
    isReady: () => !stopping && ledger.begun(),
    followsLedger,
    metricsToken: config.metricsToken,
  });
  serveStudio(app, { folder: config.studioFolder, demo: config.demo, signIn: config.signIn });
  servePersonas(app, { demo: config.demo, tokensFile: config.demoTokensFile });
  serveSchemaFacts(app, { authenticate, mayIntrospect, budget, facts: supergraph.facts });
  serveGraphql(app, {
    isReady: ledger.begun,
    apollo,
    mayKnowWay: createMayKnowWay(config),
    tracing,
    authenticate,
    checkOperation: createCheckOperation(OPERATION_LIMITS, supergraph.apiSchema),
    budget,
  });

  return {
    app,
    /** Puts another supergraph in force; rejects, and keeps the one in force, if it cannot be served. */
    replaceSupergraph: supergraph.replace,
    /** Lets running requests end, then closes every connection. */
    async stop(): Promise<void> {
      stopping = true;
      await app.close();
      await apollo.stop();
      await tracing.close();
    },
  };
}
