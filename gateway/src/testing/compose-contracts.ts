import { composeSupergraph, describeFault } from "@maillon/schema/compose";
import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "@maillon/schema/visibility";

/** What a contract begins with that says who sees what. */
export const SPECIFICATIONS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
    import: ["@key", "@requires", "@external", "@shareable", "@composeDirective"])
  ${VISIBILITY_LINK} ${VISIBILITY_DEFINITIONS}`;

/** Composes contracts, by the name of their subgraph, which begin with the specifications. */
export function composeContracts(contracts: Readonly<Record<string, string>>): string {
  return composeOrThrow(
    Object.entries(contracts).map(([name, types]) => ({
      name,
      url: `http://${name}.test`,
      sdl: `${SPECIFICATIONS} ${types}`,
    })),
  );
}

/** Composes subgraphs to the text of their supergraph. */
export function composeOrThrow(subgraphs: Parameters<typeof composeSupergraph>[0]): string {
  const composition = composeSupergraph(subgraphs);
  if (!composition.ok) throw new Error(composition.faults.map(describeFault).join("\n"));
  return composition.supergraph;
}
