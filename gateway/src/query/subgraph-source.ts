import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { REQUEST_ID_HEADER } from "@maillon/schema";
import { GraphQLError } from "graphql";
import { type Dispatcher, Pool } from "undici";
import { z } from "zod";
import type { RequestContext } from "../request-context.ts";
import type { Metrics, SubgraphOutcome } from "../telemetry/create-metrics.ts";
import type { SignAssertion } from "./sign-assertion.ts";

/** What a source needs to know. */
export interface SubgraphSourceOptions {
  readonly name: string;
  readonly url: string;
  readonly signAssertion: SignAssertion;
  readonly metrics: Metrics;
}

/** How long a subgraph may take to answer, in milliseconds, and how large its answer may be, in bytes. */
const LIMITS = { time: 5_000, bytes: 10_000_000 };

const answerShape = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

/**
 * Asks one subgraph over HTTP, for @apollo/gateway's executor. Only the signed assertion and the request id travel
 * along: never the client's token, its other headers or the name it gave its operation.
 */
export function createSubgraphSource({
  name,
  url,
  signAssertion,
  metrics,
}: SubgraphSourceOptions): GraphQLDataSource<RequestContext> & { close(): Promise<void> } {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    headersTimeout: LIMITS.time,
    bodyTimeout: LIMITS.time,
    connect: { timeout: 1_000 },
    maxResponseSize: LIMITS.bytes,
  });

  async function ask(
    options: GraphQLDataSourceProcessOptions<RequestContext>,
  ): Promise<Dispatcher.ResponseData> {
    if (options.kind !== "incoming operation")
      throw new Error("Subgraphs are asked only on behalf of a viewer.");
    const { viewer, requestId, signal } = options.context;
    const { query, variables } = options.request;
    const headers = {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${signAssertion(viewer, name)}`,
      [REQUEST_ID_HEADER]: requestId,
    };
    return pool.request({
      path: pathname,
      method: "POST",
      headers,
      body: JSON.stringify({ query: withoutName(query), variables }),
      signal,
    });
  }

  return {
    async process(options) {
      const { log } = (options as { context: RequestContext }).context;
      const start = performance.now();
      const end = (outcome: SubgraphOutcome) =>
        metrics.subgraphAsked(name, outcome, (performance.now() - start) / 1_000);
      try {
        const response = await ask(options);
        const answer = answerShape.parse(await response.body.json());
        if (response.statusCode !== 200)
          throw new Error(`HTTP ${response.statusCode}: ${JSON.stringify(answer.errors)}`);
        end(answer.errors ? "errors" : "ok");
        if (answer.errors)
          log.warn({ subgraph: name, errors: answer.errors }, "subgraph answered with errors");
        return answer as Awaited<ReturnType<GraphQLDataSource["process"]>>;
      } catch (error) {
        end("unavailable");
        log.error({ subgraph: name, err: error }, "subgraph did not answer");
        throw new GraphQLError("unavailable", {
          extensions: { code: "UPSTREAM_UNAVAILABLE", serviceName: name },
        });
      }
    },
    close: () => pool.close(),
  };
}

/** The executor hands the client's operation name on; it could tell a partner what the client is up to. */
function withoutName(query: string | undefined): string | undefined {
  return query?.replace(/^(query|mutation) \w+/, "$1");
}
