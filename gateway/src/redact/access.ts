import { type BoundedCache, createBoundedCache, type Viewer } from "@maillon/schema";
import {
  type AgreementsInForce,
  type Decider,
  type DecisionSources,
  type PolicySet,
  createDecider,
} from "@maillon/schema/policy";
import type { FactName } from "@maillon/schema/visibility";
import {
  type Entitlements,
  type FactsByClass,
  entitlementsOf,
  factsByClass,
} from "../filter/entitlements.ts";
import type { FieldRules } from "../filter/field-rules.ts";
import type { Requirement } from "../filter/restrictions.ts";
import type { DecisionMemo } from "./decision-memo.ts";
import { meetsRequirement } from "./meets-requirement.ts";
import { type RefusalLog, openRefusalLog } from "./refusal-log.ts";

/** What a viewer may read, as far as it does not depend on the supergraph: shared by all her requests of an epoch. */
interface SharedAccess {
  /** What its decisions are made from. */
  readonly sources: DecisionSources;
  readonly entitlements: Entitlements;
  /** What has to be known of an object for a decision. */
  readonly facts: FactsByClass;
  /** All of those facts together: no decision turns on any other. */
  readonly mattering: ReadonlySet<FactName>;
  readonly decider: Decider;
  /** The decisions that were made on objects of each type, by the rules of the supergraph. */
  readonly decided: WeakMap<FieldRules, Map<string, DecisionMemo>>;
}

/** What the viewer of one request may read, and what was refused to her in its answer. */
export interface Access extends SharedAccess {
  /** Whether it is known what is in force; else everything is hidden that needs an agreement. */
  readonly knowsAgreements: boolean;
  readonly meets: (requirement: Requirement) => boolean;
  readonly refusals: RefusalLog;
}

/** What access is decided from. */
export interface AccessSources {
  readonly policies: PolicySet;
  /** What is in force now; undefined when no ledger is known or it is too old. */
  readonly agreements: () => AgreementsInForce | undefined;
}

/** Opens the access of a viewer for one request; all its decisions are of one epoch. */
export type OpenAccess = (viewer: Viewer) => Access;

/** How many viewers are remembered in an epoch. */
const REMEMBERED = 1_000;

/** Makes the opener. What is worked out for a viewer is kept as long as the epoch lasts, and never longer. */
export function createOpenAccess({ policies, agreements }: AccessSources): OpenAccess {
  let epoch: number | undefined;
  let known: BoundedCache<SharedAccess> = createBoundedCache(REMEMBERED);

  return (viewer) => {
    const inForce = agreements();
    return {
      ...sharedAccess(viewer, inForce),
      knowsAgreements: inForce !== undefined,
      meets: (requirement) => meetsRequirement(requirement, viewer, inForce),
      refusals: openRefusalLog(),
    };
  };

  function sharedAccess(viewer: Viewer, inForce: AgreementsInForce | undefined): SharedAccess {
    if (inForce?.epoch !== epoch) {
      epoch = inForce?.epoch;
      known = createBoundedCache(REMEMBERED);
    }
    const key = principalKey(viewer);
    const shared = known.get(key) ?? workOut({ policies, agreements: inForce }, viewer);
    known.set(key, shared);
    return shared;
  }
}

function workOut(sources: DecisionSources, viewer: Viewer): SharedAccess {
  const facts = factsByClass(sources, viewer);
  return {
    sources,
    entitlements: entitlementsOf(sources, viewer),
    facts,
    mattering: new Set(Object.values(facts).flat()),
    decider: createDecider(sources, viewer),
    decided: new WeakMap(),
  };
}

/** All of a viewer that decisions depend on; her person and her roles are not part of it. */
function principalKey(viewer: Viewer): string {
  return viewer.kind === "company"
    ? `company ${viewer.organization}`
    : `consumer ${JSON.stringify(viewer.customers.toSorted())}`;
}
