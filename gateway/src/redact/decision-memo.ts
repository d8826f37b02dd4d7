import type { Decider, ObjectDecisions } from "@maillon/schema/policy";
import type { FactName } from "@maillon/schema/visibility";
import type { FactPath } from "../filter/visibility-rules.ts";
import type { GatheredObject } from "../query/answer/gathered.ts";
import { rawFactsOf, valueBelow } from "./raw-facts.ts";

/** How many decisions are remembered; then the memo starts anew. */
const REMEMBERED = 1_000;

/** Where facts are: a field of the object, or several below one. */
interface FactPlace {
  readonly field: string;
  /** The rest of the paths that begin with the field; empty if it holds the fact itself. */
  readonly below: readonly (readonly string[])[];
}

/**
 * The decisions on the objects of one type, for one viewer and epoch. Objects that lie beside each other
 * mostly have equal facts: comparing those few values with the ones before finds that out without writing a
 * text of them for each object.
 */
export class DecisionMemo {
  private readonly facts: readonly FactPath[];
  private readonly names: readonly FactName[];
  private readonly places: readonly FactPlace[];
  private readonly decider: Decider;
  private top = new Step(undefined);
  private made = 0;

  constructor(facts: readonly FactPath[], decider: Decider) {
    this.facts = facts;
    this.names = [...new Set(facts.map(({ fact }) => fact))];
    this.places = factPlaces(facts);
    this.decider = decider;
  }

  /**
   * The decisions on an object, from its facts as they are now: while objects are gathered, more may come to
   * be known.
   */
  on(object: GatheredObject): ObjectDecisions {
    let step: Step | undefined = this.top;
    for (const { field, below } of this.places) {
      const value = object[field];
      if (below.length === 0) step = stepBy(step, value);
      else for (const path of below) step = step && stepBy(step, valueBelow(value, path));
      if (!step) return this.decide(object);
    }
    return step.decisions ?? this.remember(step, object);
  }

  private remember(step: Step, object: GatheredObject): ObjectDecisions {
    this.made += 1;
    if (this.made % REMEMBERED === 0) this.top = new Step(undefined);
    return (step.decisions = this.decide(object));
  }

  /** A fact that is not there allows nothing. */
  private decide(object: GatheredObject): ObjectDecisions {
    return this.decider.onRaw(rawFactsOf(object, this.facts), this.names);
  }
}

/** Where one value of a fact leads, after the values of the facts before it. */
class Step {
  decisions: ObjectDecisions | undefined;
  private readonly value: unknown;
  private latest: Step | undefined;
  private all: Map<unknown, Step> | undefined;

  constructor(value: unknown) {
    this.value = value;
  }

  to(value: unknown): Step {
    const { latest } = this;
    if (latest && latest.value === value) return latest;
    return (this.latest = latest ? this.find(value, latest) : new Step(value));
  }

  private find(value: unknown, latest: Step): Step {
    this.all ??= new Map([[latest.value, latest]]);
    let step = this.all.get(value);
    if (!step) this.all.set(value, (step = new Step(value)));
    return step;
  }
}

/** Around the elements of a list: `["a"]` is not always the same fact as `"a"`. */
const [LIST, END] = [Symbol("list"), Symbol("end")];

/** The step that the value of a fact leads to; undefined for lists within lists, which no fact is. */
function stepBy(from: Step, value: unknown): Step | undefined {
  if (typeof value === "string") return from.to(value);
  if (value === undefined || value === null) return from.to(undefined);
  if (!Array.isArray(value)) return from.to(readable(value));
  let step = from.to(LIST);
  for (const each of value) {
    if (Array.isArray(each)) return undefined;
    step = step.to(readable(each));
  }
  return step.to(END);
}

/** What decisions can turn on of a value that is no list; what they cannot read is as good as missing. */
function readable(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? undefined;
  return "id" in value && typeof value.id === "string" ? value.id : undefined;
}

function factPlaces(facts: readonly FactPath[]): FactPlace[] {
  const distinct = new Map(facts.map(({ path }) => [path.join("."), path]));
  const byField = Map.groupBy(distinct.values(), ([field = ""]) => field);
  return [...byField].flatMap(([field, paths]) => {
    const below = paths.map(([, ...rest]) => rest).filter((rest) => rest.length > 0);
    const itself = below.length < paths.length ? [{ field, below: [] }] : [];
    return below.length > 0 ? [...itself, { field, below }] : itself;
  });
}
