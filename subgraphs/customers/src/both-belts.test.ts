import { service, sharing } from "@maillon/schema/testing";
import { beltedTypes, bothBelts } from "@maillon/subgraph-kit/testing";
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

const entities = (type: string, ids: readonly string[], fields = (facts: string) => facts) => ({
  query: (facts: string) =>
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields(facts)} } } }`,
  variables: { r: ids.map((id) => ({ __typename: type, id })) },
});

const RELATIONS = ["cus_claire", "cus_hugo", "cus_boulange"];
const COMPANIES = ["vega", "fabrica", "integra", "boulange", "nantes"];

const WAYS = {
  Customer: entities("Customer", RELATIONS),
  Person: entities("Person", ["claire", "hugo", "nadia", "paul"]),
  Membership: entities("Organization", COMPANIES, (facts) => `members { ${facts} }`),
  Referent: entities("Organization", COMPANIES, (facts) => `referents { ${facts} }`),
};

/** Reached beside their customers alone, of whom a holder may not know although its own hold is there. */
const WITHIN = {
  CustomerHolding: entities("Customer", RELATIONS, (facts) => `holders { ${facts} }`),
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
    const compare = await bothBelts({ subgraph: customers, opened, agreements });
    let found = 0;
    for (const viewer of VIEWERS) {
      for (const [type, way] of Object.entries(WAYS)) {
        const { owner, gateway } = await compare({ type, viewer, ...way });
        expect({ type, viewer, readable: gateway }).toEqual({ type, viewer, readable: owner });
        found += owner.length;
      }
      for (const [type, way] of Object.entries(WITHIN)) {
        const { owner, gateway } = await compare({ type, viewer, ...way });
        expect({ type, viewer, readable: owner }).toMatchObject({
          readable: expect.arrayContaining(gateway),
        });
        found += gateway.length;
      }
    }
    expect(found).toBeGreaterThan(VIEWERS.length);
  },
  MANY_QUESTIONS,
);
