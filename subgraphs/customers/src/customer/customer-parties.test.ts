import { company, consentToShare, consumer, openChain } from "../testing/open-chain.ts";
import { Consent } from "./consent.ts";

const ASK = `query ($id: ID!) { customer(id: $id) {
  ownedBy { id } sharedWith { id } lawfulPurposes
  person { knownTo { id } relations { id } lawfulPurposes }
} }`;

const ids = (...names: string[]) => names.map((id) => ({ id }));

/** Beside what Claire granted (marketing) and refused (loyalty) in the chain. */
const consents = () => [
  consentToShare(),
  Consent.of({
    ...consentToShare(),
    place: 3,
    purpose: "ANALYTICS",
    withdrawnAt: new Date("2026-01-01T00:00:00Z"),
  }),
];

describe("the parties of a customer relation", () => {
  test.each([
    ["its owner", company("vega"), ["MARKETING", "PARTNER_SHARING"]],
    ["the consumer herself", consumer("cus_claire"), ["MARKETING", "PARTNER_SHARING"]],
    ["an intermediary", company("integra"), ["MARKETING", "PARTNER_SHARING"]],
  ])("are its owner and the companies beside it, to %s", async (_, viewer, purposes) => {
    await using chain = await openChain();
    await chain.store(consents());
    const { data } = await chain.ask(viewer, ASK, { id: "cus_claire" });
    expect(data?.customer).toMatchObject({
      ownedBy: ids("vega"),
      sharedWith: ids("fabrica", "integra"),
      lawfulPurposes: purposes,
    });
  });

  test("make a person known to the companies that own her relations and to who employs her", async () => {
    await using chain = await openChain();
    await chain.store(consents());
    const { data } = await chain.ask(consumer("cus_claire"), ASK, { id: "cus_claire" });
    expect(data?.customer).toMatchObject({
      person: {
        knownTo: ids("nantes", "vega"),
        relations: ids("cus_claire"),
        lawfulPurposes: ["CONTRACT", "MARKETING", "PARTNER_SHARING"],
      },
    });
  });

  test("need no lawful basis where no person is concerned", async () => {
    await using chain = await openChain();
    const { data } = await chain.ask(company("integra"), ASK, { id: "cus_boulange" });
    expect(data?.customer).toEqual({
      ownedBy: ids("integra"),
      sharedWith: [],
      lawfulPurposes: ["NOT_PERSONAL"],
      person: null,
    });
  });
});

describe("the parties of a referent", () => {
  const people = "people: referents { between { id } person { knownTo { id } } }";
  const ask = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { ${people} } } }`;
  const r = [{ __typename: "Organization", id: "boulange" }];

  test.each([
    ["its own company", company("boulange")],
    ["the partner that it is there for", company("integra")],
  ])("are, to %s, the companies between which he stands", async (_, viewer) => {
    await using chain = await openChain();
    const { data } = await chain.ask(viewer, ask, { r });
    const companies = ids("boulange", "integra");
    expect(data).toEqual({
      _entities: [{ people: [{ between: companies, person: { knownTo: companies } }] }],
    });
  });
});
