import type { Viewer } from "@maillon/schema";
import type { Decider } from "@maillon/schema/policy";
import { COMPANIES, company } from "@maillon/schema/testing";
import type { Thing } from "../../composition/world.ts";
import { createDice, type Dice } from "../cells/dice.ts";
import type { BareGateway } from "./bare-gateway.ts";
import { bareCells, bareThings, factsOfThing, otherValue, type BareThings } from "./bare-world.ts";

/** What a viewer was told about something that she may not see. */
export interface BareLeak {
  readonly question: string;
  readonly before: string;
  readonly after: string;
}

/** For whom things are flipped: the viewer's decisions, and the kinds that the ledger knows of her company. */
export interface BareViewer {
  readonly decider: Decider;
  readonly kinds: readonly string[];
}

/** Flips everything that a viewer may not see; answers how many values that were. */
export function flipBareThings(
  { decider, kinds }: BareViewer,
  seed: string,
): { readonly things: BareThings; readonly flips: number } {
  const dice = createDice(seed);
  const things = bareThings();
  const hidden = bareCells(things).filter(
    ({ thing, classes, kind }) =>
      (kind !== undefined && !kinds.includes(kind)) ||
      !decider.on(factsOfThing(thing)).ofAll(classes).visible,
  );
  const byThing = Map.groupBy(hidden, ({ thing }) => thing);
  const flipped = things.flatMap((thing): Thing[] => {
    const cells = byThing.get(thing) ?? [];
    const unknown = cells.some(({ row }) => !decider.on(factsOfThing(thing)).of(row).visible);
    if (unknown && dice.below(4) === 0) return [];
    const values = cells.map(({ field }) => [field, otherValue(thing[field], dice)] as const);
    const changed: Thing = { ...thing, ...Object.fromEntries(values) };
    return [unknown && thing.__typename === "Deal" ? withOtherParties(changed, decider, dice) : changed];
  });
  return { things: flipped, flips: hidden.length };
}

/** A deal that the viewer may not know of is made between others, as long as she may not know of that one either. */
function withOtherParties(thing: Thing, decider: Decider, dice: Dice): Thing {
  const ids = Object.keys(COMPANIES).map((name) => company(name as keyof typeof COMPANIES));
  const buyer: Thing = { __typename: "Party", id: ids[dice.below(ids.length)] };
  const changed: Thing = { ...thing, buyer };
  return decider.on(factsOfThing(changed)).of("TRADE_CORE").visible ? thing : changed;
}

/** Who asks what. */
export interface BareInquiry {
  readonly gateway: BareGateway;
  readonly viewer: Viewer;
  readonly questions: readonly string[];
}

/** Asks every question before and after what is hidden has changed. */
export async function findBareLeak(
  { gateway, viewer, questions }: BareInquiry,
  changed: BareThings,
): Promise<BareLeak | undefined> {
  for (const question of questions) {
    gateway.hold(bareThings());
    const before = JSON.stringify(await gateway.ask(viewer, question));
    gateway.hold(changed);
    const after = JSON.stringify(await gateway.ask(viewer, question));
    if (before !== after) return { question, before, after };
  }
  return undefined;
}
