import type { Viewer } from "@maillon/schema";
import {
  type AgreementsInForce,
  type Decider,
  type DecisionSources,
  type PolicySet,
  createDecider,
} from "@maillon/schema/policy";
import type { FactName } from "@maillon/schema/visibility";
import type { FieldRules } from "../filter/field-rules.ts";
import { type FactsByClass, type Outlooks, factsByClass, outlooksOf } from "../filter/outlooks.ts";
import type { Requirement } from "../filter/restrictions.ts";
import type { DecisionMemo } from "./decision-memo.ts";
import { meetsRequirement } from "./meets-requirement.ts";
import { type RefusalLog, openRefusalLog } from "./refusal-log.ts";

/** What one request's viewer may see, as far as it does not depend on the supergraph. */
export interface Sight {
  /** What its decisions are made from. */
  readonly sources: DecisionSources;
  readonly outlooks: Outlooks;
  /** What has to be known of an object for a decision. */
  readonly facts: FactsByClass;
  /** All of those facts together: no decision turns on any other. */
  readonly mattering: ReadonlySet<FactName>;
  readonly decider: Decider;
  /** The decisions that were made on objects of each type, by the rules of the supergraph. */
  readonly decided: WeakMap<FieldRules, Map<string, DecisionMemo>>;
  readonly meets: (requirement: Requirement) => boolean;
  readonly refusals: RefusalLog;
}

/** What sights are opened from. */
export interface SightSources {
  readonly policies: PolicySet;
  /** What is in force now; undefined when no ledger is known or it is too old. */
  readonly agreements: () => AgreementsInForce | undefined;
}

/** Opens the sight of a viewer for one request; all its decisions are of one epoch. */
export type OpenSight = (viewer: Viewer) => Sight;

/** How many viewers are remembered in an epoch. */
const REMEMBERED = 1_000;

type Standing = Omit<Sight, "meets" | "refusals">;

/** Makes the opener. What is worked out for a viewer is kept as long as the epoch lasts, and never longer. */
export function createOpenSight({ policies, agreements }: SightSources): OpenSight {
  let epoch: number | undefined;
  let known = new Map<string, Standing>();

  return (viewer) => {
    const inForce = agreements();
    return {
      ...standingOf(viewer, inForce),
      meets: (requirement) => meetsRequirement(requirement, viewer, inForce),
      refusals: openRefusalLog(),
    };
  };

  function standingOf(viewer: Viewer, inForce: AgreementsInForce | undefined): Standing {
    if (inForce?.epoch !== epoch) {
      epoch = inForce?.epoch;
      known = new Map();
    }
    const key = standpointOf(viewer);
    let standing = known.get(key);
    if (!standing) {
      if (known.size >= REMEMBERED) known.clear();
      const sources: DecisionSources = { policies, agreements: inForce };
      const facts = factsByClass(sources, viewer);
      standing = {
        sources,
        outlooks: outlooksOf(sources, viewer),
        facts,
        mattering: new Set(Object.values(facts).flat()),
        decider: createDecider(sources, viewer),
        decided: new WeakMap(),
      };
      known.set(key, standing);
    }
    return standing;
  }
}

/** All of a viewer that decisions depend on; her person and her roles are not part of it. */
function standpointOf(viewer: Viewer): string {
  return viewer.kind === "company"
    ? `company ${viewer.organization}`
    : `consumer ${JSON.stringify(viewer.customers.toSorted())}`;
}
