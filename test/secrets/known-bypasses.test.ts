import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { BYPASSES } from "./bare/bare-questions.ts";

const root = resolve(import.meta.dirname, "../..");
/**
 * Asked of a gateway whose companies show everything, for every viewer, before and after what is hidden has
 * changed.
 */
const asked = Object.keys(BYPASSES);

/** The ways around visibility that other gateways were published with, and the promise here that closes each. */
const CLOSED_BY: readonly (readonly [bypass: string, file: string, promise: string])[] = [
  ["a selection on an interface", "", "a selection on an interface"],
  ["a selection on a union", "", "a selection on a union"],
  ["a named fragment", "", "a named fragment on an interface"],
  ["an inline fragment", "", "an inline fragment on the interface of a union's members"],
  ["equal requirements among implementers", "", "equal requirements among implementers"],
  ["different requirements among implementers", "", "different requirements among implementers"],
  ["aliases swapped", "", "aliases swapped"],
  ["one response key in sibling fragments", "", "one response key in sibling fragments"],
  ["a chain of @requires", "", "a chain of @requires"],
  ["@provides", "", "@provides"],
  ["@interfaceObject", "", "@interfaceObject"],
  ["@override", "", "@override"],
  ["skip and include", "", "skip and include"],
  ["variables with defaults", "", "variables with defaults"],
  ["__typename only", "", "__typename only"],
  ["a mutation's payload", "", "a mutation's payload"],
  ["a reverse edge", "", "a reverse edge"],
  ["a subgraph's message", "", "an error of the owner's"],
  [
    "renamed standard directives",
    "gateway/src/filter/restrictions.test.ts",
    "the standard directives, under names of the schema's own",
  ],
  [
    "a renamed visibility directive",
    "schema/src/flow/check-flow.test.ts",
    "RENAMED: refuses a contract that",
  ],
  [
    "@fromContext",
    "gateway/src/plan/supergraph/unsupported-features.test.ts",
    "with @fromContext is refused",
  ],
  [
    "forged party fields",
    "gateway/src/filter/visibility-rules.test.ts",
    "do not believe either of two companies that place a fact differently",
  ],
  ["missing or wrong-typed facts", "gateway/src/redact/redact.test.ts", "shows no field whose facts are %s"],
  [
    "a plan cache warmed by a privileged viewer",
    "test/secrets/bare/plants.ts",
    "a compiled operation shared by viewers of different entitlements",
  ],
  [
    "caches of the whole chain warmed by a privileged viewer",
    "test/secrets/chain.test.ts",
    "is the same for whoever asks after a privileged viewer",
  ],
  ["viewers in parallel", "test/secrets/chain.test.ts", "nothing of a thousand others who ask at once"],
  [
    "a revocation at the boundary second",
    "schema/src/agreement/agreements-in-force.test.ts",
    "counts until the second before it ends",
  ],
  ["a lying __typename", "test/partners/substituted-entities.test.ts", "entities of another type"],
  [
    "entities that were not asked for",
    "test/partners/wrong-answers.test.ts",
    "is not believed for any wrong permutation of five",
  ],
];

describe("a known way around visibility", () => {
  test.each(CLOSED_BY)("is closed: %s", (_bypass, file, promise) => {
    const promises = file === "" ? asked : readFileSync(resolve(root, file), "utf8");
    expect(promises).toContain(promise);
  });
});
