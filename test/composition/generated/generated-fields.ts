import type { Thing } from "../world.ts";
import { type Draw, pick, pickAny } from "./drawing.ts";
import type { Entity, Making } from "./generated-world.ts";

/** A field and who resolves it. */
interface Placed {
  readonly name: string;
  readonly owner: string;
}

type FieldMaker = (making: Making, entity: Entity, at: Placed) => void;

/** Gives an entity fields of all kinds, each resolved by one of the companies that hold it. */
export function drawFields(making: Making, entity: Entity): void {
  const { draw } = making;
  const makers: readonly [string, FieldMaker][] = [
    ["s", plainField],
    ["s", plainField],
    ["a", fieldWithArguments],
    ["a", fieldWithArguments],
    ["v", valueField],
    ["ref", reference],
    ["list", references],
  ];
  for (const index of [0, 1, 2, 3].slice(0, 2 + draw(3))) {
    const [prefix, make] = pick(draw, makers);
    make(making, entity, { name: `${prefix}${index}`, owner: pick(draw, entity.holders) });
  }
  for (const index of [0, 1, 2].slice(draw(3))) computedField(making, entity, `r${index}`);
}

function plainField({ draw, book }: Making, { name: type, holders, things }: Entity, at: Placed): void {
  const { name, owner } = at;
  const isText = draw(3) > 0;
  setEach(things, name, (thing, index) => (isText ? valueOf(draw, thing, name) : index * 7 + name.length));
  const is = isText ? "String" : "Int!";
  const other = holders.find((each) => each !== owner);
  const [shared, moved] = [draw(4) === 0, draw(5) === 0];
  if (other !== undefined && shared) book.field(other, type, { name, is: `${is} @shareable` });
  else if (other !== undefined && moved) book.field(other, type, { name, is });
  const directive = shared
    ? " @shareable"
    : moved && other !== undefined
      ? ` @override(from: "${other}")`
      : "";
  book.field(owner, type, { name, is: is + directive });
}

function fieldWithArguments({ draw, book, rules }: Making, { name: type, things }: Entity, at: Placed): void {
  const { name, owner } = at;
  setEach(things, name, (thing) => valueOf(draw, thing, name) ?? "nothing");
  rules[`${type}.${name}`] = (parent, { n }) => withArgument(parent[name], n);
  book.field(owner, type, { name: `${name}(n: Int = 1)`, is: "String" });
}

/** What a field with the argument `n` says; a subgraph that was sent the value has it as it is. */
function withArgument(value: unknown, n: unknown): string {
  return `${String(value)}:${String(n)}`;
}

function valueField({ draw, book }: Making, { name: type, things, holders }: Entity, at: Placed): void {
  const { name, owner } = at;
  setEach(things, name, (thing, index) =>
    index === 2 && draw(2) === 0
      ? null
      : { __typename: "Value", p: `${String(thing["id"])} ${name}`, q: index },
  );
  const sharing = draw(3) === 0 ? holders : [owner];
  for (const each of new Set([owner, ...sharing])) {
    book.field(each, type, { name, is: `Value${sharing.length > 1 ? " @shareable" : ""}` });
    book.add(each, "type Value @shareable { p: String q: Int }");
  }
}

const reference: FieldMaker = (making, entity, at) => {
  const target = pick(making.draw, making.entities);
  setEach(entity.things, at.name, (_, index) => (index === 1 ? null : pick(making.draw, target.things)));
  making.book.field(at.owner, entity.name, {
    name: at.name,
    is: target.name + refer(making, target, at.owner),
  });
};

const references: FieldMaker = (making, entity, at) => {
  const target = pick(making.draw, making.entities);
  setEach(entity.things, at.name, (_, index) => target.things.slice(index === 0 ? 3 : making.draw(3)));
  making.book.field(at.owner, entity.name, {
    name: at.name,
    is: `[${target.name}!]${refer(making, target, at.owner)}`,
  });
};

/** Lets a subgraph name entities of a type; answers a `@provides`, or nothing. */
export function refer({ draw, book }: Making, target: Entity, subgraph: string): string {
  if (target.holders.includes(subgraph)) return "";
  if (!book.has(subgraph, target.name)) {
    const resolvable = draw(2) === 0 ? ", resolvable: false" : "";
    book.key(subgraph, target.name, { fields: pick(draw, target.keys), directives: resolvable });
  }
  if (draw(3) > 0) return "";
  // Every holder can tell the tag, so that it may be provided.
  book.field(subgraph, target.name, { name: "tag", is: "String @external" });
  return ` @provides(fields: "tag")`;
}

/** A field that one holder computes from what only another one knows. */
function computedField(
  { draw, book, rules }: Making,
  { name: type, holders, things }: Entity,
  name: string,
): void {
  const sample = things[0] ?? { __typename: type };
  const sources = Object.keys(sample).filter((field) => /^[avsr](ef)?\d$/.test(field));
  const source = pickAny(draw, sources);
  const owner = pick(draw, holders);
  if (source === undefined || book.owns(owner, type, source)) return;
  const knowing = holders.find((each) => book.owns(each, type, source));
  if (knowing === undefined) return;
  const { required, read } = requirement(draw, source);
  const declared = (book.typeOf(knowing, type, source) ?? "String").replace(/ @(?!external).*$/, "");
  const signature = source.startsWith("a") ? `${source}(n: Int = 1)` : source;
  book.field(owner, type, { name: signature, is: `${declared} @external` });
  if (source.startsWith("v")) book.add(owner, "type Value @shareable { p: String q: Int }");
  if (source.startsWith("ref")) {
    const target = declared.trim();
    if (!book.has(owner, target)) book.key(owner, target, { fields: "id" });
    book.field(owner, target, { name: "tag", is: "String @external" });
  }
  const compute = (thing: Thing): string => `${name}(${read(thing)})`;
  setEach(things, name, compute);
  rules[`${type}.${name}`] = compute;
  book.field(owner, type, { name, is: `String @requires(fields: "${required}")` });
}

function requirement(draw: Draw, source: string): { required: string; read: (thing: Thing) => string } {
  const inner = (name: string) => (thing: Thing) => {
    const value = thing[source];
    return typeof value === "object" && value !== null ? String(Reflect.get(value, name)) : "null";
  };
  if (source.startsWith("v")) return { required: `${source} { p }`, read: inner("p") };
  if (source.startsWith("ref")) return { required: `${source} { tag }`, read: inner("tag") };
  if (!source.startsWith("a")) return { required: source, read: (thing) => String(thing[source]) };
  // Without the argument, its default is meant.
  const given = draw(4);
  const n = given || 1;
  // The single process has the bare value, a subgraph the one that was asked with the argument.
  const read = (thing: Thing): string => {
    const value = String(thing[source]);
    return value.endsWith(`:${n}`) ? value : withArgument(value, n);
  };
  return { required: given > 0 ? `${source}(n: ${n})` : source, read };
}

function valueOf(draw: Draw, thing: Thing, name: string): string | null {
  return draw(5) === 0 ? null : `${name} of ${String(thing["id"])}`;
}

function setEach(
  things: readonly Thing[],
  name: string,
  value: (thing: Thing, index: number) => unknown,
): void {
  for (const [index, thing] of things.entries()) Object.assign(thing, { [name]: value(thing, index) });
}
