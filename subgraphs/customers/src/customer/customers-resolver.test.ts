import { switchOffRowSecurity } from "../testing/belts.ts";
import { company, consumer, openChain, openEmptyChain, emptyProfile, heldBy } from "../testing/open-chain.ts";
import { CustomerProfile } from "./customer-profile.ts";
import { Customer } from "./customer.ts";

const EVERYTHING = `{
  kind stage segments loyaltyPoints
  holders { role since until organization { id } agreement { id } }
  acquiredThrough { id } organization { id } introduced { id }
  person { id displayName email phone locale memberships { organization { id } } }
  situation { buyClass buysRegularly perceivedRisk purchaseCriteria }
  consents { purpose basis granted at withdrawnAt controller { id } }
}`;

const HOLDERS = [
  { role: "OWNER", since: "2025-01-01", until: null, organization: { id: "vega" }, agreement: null },
  {
    role: "CO_OWNER",
    since: "2025-02-01",
    until: null,
    organization: { id: "fabrica" },
    agreement: { id: "agr_vega_fabrica" },
  },
  {
    role: "INTERMEDIARY",
    since: "2025-02-01",
    until: null,
    organization: { id: "integra" },
    agreement: { id: "agr_vega_integra" },
  },
];

const CONSENT = { basis: "CONSENT", withdrawnAt: null, controller: { id: "vega" } };

const CLAIRE = {
  kind: "CONSUMER",
  stage: "HABITUAL",
  segments: ["families"],
  loyaltyPoints: 120,
  holders: HOLDERS,
  acquiredThrough: { id: "integra" },
  organization: null,
  introduced: [{ id: "nantes" }],
  person: {
    id: "claire",
    displayName: "Name of claire",
    email: "claire@example.org",
    phone: "phone of claire",
    locale: "fr",
    memberships: [],
  },
  situation: {
    buyClass: "STRAIGHT_REBUY",
    buysRegularly: true,
    perceivedRisk: null,
    purchaseCriteria: ["price"],
  },
  consents: [
    { ...CONSENT, purpose: "MARKETING", granted: true, at: "2025-01-01T10:00:00.000Z" },
    { ...CONSENT, purpose: "LOYALTY", granted: false, at: "2025-01-02T10:00:00.000Z" },
  ],
};

describe("a customer", () => {
  const query = `{ customer(id: "cus_claire") ${EVERYTHING} }`;

  test("is answered in full to its owner, save her memberships elsewhere", async () => {
    await using chain = await openChain();
    await expect(chain.ask(company("vega"), query)).resolves.toEqual({ data: { customer: CLAIRE } });
  });

  test("is answered in full to the consumer herself, save what companies agreed on", async () => {
    await using chain = await openChain();
    const holders = HOLDERS.map((holder) => ({ ...holder, agreement: null }));
    const person = { ...CLAIRE.person, memberships: [{ organization: { id: "nantes" } }] };
    await expect(chain.ask(consumer("cus_claire"), query)).resolves.toEqual({
      data: { customer: { ...CLAIRE, holders, person } },
    });
  });

  test("keeps name, addresses and profile from an intermediary", async () => {
    await using chain = await openChain();
    const { data } = await chain.ask(company("integra"), query);
    expect(data).toEqual({
      customer: {
        kind: "CONSUMER",
        holders: HOLDERS.map((holder) => ({
          ...holder,
          // Between which companies another hold was agreed is theirs.
          agreement: holder.organization.id === "integra" ? holder.agreement : null,
        })),
        acquiredThrough: { id: "integra" },
        organization: null,
        person: null,
        stage: null,
        segments: null,
        loyaltyPoints: null,
        introduced: null,
        situation: null,
        consents: null,
      },
    });
  });

  test("that is hidden and one that is absent get the same answer", async () => {
    await using chain = await openChain();
    const ask = (id: string) =>
      chain.ask(company("rivalis"), "query ($id: ID!) { customer(id: $id) { id kind } }", { id });
    const [hidden, absent] = [await ask("cus_claire"), await ask("cus_nobody")];
    expect(hidden).toEqual({ data: { customer: null } });
    expect(absent).toEqual(hidden);
  });
});

describe("the list of customers", () => {
  const atStage =
    "query ($stage: Lifecycle) { customers(stage: $stage) { nodes { id } pageInfo { hasNextPage } } }";

  test.each([
    { who: "an owner", viewer: company("vega"), stage: "HABITUAL", expected: ["cus_claire"] },
    { who: "an owner", viewer: company("vega"), stage: "PROSPECT", expected: ["cus_hugo"] },
    { who: "an owner", viewer: company("vega"), stage: "LAPSED", expected: [] },
    { who: "an intermediary", viewer: company("integra"), stage: "HABITUAL", expected: ["cus_boulange"] },
    { who: "a former holder", viewer: company("rivalis"), stage: "HABITUAL", expected: [] },
    { who: "a consumer", viewer: consumer("cus_claire"), stage: "HABITUAL", expected: ["cus_claire"] },
  ])("at the stage $stage holds for $who $expected", async ({ viewer, stage, expected }) => {
    await using chain = await openChain();
    const { data } = await chain.ask(viewer, atStage, { stage });
    const nodes = expected.map((id) => ({ id }));
    expect(data).toEqual({ customers: { nodes, pageInfo: { hasNextPage: false } } });
  });

  test.each(["PROSPECT", "NEW", "HABITUAL", "LAPSED"] as const)(
    "tells an intermediary nothing about a stage, whichever it is: %s",
    async (stage) => {
      await using chain = await openEmptyChain();
      const relation = { kind: "BUSINESS", personId: null, acquiredThroughId: null } as const;
      await chain.store([
        Customer.of({ id: "cus_1", organizationId: "boulange", registeredById: "vega", ...relation }),
      ]);
      await chain.store([
        CustomerProfile.of(emptyProfile("cus_1", stage)),
        heldBy("vega", { customerId: "cus_1" }),
        heldBy("integra", { customerId: "cus_1", role: "INTERMEDIARY" }),
      ]);
      const query = `{ all: customers { nodes { id stage } }
        a: customers(stage: PROSPECT) { nodes { id } } b: customers(stage: NEW) { nodes { id } }
        c: customers(stage: HABITUAL) { nodes { id } } d: customers(stage: LAPSED) { nodes { id } } }`;
      const none = { nodes: [] };
      await expect(chain.ask(company("integra"), query)).resolves.toEqual({
        data: { all: { nodes: [{ id: "cus_1", stage: null }] }, a: none, b: none, c: none, d: none },
      });
    },
  );

  test("keeps unreadable stages from the search by the masks alone, too", async () => {
    await using chain = await openChain();
    await switchOffRowSecurity(chain);
    const { data } = await chain.ask(company("integra"), atStage, { stage: "HABITUAL" });
    expect(data).toMatchObject({ customers: { nodes: [{ id: "cus_boulange" }] } });
  });

  test("comes in pages that leave out nothing and repeat nothing", async () => {
    await using chain = await openChain();
    const page = async (after: string | null) => {
      const query =
        "query ($after: String) { customers(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
      const { data } = await chain.ask(company("vega"), query, { after });
      return data?.["customers"];
    };
    const first = await page(null);
    const endCursor: unknown = expect.any(String);
    expect(first).toEqual({ nodes: [{ id: "cus_claire" }], pageInfo: { hasNextPage: true, endCursor } });
    const cursor = (first as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
    await expect(page(cursor)).resolves.toEqual({
      nodes: [{ id: "cus_hugo" }],
      pageInfo: { hasNextPage: false, endCursor },
    });
  });

  test.each([
    ["{ customers(first: 0) { nodes { id } } }", "first"],
    ["{ customers(first: 101) { nodes { id } } }", "first"],
    ['{ customers(after: "x") { nodes { id } } }', "after"],
  ])("refuses %s", async (query, argument) => {
    await using chain = await openChain();
    const { errors } = await chain.ask(company("vega"), query);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });
});

describe("references", () => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) {
    ... on Customer ${EVERYTHING} ... on Person { id displayName memberships { person { id } } } } }`;
  const customers = ["cus_hugo", "cus_claire", "cus_boulange", "cus_nobody", "cus_claire"];

  test("cost one statement per table, however many there are", async () => {
    await using chain = await openChain();
    const representations = [
      ...customers.map((id) => ({ __typename: "Customer", id })),
      ...["claire", "hugo", "paul"].map((id) => ({ __typename: "Person", id })),
    ];
    const { data, errors } = await chain.ask(company("vega"), query, { r: representations });
    expect(errors).toBeUndefined();
    expect(data?.["_entities"]).toMatchObject([
      { person: null },
      { person: { id: "claire" } },
      null,
      null,
      { person: { id: "claire" } },
      { displayName: "Name of claire" },
      // There is no basis to show who Hugo is.
      null,
      null,
    ]);
    const tables = chain.statements.map((sql) => /from "(\w+)"/u.exec(sql)?.[1]);
    // Persons are asked for by reference, and those that only customers lead to once more.
    expect(new Set(tables)).toEqual(
      new Set([
        "consent",
        "customer",
        "customer_holding",
        "customer_profile",
        "membership",
        "person",
        "person_identity",
      ]),
    );
    expect(tables.length).toBeLessThanOrEqual(8);
  });

  test("to customers and people are answered to nobody who may not know them", async () => {
    await using chain = await openChain();
    const representations = [
      { __typename: "Customer", id: "cus_claire" },
      { __typename: "Person", id: "claire" },
    ];
    const { data } = await chain.ask(company("etrangere"), query, { r: representations });
    expect(data).toEqual({ _entities: [null, null] });
  });
});
