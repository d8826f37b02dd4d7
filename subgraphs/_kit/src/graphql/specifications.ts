import { VISIBILITY_DEFINITIONS } from "@maillon/schema/visibility";

/**
 * What every contract declares before its types: the federation version that composition accepts and the project's
 * own directives on who sees what. `@composeDirective` carries those into the supergraph.
 */
export const SPECIFICATIONS = `
extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@shareable", "@external", "@requires", "@provides", "@composeDirective", "@inaccessible", "@tag"]
  )
  @link(url: "https://maillon.dev/spec/visibility/v1.0", import: ["@parties", "@visible", "@reads"])
  @composeDirective(name: "@parties")
  @composeDirective(name: "@visible")
  @composeDirective(name: "@reads")
${VISIBILITY_DEFINITIONS}`;
