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

"The fields of a type that name the companies around an object."
directive @parties(
  owner: String
  seller: String
  buyer: String
  carrier: String
  via: String
  subject: String
  published: String
  by: String
) repeatable on OBJECT

"The data classes of a field or of all fields of a type; absent means public."
directive @visible(class: [String!]!, by: String) repeatable on FIELD_DEFINITION | OBJECT

"The protected fields that an argument, a sort value or a computed field depends on."
directive @reads(
  fields: [String!]!
  by: String
) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE | FIELD_DEFINITION
`;
