import type { Decider, ObjectDecisions } from "@maillon/schema/policy";
import type { FactName } from "@maillon/schema/visibility";
import type { FactPath } from "../filter/visibility-rules.ts";
import type { GatheredObject } from "../query/answer/gathered.ts";
import { factAt, rawFactsOf } from "./raw-facts.ts";

/**
 * The decisions on the objects of one type, for one request. Objects that lie beside each other mostly have equal facts: comparing
 * those few values with the ones before finds that out without writing a text of them for each object.
 */
export class DecisionMemo {
  private readonly facts: readonly FactPath[];
  private readonly names: readonly FactName[];
  private readonly places: readonly (readonly string[])[];
  private readonly decider: Decider;
  private readonly top = new Step(undefined);

  constructor(facts: readonly FactPath[], decider: Decider) {
    this.facts = facts;
    this.names = [...new Set(facts.map(({ fact }) => fact))];
    this.places = distinctPaths(facts);
    this.decider = decider;
  }

  /** The decisions on an object, from its facts as they are now: while objects are gathered, more may come to be known. */
  on(object: GatheredObject): ObjectDecisions {
    let step = this.top;
    for (const place of this.places) {
      const next = stepBy(step, factAt(object, place));
      if (!next) return this.decide(object);
      step = next;
    }
    return (step.decisions ??= this.decide(object));
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
  if (typeof value === "string" || value === undefined) return from.to(value);
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

function distinctPaths(facts: readonly FactPath[]): (readonly string[])[] {
  return [...new Map(facts.map(({ path }) => [path.join("."), path])).values()];
}
