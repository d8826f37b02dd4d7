import { inForce, loadPolicies } from "@maillon/schema/policy";
import { type CompanyName, company, ledgerWith, sharing, viewer } from "@maillon/schema/testing";
import type { AskedField } from "./asked-field.ts";
import { seersOfField } from "./seers-of-field.ts";
import { createOpenAccess } from "../access.ts";

const shared = ledgerWith({
  clauses: {
    "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS")],
  },
});
const state: AskedField = {
  type: "Order",
  field: "state",
  classes: ["TRADE_CORE"],
  factless: false,
  target: undefined,
  subgraph: undefined,
};
const policies = loadPolicies();

/** Asks about the state of an order of Integra's on another day; tells how many ledgers that took. */
async function askAs(name: CompanyName) {
  const now = inForce(shared, Date.parse("2026-11-22"));
  let workedOut = 0;
  const agreements = {
    ...now,
    on(...about: Parameters<typeof now.on>) {
      workedOut += 1;
      return now.on(...about);
    },
  };
  const asking = {
    viewer: viewer(name),
    access: createOpenAccess({ policies, agreements: () => agreements })(viewer(name)),
    findField: () => state,
    lookUp: async () => ({ facts: { owner: [company("integra")] }, target: undefined }),
    operators: new Map<string, string>(),
  };
  const seers = await seersOfField({ coordinate: "Order.state", id: "1", on: "2026-01-31" }, asking);
  return { parties: seers?.map(({ party }) => party), workedOut };
}

test("an owner is told who could see a field on another day", async () => {
  expect(await askAs("integra")).toEqual({ parties: [company("fabrica"), company("integra")], workedOut: 1 });
});

test.each<[CompanyName]>([["fabrica"], ["etrangere"]])(
  "nothing is worked out for %s, which does not own the object",
  async (name) => {
    expect(await askAs(name)).toEqual({ parties: undefined, workedOut: 0 });
  },
);
