import { createDecider, inForce, loadPolicies } from "@maillon/schema/policy";
import {
  COMPANIES,
  type CompanyName,
  ledgerWith,
  NOW,
  PROOF,
  sharing,
  type Terms,
  viewer,
  type ViewerName,
} from "@maillon/schema/testing";
import { FLIPS } from "../proof-size.ts";
import { type BareGateway, openBareGateway } from "./bare-gateway.ts";
import { findBareLeak, flipBareThings } from "./bare-leaks.ts";
import { bareQuestions, BYPASSES } from "./bare-questions.ts";
import { BARE_VIEWERS, bareThings } from "./bare-world.ts";
import { PLANTS, type Plant, UNGUARDED } from "./plants.ts";

/** Fabrica may know of Integra's orders, but not what they are worth. */
const terms: Terms = {
  clauses: { "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS")] },
};
const agreements = inForce(ledgerWith(terms), NOW);
const sources = { policies: loadPolicies(), agreements };
const asking = { seed: PROOF.seed, count: 12 * PROOF.size };

describe("a gateway that stands alone between viewers and companies that show everything", () => {
  const gateway = openBareGateway(() => agreements);

  test.each(BARE_VIEWERS)(
    "shows nothing to %s that changes with what is hidden",
    async (name) => {
      const questions = bareQuestions(gateway.apiSchema, asking);
      for (let flipped = 0, round = 0; flipped < FLIPS; round += 1) {
        const { things, flips } = flipBareThings(bareViewer(name), `${name} ${PROOF.seed} ${round}`);
        flipped += flips;
        const some = round === 0 ? questions : questions.filter((_, place) => place % 10 === round % 10);
        await expect(
          findBareLeak({ gateway, viewer: viewer(name), questions: some }, things),
        ).resolves.toBeUndefined();
      }
    },
    PROOF.patience,
  );
});

describe("a planted leak", () => {
  test.each(Object.entries(PLANTS))(
    "is found: %s",
    async (_what, plant) => {
      await expect(leakWith(plant)).resolves.toBeDefined();
    },
    PROOF.patience,
  );

  test(
    "is not found where none was planted",
    async () => {
      await expect(leakWith({})).resolves.toBeUndefined();
    },
    PROOF.patience,
  );
});

describe("a known way around visibility", () => {
  const unguarded = openBareGateway(() => agreements, UNGUARDED);

  // A question that leads to no secret would be answered alike whatever the gateway did.
  test.each(Object.entries(BYPASSES))(
    "leads to a secret if nothing is guarded: %s",
    async (_way, question) => {
      await expect(leakIn(unguarded, [question])).resolves.toBeDefined();
    },
    PROOF.patience,
  );
});

function bareViewer(name: ViewerName) {
  const kinds: readonly string[] = name in COMPANIES ? COMPANIES[name as CompanyName].kinds : [];
  return { decider: createDecider(sources, viewer(name)), kinds };
}

async function leakWith(plant: Plant) {
  const gateway = openBareGateway(() => agreements, plant);
  // A privileged viewer comes first, and warms whatever is remembered.
  gateway.hold(bareThings());
  for (const question of Object.values(BYPASSES)) await gateway.ask(viewer("autorite"), question);
  return leakIn(gateway, Object.values(BYPASSES));
}

async function leakIn(gateway: BareGateway, questions: readonly string[]) {
  for (const name of BARE_VIEWERS) {
    const { things } = flipBareThings(bareViewer(name), `${name} planted`);
    const inquiry = { gateway, viewer: viewer(name), questions };
    const leak = await findBareLeak(inquiry, things);
    if (leak) return leak;
  }
  return undefined;
}
