import type { ObjectDecisions } from "@maillon/schema/policy";
import type { FieldRules } from "../filter/field-rules.ts";
import { type Entitlements, entitlementToAll } from "../filter/entitlements.ts";
import type { NeededClasses } from "../filter/visibility-rules.ts";
import { fieldUnder } from "../reserved-names.ts";
import type { GatheredObject } from "../query/answer/gathered.ts";
import type { OpenUnder } from "../query/entities/place-tree.ts";
import { decisionsOn } from "./decisions-on.ts";
import type { Access } from "./access.ts";

/** The classes that must be allowed, list by list, before something is sent on; none: it always may be. */
type Passage = readonly NeededClasses[];

/** What is needed on the way from objects of one type, beside what every viewer with the same entitlements has. */
interface TypePassages {
  readonly byKey: Map<string, Passage>;
  /** To the subgraphs that know more of the object. */
  admission: Passage | undefined;
}

/** Decides, while objects are gathered, what of them may be sent on: a hidden id never is. */
export class Passages {
  private readonly rules: FieldRules;
  private readonly known = new WeakMap<Entitlements, Map<string, TypePassages>>();

  private latest:
    | { readonly entitlements: Entitlements; readonly types: Map<string, TypePassages> }
    | undefined;

  constructor(rules: FieldRules) {
    this.rules = rules;
  }

  /** Under which keys of an object something lies that may be read by what comes next; all of them if it says nothing. */
  follows(object: GatheredObject, access: Access): OpenUnder | undefined {
    const type = object["__typename"];
    // Whatever needs a decision was asked for its type (see filter-operation.ts).
    if (typeof type !== "string" || !this.rules.isProtected(type)) return undefined;
    const { byKey } = this.passagesOf(type, access.entitlements);
    let decisions: ObjectDecisions | undefined;
    return (key) => {
      const passage = byKey.get(key) ?? this.passageUnder(key, type, access.entitlements);
      if (passage.length === 0) return true;
      decisions ??= decisionsOn(access, type, this.rules).on(object);
      return isOpen(passage, decisions);
    };
  }

  private passageUnder(key: string, type: string, entitlements: Entitlements): Passage {
    const field = this.rules.fieldClasses(type, fieldUnder(key));
    const passage = narrowed([this.rules.objectClasses(type), field], entitlements);
    this.passagesOf(type, entitlements).byKey.set(key, passage);
    return passage;
  }

  /** An object of which nothing is known yet may be asked about; the field that led to it was decided. */
  admits(object: GatheredObject, access: Access): boolean {
    const type = object["__typename"];
    if (typeof type !== "string" || !this.rules.isProtected(type)) return true;
    const passages = this.passagesOf(type, access.entitlements);
    const admission = (passages.admission ??= this.admission(type, access.entitlements));
    if (admission.length === 0) return true;
    const known = this.rules.factsOf(type).some(({ path: [first = ""] }) => object[first] !== undefined);
    return !known || isOpen(admission, decisionsOn(access, type, this.rules).on(object));
  }

  private admission(type: string, entitlements: Entitlements): Passage {
    const keys = this.rules.keysOf(type).map((key) => this.rules.fieldClasses(type, key));
    return narrowed([this.rules.objectClasses(type), ...keys], entitlements);
  }

  private passagesOf(type: string, entitlements: Entitlements): TypePassages {
    const types = this.typesOf(entitlements);
    let passages = types.get(type);
    if (!passages) types.set(type, (passages = { byKey: new Map(), admission: undefined }));
    return passages;
  }

  /** An answer is walked through at one go, mostly for the same viewers as the one before. */
  private typesOf(entitlements: Entitlements): Map<string, TypePassages> {
    if (this.latest?.entitlements === entitlements) return this.latest.types;
    let types = this.known.get(entitlements);
    if (!types) this.known.set(entitlements, (types = new Map()));
    this.latest = { entitlements, types };
    return types;
  }
}

function isOpen(passage: Passage, decisions: ObjectDecisions): boolean {
  return passage.every((needed) => decisions.ofAll(needed).visible);
}

function narrowed(needed: readonly (NeededClasses | undefined)[], entitlements: Entitlements): Passage {
  return needed
    .filter((each) => each !== undefined)
    .filter((each) => entitlementToAll(entitlements, each) !== "granted");
}
