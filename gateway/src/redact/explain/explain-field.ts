import { operatorOf } from "@maillon/schema";
import {
  type Explanation,
  decisionsOfKeeper,
  explain,
  explainAbsence,
  explainEach,
} from "@maillon/schema/policy";
import type { Facts } from "@maillon/schema/visibility";
import type { NeededClasses } from "../../filter/visibility-rules.ts";
import type { AskedField } from "./asked-field.ts";
import { type Asking, type Place, keeperOf, refuseUnknowing } from "./own-question.ts";

/** Answers `explain`. */
export async function explainField({ coordinate, id }: Place, asking: Asking) {
  const asked = asking.findField(coordinate);
  if (!asked) return shown(explainAbsence(coordinate, []));
  refuseUnknowing(asking, asked);
  const explanation = await explained({ asked, coordinate, id }, asking);
  // An id of ours says itself who keeps the object; of any other, who does is not told.
  const told = explanation.effect === "KEPT_BACK" && operatorOf(id) !== undefined;
  return {
    ...shown(explanation),
    type: asked.target?.type,
    keptBy: told ? keeperOf(asked, asking) : undefined,
  };
}

interface Question extends Place {
  readonly asked: AskedField;
}

/** The field's own classes decide first, then those of the object that it leads to. */
async function explained(question: Question, asking: Asking): Promise<Explanation> {
  const { asked, coordinate, id } = question;
  const { classes, target } = asked;
  const found = await asking.lookUp(asked, id);
  const own = decided(question, { facts: found?.facts, classes }, asking);
  if (!target || own.effect === "DENIED" || own.effect === "KEPT_BACK") return own;
  if (own.effect === "HIDDEN") return explainAbsence(coordinate, target.classes);
  if (!target.reachable) return explainEach(coordinate, target.classes);
  return decided(question, { facts: found?.target, classes: target.classes }, asking);
}

interface Decidable {
  readonly facts: Facts | undefined;
  readonly classes: NeededClasses;
}

function decided(
  { asked, coordinate }: Question,
  { facts, classes }: Decidable,
  asking: Asking,
): Explanation {
  if (!facts) return explainAbsence(coordinate, classes);
  const { access, viewer } = asking;
  const keeper = keeperOf(asked, asking);
  const keeping =
    keeper === undefined ? undefined : decisionsOfKeeper(access.sources, viewer, { keeper, facts });
  return explain({ decisions: access.decider.on(facts), keeping }, coordinate, classes);
}

function shown({ dataClass, why, ...explanation }: Explanation) {
  return { ...explanation, class: dataClass, reason: why };
}
