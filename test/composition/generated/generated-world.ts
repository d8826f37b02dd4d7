import { type Arbitrary, infiniteStream, nat, toStringMethod } from "fast-check";
import type { Thing, World } from "../world.ts";
import { ContractBook } from "./contract-book.ts";
import { type Draw, pick, pickSome } from "./drawing.ts";
import { drawFields } from "./generated-fields.ts";
import { drawInterfaceObject } from "./generated-interface-object.ts";
import { drawRoots } from "./generated-roots.ts";

/** One entity type of a world that is being made, and the subgraphs that hold it. */
export interface Entity {
  readonly name: string;
  /** The subgraph that knows every key. */
  readonly home: string;
  /** All subgraphs that resolve it, its home first. */
  readonly holders: readonly string[];
  /** The keys at home; other holders have one of them. */
  readonly keys: readonly string[];
  readonly things: readonly Thing[];
}

/** A world that is being made. */
export interface Making {
  readonly draw: Draw;
  readonly subgraphs: readonly string[];
  readonly book: ContractBook;
  readonly entities: readonly Entity[];
  readonly rules: Record<string, World["rules"][string]>;
  readonly things: Thing[];
}

const KEYS = [["id"], ["id", "code"], ["code", "id"], ["id", "id code"], ["id code", "id"]];

/**
 * Generates worlds: a few entities, cut at random into the contracts of two to four companies with keys, requirements,
 * provided, shared, moved and external fields, interfaces, unions and interface objects. Not every cut is one that
 * composition accepts; whoever uses them leaves the others out.
 */
export function generatedWorld(): Arbitrary<World> {
  return infiniteStream(nat({ max: 0x7f_ff_ff_ff })).map((numbers) =>
    makeWorld((bound) => Number(numbers.next().value ?? 0) % bound),
  );
}

function makeWorld(draw: Draw): World {
  const subgraphs = ["north", "south", "east", "west"].slice(0, 2 + draw(3));
  const book = new ContractBook(subgraphs);
  const entities = Array.from({ length: 2 + draw(3) }, (_, index) => drawEntity(draw, subgraphs, index));
  const things = entities.flatMap((entity) => entity.things);
  const making: Making = { draw, subgraphs, book, entities, rules: {}, things: [...things] };
  for (const entity of entities) writeKeys(making, entity);
  for (const entity of entities) drawFields(making, entity);
  drawRoots(making);
  if (draw(2) === 0) drawInterfaceObject(making);
  const world: World = {
    subgraphs: book.print(),
    things: making.things,
    rules: making.rules,
    operations: [],
    literals: { n: ["1", "2", "3"], id: ['"E0-0"', '"E1-1"', '"none"'] },
  };
  return Object.defineProperty(world, toStringMethod, { value: () => textOf(world) });
}

/** What a failing test shows. */
function textOf({ subgraphs }: World): string {
  return Object.entries(subgraphs)
    .map(([name, sdl]) => `# ${name}\n${sdl}`)
    .join("\n");
}

function drawEntity(draw: Draw, subgraphs: readonly string[], index: number): Entity {
  const name = `E${index}`;
  const home = pick(draw, subgraphs);
  const others = pickSome(
    draw,
    subgraphs.filter((each) => each !== home),
  );
  const things = Array.from({ length: 3 }, (_, number) => ({
    __typename: name,
    id: `${name}-${number}`,
    code: `c${name}${number}`,
    tag: number === 1 ? null : `tag of ${name} ${number}`,
  }));
  return { name, home, holders: [home, ...others], keys: pick(draw, KEYS), things };
}

function writeKeys({ draw, book }: Making, { name, home, holders, keys }: Entity): void {
  for (const fields of keys) book.key(home, name, { fields });
  for (const holder of holders) {
    if (holder !== home) book.key(holder, name, { fields: pick(draw, keys) });
    book.field(holder, name, { name: "tag", is: "String @shareable" });
  }
}
