import { VISIBILITY_DEFINITIONS } from "../../visibility/specification.ts";

/** What the contracts of tests begin with. */
export const CONTRACT_HEAD = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible", "@authenticated", "@requiresScopes", "@context", "@fromContext", "@composeDirective"])
  @link(url: "https://maillon.dev/spec/visibility/v1.0", import: ["@parties", "@visible", "@reads"])
  @composeDirective(name: "@parties") @composeDirective(name: "@visible") @composeDirective(name: "@reads")
${VISIBILITY_DEFINITIONS}`;
