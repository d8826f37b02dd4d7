import { ApolloGateway } from "@apollo/gateway";
import type { Log } from "../telemetry/create-log.ts";
import { createSubgraphSource, type SubgraphSourceOptions } from "../query/subgraph-source.ts";

interface SupergraphOptions extends Pick<SubgraphSourceOptions, "signAssertion" | "metrics"> {
  readonly supergraphSdl: string;
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly log: Log;
}

/** The supergraph in force, planned and executed by @apollo/gateway; `close` ends the connections to subgraphs. */
export function openSupergraph({ supergraphSdl, subgraphUrls, log, ...source }: SupergraphOptions) {
  const sources: { close(): Promise<void> }[] = [];
  // Without this, @apollo/gateway reports to a cloud service and asks cloud metadata addresses where it runs.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: log,
    buildService({ name, url }) {
      const at = subgraphUrls.get(name) ?? url;
      if (at === undefined)
        throw new Error(
          `The supergraph names no URL for subgraph ${name}; set SUBGRAPH_URL_${name.toUpperCase()}.`,
        );
      const opened = createSubgraphSource({ ...source, name, url: at });
      sources.push(opened);
      return opened;
    },
  });
  return { gateway, close: async () => void (await Promise.all(sources.map((each) => each.close()))) };
}
