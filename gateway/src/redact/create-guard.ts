import { type ObjectDecisions, explain } from "@maillon/schema/policy";
import { type FieldRules, fieldRules, isRefusal } from "../filter/field-rules.ts";
import { filterOperation } from "../filter/filter-operation.ts";
import { type Outlook, type Outlooks, outlookOnAll } from "../filter/outlooks.ts";
import { readProfile, writeProfile } from "../filter/profile.ts";
import { type NeededClasses, readVisibilityRules } from "../filter/visibility-rules.ts";
import type { Supergraph } from "../plan/supergraph.ts";
import type { GatheredObject } from "../query/gathered.ts";
import type { FieldDecision, Guard } from "../respond/guard.ts";
import { type DecisionsOn, decisionsFrom } from "./decisions-from.ts";
import type { Sight } from "./sight.ts";

/** What the guard needs to know of a request. */
export interface GuardedContext {
  readonly sight: Sight;
}

/** Makes the guard of one supergraph: it withholds, decides and refuses as the supergraph declares. */
export function createGuard<Context extends GuardedContext>(supergraph: Supergraph): Guard<Context> {
  const { apiSchema, document, restrictions } = supergraph;
  const roots = [apiSchema.getQueryType(), apiSchema.getMutationType()].flatMap((type) => type?.name ?? []);
  const rules = fieldRules(readVisibilityRules(document), restrictions, new Set(roots));
  const decisions = new Decisions(rules);
  return {
    profileOf: ({ sight }) =>
      writeProfile({
        outlooks: sight.outlooks,
        unmet: new Set(restrictions.all.filter((each) => !sight.meets(each)).map(({ text }) => text)),
      }),
    filter: (choice, profile) => filterOperation({ apiSchema, rules }, choice, readProfile(profile)),
    decisionFor: (type, field) => decisions.onField(type, field),
    objectDecisionFor: (type) => decisions.onObject(type),
    follows: (object, key, { sight }) => decisions.follows(object, key, sight),
    admits: (object, _subgraph, { sight }) => decisions.admits(object, sight),
  };
}

/** The key under which an argumentless field lies is its name; others got one of ours, which ends with it. */
const KEY = /^_mx\d+_(.*)$/;

class Decisions {
  private readonly rules: FieldRules;
  private readonly finders = new Map<string, DecisionsOn>();

  constructor(rules: FieldRules) {
    this.rules = rules;
  }

  onField<Context extends GuardedContext>(type: string, field: string): FieldDecision<Context> | undefined {
    const classes = this.rules.fieldClasses(type, field);
    const requirements = this.rules.requirements(type, field);
    if (!classes && requirements.length === 0) return undefined;
    const byClasses = classes && this.byClasses(type, `${type}.${field}`, classes);
    return (object, context, path) => {
      const unmet = requirements.find((each) => !context.sight.meets(each));
      if (unmet) {
        context.sight.refusals.noteUnmet(`${type}.${field}`, unmet, path);
        return false;
      }
      return byClasses?.(object, context, path) ?? true;
    };
  }

  onObject<Context extends GuardedContext>(type: string): FieldDecision<Context> | undefined {
    const classes = this.rules.objectClasses(type);
    return classes && !this.rules.isRoot(type) ? this.byClasses(type, type, classes) : undefined;
  }

  /** Whether what lies under a key may be read by what comes next: a hidden id is never sent on. */
  follows(object: GatheredObject, key: string, sight: Sight): boolean {
    const type = object["__typename"];
    // Whatever needs a decision was asked for its type (see fact-selections.ts).
    if (typeof type !== "string" || this.rules.isRoot(type)) return true;
    const needed = [this.rules.objectClasses(type), this.rules.fieldClasses(type, KEY.exec(key)?.[1] ?? key)];
    return needed.every((each) => each === undefined || this.allowed(object, { type, classes: each, sight }));
  }

  /** An object of which nothing is known yet may be asked about; the field that led to it was decided. */
  admits(object: GatheredObject, sight: Sight): boolean {
    const type = object["__typename"];
    if (typeof type !== "string") return true;
    const known = this.rules.factsOf(type).some(({ path: [first = ""] }) => object[first] !== undefined);
    return (
      !known || [...this.rules.keysOf(type), "__typename"].every((key) => this.follows(object, key, sight))
    );
  }

  private byClasses<Context extends GuardedContext>(
    type: string,
    coordinate: string,
    classes: NeededClasses,
  ): FieldDecision<Context> {
    const isRoot = this.rules.isRoot(type);
    // Viewers change from request to request, not from object to object.
    let known: { readonly outlooks: Outlooks; readonly outlook: Outlook } | undefined;
    return (object, { sight }, path) => {
      if (known?.outlooks !== sight.outlooks)
        known = { outlooks: sight.outlooks, outlook: outlookOnAll(sight.outlooks, classes) };
      const { outlook } = known;
      if (outlook === "V") return true;
      if (isRoot && !isRefusal(outlook)) return true;
      const decisions = this.decisionsOn(object, type, sight);
      if (decisions.ofAll(classes).visible) return true;
      sight.refusals.note(explain(decisions, coordinate, classes), path);
      return false;
    };
  }

  /** While objects are gathered their facts may still be incomplete: nothing is remembered. */
  private allowed(
    object: GatheredObject,
    {
      type,
      classes,
      sight,
    }: { readonly type: string; readonly classes: NeededClasses; readonly sight: Sight },
  ): boolean {
    if (outlookOnAll(sight.outlooks, classes) === "V") return true;
    return this.finderFor(type)(object, sight.decider).ofAll(classes).visible;
  }

  /** Fields of one object are written one after the other: the last object of each type is remembered. */
  private decisionsOn(object: GatheredObject, type: string, { decided, decider }: Sight): ObjectDecisions {
    const last = decided.get(type);
    if (last?.object === object) return last.decisions;
    const decisions = this.finderFor(type)(object, decider);
    decided.set(type, { object, decisions });
    return decisions;
  }

  private finderFor(type: string): DecisionsOn {
    let finder = this.finders.get(type);
    if (!finder) this.finders.set(type, (finder = decisionsFrom(this.rules.factsOf(type))));
    return finder;
  }
}
