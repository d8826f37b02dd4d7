import { service, sharing } from "@maillon/schema/testing";
import { beltedTypes, bothBelts, entityWay, objectsFound } from "@maillon/subgraph-kit/testing";
import { customers } from "./subgraph.ts";
import { agreed, COMMON_CUSTOMERS } from "./testing/agreed.ts";
import { company, consentToShare, consumer, openChain } from "./testing/open-chain.ts";

const shared = (dataClass: Parameters<typeof sharing>[1], code: string) => ({
  ...sharing({ from: "integra", to: "fabrica" }, dataClass, "FULL"),
  code,
});

const TERMS = [
  { title: "nothing", agreements: agreed({}) },
  { title: "common customers", agreements: COMMON_CUSTOMERS },
  {
    title: "sharing and service",
    agreements: agreed({
      clauses: {
        "fabrica-integra": [
          shared("CUSTOMER_EXISTENCE", "1"),
          shared("CUSTOMER_PROFILE", "2"),
          service("fabrica", ["SUPPORT"]),
        ],
        "fabrica-vega-integra": [service("integra", ["SUPPORT"])],
      },
    }),
  },
];

const VIEWERS = [
  ...["vega", "fabrica", "integra", "rivalis", "boulange", "nantes", "cnil", "etrangere"].map((name) =>
    company(name),
  ),
  consumer("cus_claire"),
  consumer("cus_hugo"),
];

const RELATIONS = ["cus_claire", "cus_hugo", "cus_boulange"];
const COMPANIES = ["vega", "fabrica", "integra", "boulange", "nantes"];

const WAYS = {
  Customer: entityWay("Customer", RELATIONS),
  Person: entityWay("Person", ["claire", "hugo", "nadia", "paul"]),
  Membership: entityWay("Organization", COMPANIES, (facts) => `members { ${facts} }`),
  Referent: entityWay("Organization", COMPANIES, (facts) => `referents { ${facts} }`),
};

/** Reached beside their customers alone, of whom a holder may not know although its own hold is there. */
const WITHIN = {
  CustomerHolding: entityWay("Customer", RELATIONS, (facts) => `holders { ${facts} }`),
};

test("every type that both belts decide on is compared", () => {
  expect(Object.keys({ ...WAYS, ...WITHIN }).toSorted()).toEqual(beltedTypes(customers));
});

/** Milliseconds: every viewer asks for every type. */
const MANY_QUESTIONS = 120_000;

test.each(TERMS)(
  "the gateway decides as the masks do when $title is agreed",
  async ({ agreements }) => {
    await using opened = await openChain(agreements);
    await opened.store([consentToShare()]);
    const worn = { subgraph: customers, opened, agreements };
    const { owner, gateway } = await bothBelts(worn, VIEWERS, WAYS);
    expect(gateway).toEqual(owner);
    expect(objectsFound(owner)).toBeGreaterThan(VIEWERS.length);
    const within = await bothBelts(worn, VIEWERS, WITHIN);
    expect(within.owner).toEqual(
      within.gateway.map((each) => ({ ...each, objects: expect.arrayContaining([...each.objects]) })),
    );
    expect(objectsFound(within.gateway)).toBeGreaterThan(0);
  },
  MANY_QUESTIONS,
);
