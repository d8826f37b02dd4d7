import { supergraphOf } from "@maillon/schema/compose";
import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "@maillon/schema/visibility";

/** What a contract begins with that says who sees what. */
export const SPECIFICATIONS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
    import: ["@key", "@requires", "@external", "@shareable", "@composeDirective"])
  ${VISIBILITY_LINK} ${VISIBILITY_DEFINITIONS}`;

/** Composes contracts, by the name of their subgraph, which begin with the specifications. */
export function composeContracts(contracts: Readonly<Record<string, string>>): string {
  return supergraphOf(
    Object.entries(contracts).map(([name, types]) => ({
      name,
      url: `http://${name}.test`,
      sdl: `${SPECIFICATIONS} ${types}`,
    })),
  );
}
