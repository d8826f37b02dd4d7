import { refer } from "./generated-fields.ts";
import { pick, pickSome } from "./drawing.ts";
import type { Making } from "./generated-world.ts";

/** Gives the companies root fields: lists, single entities, shared ones, and lists of interfaces and unions. */
export function drawRoots(making: Making): void {
  const { draw, subgraphs } = making;
  for (const [index, subgraph] of subgraphs.entries()) {
    listRoot(making, subgraph, `all${index}`);
    if (draw(2) === 0) singleRoot(making, subgraph, `one${index}`);
    if (draw(2) === 0) abstractRoot(making, subgraph, index);
  }
  sharedRoot(making);
}

function listRoot(making: Making, subgraph: string, name: string): void {
  const { draw, book, rules, entities } = making;
  const entity = pick(draw, entities);
  const provided = refer(making, entity, subgraph);
  rules[`Query.${name}`] = () => entity.things;
  book.field(subgraph, "Query", { name, is: `[${entity.name}!]!${provided}` });
}

function singleRoot(making: Making, subgraph: string, name: string): void {
  const { draw, book, rules, entities } = making;
  const entity = pick(draw, entities);
  const provided = refer(making, entity, subgraph);
  rules[`Query.${name}`] = (_, { id }) => entity.things.find((thing) => thing["id"] === id) ?? null;
  book.field(subgraph, "Query", {
    name: `${name}(id: ID! = "${entity.name}-1")`,
    is: entity.name + provided,
  });
}

/** A root that two holders of one entity answer alike. */
function sharedRoot({ draw, book, rules, entities }: Making): void {
  const { name, things, holders } = pick(draw, entities);
  for (const holder of holders.slice(0, 2))
    book.field(holder, "Query", { name: "common", is: `[${name}] @shareable` });
  rules["Query.common"] = () => [things[0], null, things[2]];
}

/** A union of some of the entities that a subgraph has, or an interface that some of them implement there. */
function abstractRoot({ draw, book, rules, entities }: Making, subgraph: string, index: number): void {
  const held = entities.filter(({ holders }) => holders.includes(subgraph));
  const members = pickSome(draw, held, 2);
  if (members.length === 0) return;
  const things = members.flatMap((entity) => entity.things);
  const asUnion = draw(2) === 0;
  const type = asUnion ? "Any" : "Tagged";
  if (asUnion) book.add(subgraph, `union Any = ${members.map(({ name }) => name).join(" | ")}`);
  else book.add(subgraph, "interface Tagged { tag: String }");
  if (!asUnion) for (const { name } of members) book.implement(subgraph, name, "Tagged");
  rules[`Query.some${index}`] = () => things;
  book.field(subgraph, "Query", { name: `some${index}`, is: `[${type}]` });
}
