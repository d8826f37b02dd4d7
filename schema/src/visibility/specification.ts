import { FACT_NAMES } from "./fact.ts";

/** The visibility specification that contracts link to; schema/spec/visibility-v1.0.md is its page. */
export const VISIBILITY_SPECIFICATION = {
  identity: "https://maillon.dev/spec/visibility",
  version: "v1.0",
  url: "https://maillon.dev/spec/visibility/v1.0",
  directives: ["parties", "visible", "reads"],
} as const;

export type VisibilityDirective = (typeof VISIBILITY_SPECIFICATION.directives)[number];

const factArguments = FACT_NAMES.map((name) => `  ${name}: String`).join("\n");

/** The definitions of the directives, for contracts. Every fact of `@parties` is optional: a type names what it has. */
export const VISIBILITY_DEFINITIONS = `
"The fields of a type that name the companies around an object, and the other facts that decide who sees it."
directive @parties(
${factArguments}
  by: String
) repeatable on OBJECT

"The data classes of a field, or of all fields of a type; several mean that all of them are needed."
directive @visible(class: [String!]!, by: String) repeatable on FIELD_DEFINITION | OBJECT

"The protected fields that an argument, a sort value or a computed field depends on."
directive @reads(
  fields: [String!]!
  by: String
) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE | FIELD_DEFINITION
`;

/** What a contract declares to use the directives and to have them carried into the supergraph. */
export const VISIBILITY_LINK = `
extend schema
  @link(url: "${VISIBILITY_SPECIFICATION.url}", import: ["@parties", "@visible", "@reads"])
  @composeDirective(name: "@parties")
  @composeDirective(name: "@visible")
  @composeDirective(name: "@reads")
`;
