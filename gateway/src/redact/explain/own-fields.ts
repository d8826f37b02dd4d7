import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ScalarTypeDefinitionNode,
  parse,
} from "graphql";
import { directivesNamed } from "../../plan/supergraph/join-directives.ts";

/** The name under which the gateway answers fields of its own, as if it were a subgraph; no contract may have it. */
export const OWN_SUBGRAPH = "_gateway";

/** The types and root fields that the gateway answers itself. */
export const OWN_CONTRACT = `
"Why a viewer may read a field of an object, or may not."
type Explanation {
  "The field, such as Order.total."
  coordinate: String!
  "The type of the object that the field leads to, when its objects are protected as a whole: that object decided."
  type: String
  "The data class that decided."
  class: String!
  """
  GRANTED; DENIED; HIDDEN when there is nothing here that you may know of; KEPT_BACK when an agreement grants it that the
  company which keeps the object does not hold, and so does not follow; BY_OBJECT when each of the objects that the field
  leads to is decided on by itself.
  """
  effect: String!
  "The rule that decided."
  rule: String!
  "What the rule says, in words."
  reason: String!
  "The agreement that the rule turned on, if your company is a party to it."
  agreement: ID
  "Which version of it."
  version: Int
  "The clause of that agreement."
  clause: String
  "What kind of clause it is, such as DATA_SHARING."
  clauseType: String
  "The company that keeps the object, when it is KEPT_BACK and the object's id names who does."
  keptBy: ID
  "What would grant it."
  missing: [String!]!
}
"Somebody who can see a field of an object."
type Seer {
  "A company's id, or the id under which a customer is known."
  party: ID!
  "The rules that let it see the field."
  rules: [String!]!
  "The clauses on which they turn, of agreements that your company is a party to."
  clauses: [SeeingClause!]!
  "The ids of a regulator's requests for your company's data on which they turn."
  disclosures: [ID!]!
  "Whether it reads nothing all the same: the company that keeps the object does not hold the agreement."
  keptBack: Boolean!
}
"A clause in force that opens a field to somebody."
type SeeingClause {
  "The agreement that it is in."
  agreement: ID!
  "Which version of the agreement."
  version: Int!
  "How the agreement numbers it, such as 4.2."
  clause: String!
  "What kind of clause it is, such as DATA_SHARING."
  type: String!
}
"A day, such as 2026-11-22."
scalar Date
type Query {
  """
  Why you may read a field of an object, or may not; the same for what is hidden and for what does not exist. A field that
  leads to an object which is protected as a whole is asked without arguments, and that object decides.
  """
  explain("The field, such as Order.total." coordinate: String!, "The object's id." id: ID!): Explanation
  """
  Who can see a field of an object of yours; null for whoever does not own it. Of a field that leads to an object which is
  protected as a whole it tells who can see that object.
  """
  whoCanSee(
    "The field, such as Order.total."
    coordinate: String!
    "The object's id."
    id: ID!
    "The day by whose agreements it is decided, as they stand at its end (UTC); now when absent."
    on: Date
  ): [Seer!]
}`;

const GRAPH = "MX_GATEWAY";

/** Adds what the gateway answers itself to a supergraph; types of these names must not be there already. */
export function withOwnFields(document: DocumentNode): DocumentNode {
  const { definitions: contract } = parse(OWN_CONTRACT, { noLocation: true });
  const own = contract.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
  const scalars = contract.filter((each) => each.kind === Kind.SCALAR_TYPE_DEFINITION);
  const [types, [query]] = [
    own.filter(({ name }) => name.value !== "Query"),
    own.filter(({ name }) => name.value === "Query"),
  ];
  const definitions = document.definitions.map((each) => {
    if (each.kind === Kind.SCALAR_TYPE_DEFINITION && scalars.some(isNamed(each.name.value)))
      return joined(each);
    if (each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === "join__Graph")
      return { ...each, values: [...(each.values ?? []), ...graphValue()] };
    return query && each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === "Query"
      ? extendQuery(each, query)
      : each;
  });
  const added = scalars.filter(({ name }) => !document.definitions.some(isNamed(name.value)));
  return { ...document, definitions: [...definitions, ...[...types, ...added].map(joined)] };
}

function isNamed(name: string): (definition: DefinitionNode) => boolean {
  return (definition) => "name" in definition && definition.name?.value === name;
}

function joined<Type extends ObjectTypeDefinitionNode | ScalarTypeDefinitionNode>(type: Type): Type {
  return { ...type, directives: [...(type.directives ?? []), ...directives(`@join__type(graph: ${GRAPH})`)] };
}

/** A field that every subgraph of a type defines names none of them: it must before another one joins the type. */
function extendQuery(
  type: ObjectTypeDefinitionNode,
  own: ObjectTypeDefinitionNode,
): ObjectTypeDefinitionNode {
  const graphs = directivesNamed(type, "join__type").flatMap(({ arguments: given = [] }) =>
    given.flatMap(({ name, value }) =>
      name.value === "graph" && value.kind === Kind.ENUM ? [value.value] : [],
    ),
  );
  const everywhere = directives(graphs.map((graph) => `@join__field(graph: ${graph})`).join(" "));
  const fields = (type.fields ?? []).map((field) =>
    directivesNamed(field, "join__field").length > 0
      ? field
      : { ...field, directives: [...(field.directives ?? []), ...everywhere] },
  );
  const added = (own.fields ?? []).map((field) => ({
    ...field,
    directives: directives(`@join__field(graph: ${GRAPH})`),
  }));
  return {
    ...type,
    directives: [...(type.directives ?? []), ...directives(`@join__type(graph: ${GRAPH})`)],
    fields: [...fields, ...added],
  };
}

function directives(text: string): readonly ConstDirectiveNode[] {
  const [definition] = parse(`scalar S ${text}`, { noLocation: true }).definitions;
  return definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? (definition.directives ?? []) : [];
}

function graphValue() {
  const text = `enum E { ${GRAPH} @join__graph(name: "${OWN_SUBGRAPH}", url: "") }`;
  const [definition] = parse(text, { noLocation: true }).definitions;
  return definition?.kind === Kind.ENUM_TYPE_DEFINITION ? (definition.values ?? []) : [];
}
