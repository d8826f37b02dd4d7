import type { FieldRules } from "../filter/field-rules.ts";
import { type Outlooks, outlookOnAll } from "../filter/outlooks.ts";
import type { NeededClasses } from "../filter/visibility-rules.ts";
import { fieldUnder } from "../plan/reserved-names.ts";
import type { GatheredObject } from "../query/answer/gathered.ts";
import { decisionsOn } from "./decisions-on.ts";
import type { Sight } from "./sight.ts";

/** The classes that must be allowed, list by list, before something is sent on; none: it always may be. */
type Passage = readonly NeededClasses[];

/** What is needed on the way from objects of one type, beside what every viewer with the same outlooks has. */
interface TypePassages {
  readonly byKey: Map<string, Passage>;
  /** To the subgraphs that know more of the object. */
  admission: Passage | undefined;
}

/** Decides, while objects are gathered, what of them may be sent on: a hidden id never is. */
export class Passages {
  private readonly rules: FieldRules;
  private readonly known = new WeakMap<Outlooks, Map<string, TypePassages>>();

  private latest: { readonly outlooks: Outlooks; readonly types: Map<string, TypePassages> } | undefined;

  constructor(rules: FieldRules) {
    this.rules = rules;
  }

  /** Whether what lies under a key of an object may be read by what comes next. */
  follows(object: GatheredObject, key: string, sight: Sight): boolean {
    const type = object["__typename"];
    // Whatever needs a decision was asked for its type (see filter-operation.ts).
    if (typeof type !== "string" || this.rules.isRoot(type)) return true;
    const { byKey } = this.passagesOf(type, sight.outlooks);
    let passage = byKey.get(key);
    if (!passage) {
      const field = this.rules.fieldClasses(type, fieldUnder(key));
      byKey.set(key, (passage = narrowed([this.rules.objectClasses(type), field], sight.outlooks)));
    }
    return this.isOpen(object, passage, { type, sight });
  }

  /** An object of which nothing is known yet may be asked about; the field that led to it was decided. */
  admits(object: GatheredObject, sight: Sight): boolean {
    const type = object["__typename"];
    if (typeof type !== "string" || this.rules.isRoot(type)) return true;
    const passages = this.passagesOf(type, sight.outlooks);
    const admission = (passages.admission ??= this.admission(type, sight.outlooks));
    if (admission.length === 0) return true;
    const known = this.rules.factsOf(type).some(({ path: [first = ""] }) => object[first] !== undefined);
    return !known || this.isOpen(object, admission, { type, sight });
  }

  private admission(type: string, outlooks: Outlooks): Passage {
    const keys = this.rules.keysOf(type).map((key) => this.rules.fieldClasses(type, key));
    return narrowed([this.rules.objectClasses(type), ...keys], outlooks);
  }

  private isOpen(
    object: GatheredObject,
    passage: Passage,
    { type, sight }: { readonly type: string; readonly sight: Sight },
  ): boolean {
    if (passage.length === 0) return true;
    const decisions = decisionsOn(sight, type, this.rules).on(object);
    return passage.every((needed) => decisions.ofAll(needed).visible);
  }

  private passagesOf(type: string, outlooks: Outlooks): TypePassages {
    const types = this.typesOf(outlooks);
    let passages = types.get(type);
    if (!passages) types.set(type, (passages = { byKey: new Map(), admission: undefined }));
    return passages;
  }

  /** An answer is walked through at one go, mostly for the same viewers as the one before. */
  private typesOf(outlooks: Outlooks): Map<string, TypePassages> {
    if (this.latest?.outlooks === outlooks) return this.latest.types;
    let types = this.known.get(outlooks);
    if (!types) this.known.set(outlooks, (types = new Map()));
    this.latest = { outlooks, types };
    return types;
  }
}

function narrowed(needed: readonly (NeededClasses | undefined)[], outlooks: Outlooks): Passage {
  return needed.filter((each) => each !== undefined).filter((each) => outlookOnAll(outlooks, each) !== "V");
}
