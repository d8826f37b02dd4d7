import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What the gateway counts, in the text format of Prometheus. Labels have a bounded set of values, never a client's. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** One request of a client has been answered. */
  requestAnswered(status: number, seconds: number): void;
  /** One request to a subgraph has ended. */
  subgraphAsked(subgraph: string, outcome: SubgraphOutcome, seconds: number): void;
}

/** How a request to a subgraph ended: answered, answered with errors, refused by status, or not at all. */
export type SubgraphOutcome = "ok" | "errors" | "refused" | "unavailable";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the metrics, in a registry of their own. `knowsAgreements` tells whether it is known now what is in force. */
export function createMetrics(knowsAgreements: () => boolean): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const agreementsKnown = new Gauge({
    name: "maillon_agreements_known",
    help: "1 while it is known what is in force, 0 while nothing is shown that needs an agreement.",
    registers: [],
    collect() {
      this.set(Number(knowsAgreements()));
    },
  });
  registry.registerMetric(agreementsKnown);
  const requests = new Histogram({
    name: "maillon_request_duration_seconds",
    help: "Time to answer a client's request.",
    labelNames: ["status"],
    buckets: SECONDS,
    registers: [registry],
  });
  const subgraphSeconds = new Histogram({
    name: "maillon_subgraph_request_duration_seconds",
    help: "Time until a subgraph answered a request.",
    labelNames: ["subgraph"],
    buckets: SECONDS,
    registers: [registry],
  });
  const subgraphOutcomes = new Counter({
    name: "maillon_subgraph_requests_total",
    help: "Requests to subgraphs by outcome.",
    labelNames: ["subgraph", "outcome"],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    requestAnswered: (status, seconds) => requests.observe({ status }, seconds),
    subgraphAsked(subgraph, outcome, seconds) {
      subgraphSeconds.observe({ subgraph }, seconds);
      subgraphOutcomes.inc({ subgraph, outcome });
    },
  };
}
