import { factReferences, factsBehind } from "../filter/fact-references.ts";
import { fieldRules } from "../filter/field-rules.ts";
import { filterOperation } from "../filter/filter-operation.ts";
import { profileWriter, readProfile } from "../filter/viewer-profile.ts";
import { requiredTypes } from "../filter/required-types.ts";
import { readVisibilityRules } from "../filter/visibility-rules.ts";
import type { Supergraph } from "../plan/supergraph/supergraph.ts";
import type { Guard } from "../query/guard.ts";
import { redactionFor } from "./redaction-for.ts";
import type { GuardedContext } from "./guarded-context.ts";
import { Passages } from "./passages.ts";

/** Makes the guard of one supergraph: it withholds, decides and refuses as the supergraph declares. */
export function createGuard<Context extends GuardedContext>(supergraph: Supergraph): Guard<Context> {
  const { apiSchema, document, restrictions } = supergraph;
  const roots = [apiSchema.getQueryType(), apiSchema.getMutationType()].flatMap((type) => type?.name ?? []);
  const visibility = readVisibilityRules(document);
  const references = factReferences(document, visibility);
  const rules = fieldRules({
    visibility,
    restrictions,
    roots: new Set(roots),
    required: requiredTypes(document),
  });
  const writeProfile = profileWriter();
  const passages = new Passages(rules);
  return {
    profileOf: ({ access }) => {
      const unmet = restrictions.all.filter((each) => !access.meets(each));
      return writeProfile(
        access,
        unmet.map(({ text }) => text),
      );
    },
    filter: (choice, profile) =>
      filterOperation({ apiSchema, rules, references }, choice, readProfile(profile)),
    factsBehind: (type, field) =>
      references.named(type, field) === undefined ? [] : factsBehind(field, rules.factsOf(type)),
    redactionFor: (question) => redactionFor(rules, question),
    follows: (object, { access }) => passages.follows(object, access),
    admits: (object, _subgraph, { access }) => passages.admits(object, access),
  };
}
