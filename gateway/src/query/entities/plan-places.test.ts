import { Kind } from "graphql";
import type { EntityFetch, PathStep } from "../../plan/plan.ts";
import type { GatheredObject } from "../answer/gathered.ts";
import { FoundEntities, planPlaces } from "./plan-places.ts";

const sellers: readonly PathStep[] = ["orders", "seller"];
const companies: readonly PathStep[] = ["orders", { types: ["Order"] }, "seller"];
const offers: readonly PathStep[] = ["orders", "seller", "offers"];

describe("the entities that a run has found", () => {
  const places = planPlaces({ fetches: [sellers, companies, offers].map(asked) });
  const at = (found: FoundEntities, ...paths: (readonly PathStep[])[]) => [
    ...found.at(places, places.numbersOf(paths)),
  ];

  it("are distinct, whatever the number of places and ways that lead to them", () => {
    const [integra, vega] = [{ id: "integra" }, { id: "vega" }];
    const orders = [order(integra), order(vega), order(integra), { __typename: "Award", seller: vega }];
    const found = new FoundEntities({ orders }, undefined);
    expect(at(found, sellers)).toEqual([integra, vega]);
    expect(at(found, companies, sellers)).toEqual([integra, vega]);
  });

  it("are those below every object that shares a list", () => {
    const shared = [{ id: "offer" }];
    const found = new FoundEntities(
      {
        orders: [order({ offers: shared }), order({ offers: shared }), order({ offers: [{ id: "other" }] })],
      },
      undefined,
    );
    expect(at(found, offers)).toEqual([{ id: "offer" }, { id: "other" }]);
  });

  it("are looked for again once an answer has brought new ones", () => {
    const root: GatheredObject = {};
    const found = new FoundEntities(root, undefined);
    expect(at(found, sellers)).toEqual([]);
    root["orders"] = [order({ id: "integra" })];
    found.forget();
    expect(at(found, sellers)).toEqual([{ id: "integra" }]);
  });

  it("are not reached on ways that may not be gone", () => {
    const root = { orders: [order({ id: "integra" })] };
    const found = new FoundEntities(root, () => (key) => key !== "seller");
    expect(at(found, sellers, companies)).toEqual([]);
  });
});

function order(seller: object): GatheredObject {
  return { __typename: "Order", seller };
}

function asked(path: readonly PathStep[]): EntityFetch {
  const selections: EntityFetch["selections"] = { kind: Kind.SELECTION_SET, selections: [] };
  const parts = { subgraph: "any", selections, variables: [], path, after: [], renames: [] };
  return { ...parts, kind: "entities", representations: [], sentAs: [] };
}
