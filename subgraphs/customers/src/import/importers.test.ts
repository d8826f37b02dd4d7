import { importedId, importRecords } from "@maillon/subgraph-kit/testing";
import type { DeliveredRecords } from "@maillon/subgraph-kit/testing";
import type { Viewer } from "@maillon/schema";
import type { ExchangeInput } from "@maillon/schema/exchange";
import { company, consumer, openEmptyChain } from "../testing/open-chain.ts";
import { importers } from "./importers.ts";
import { CustomerHolding } from "../customer/customer-holding.ts";
import { Membership } from "../person/membership.ts";

const claire = {
  key: "claire",
  displayName: "Claire Martin",
  email: "claire@example.org",
  phone: "+33 1",
  locale: "fr-FR",
  memberships: [
    {
      company: "nantes",
      jobTitle: "Buyer",
      buyingRoles: ["BUYER", "DECIDER"],
      approvalLimit: { amount: "900.50", currency: "EUR" },
    },
  ],
  referentOf: [
    { company: "nantes", scope: "LOGISTICS", forPartner: "vega" },
    { company: "nantes", scope: "BILLING" },
  ],
} satisfies ExchangeInput<"people">;

const relation = {
  key: "vega-claire",
  kind: "CONSUMER",
  person: "claire",
  holders: [
    { company: "vega", role: "OWNER", since: "2025-01-31" },
    { company: "fabrica", role: "CO_OWNER", agreement: "b2b2c", since: "2025-02-01", until: "2999-12-31" },
  ],
  acquiredThrough: "integra",
  stage: "HABITUAL",
  segments: ["families"],
  situation: { buyClass: "MODIFIED_REBUY", perceivedRisk: "LOW", purchaseCriteria: ["price"] },
  loyaltyPoints: 7,
  consents: [
    {
      purpose: "PARTNER_SHARING",
      basis: "CONSENT",
      granted: true,
      at: "2025-01-31T09:00:00+01:00",
      controller: "vega",
      withdrawnAt: "2025-03-01T09:00:00+01:00",
    },
  ],
  introduced: ["nantes"],
} satisfies ExchangeInput<"customers">;

const boulange = {
  key: "boulange",
  kind: "BUSINESS",
  organization: "boulange",
  holders: [{ company: "integra", role: "OWNER", since: "2025-02-01" }],
  stage: "NEW",
} satisfies ExchangeInput<"customers">;

const delivery = { people: [claire], customers: [relation, boulange] } satisfies DeliveredRecords;

const org = (key: string) => importedId("companies", key);
const someoneAt = (key: string): Viewer => company(org(key));
const counted = (file: string, counts: object) => ({
  type: "counted",
  file,
  unchanged: 0,
  rejected: 0,
  ...counts,
});

const EVERYTHING = `{
  id kind stage segments loyaltyPoints acquiredThrough { id } organization { id } introduced { id }
  holders { role since until organization { id } agreement { id } }
  person { id displayName email phone locale memberships {
    organization { id } jobTitle buyingRoles approvalLimit { amount currencyCode } } }
  situation { buyClass buysRegularly perceivedRisk purchaseCriteria }
  consents { purpose basis granted at withdrawnAt controller { id } } }`;

describe("a delivery to the customers subgraph", () => {
  test("becomes customers with everything that was known about them", async () => {
    await using chain = await openEmptyChain();
    const events = await importRecords(chain.owner, importers, delivery);
    expect(events.filter(({ type }) => type === "rejected")).toEqual([]);
    const { data } = await chain.ask(
      consumer(importedId("customers", "vega-claire")),
      `{ customers { nodes ${EVERYTHING} } }`,
    );
    // What companies agreed on, and who decides on how much, is not the consumer's to read.
    const stored = chain.owner.asOwner();
    await expect(stored.find(CustomerHolding, { role: "CO_OWNER" })).resolves.toMatchObject([
      { agreementId: importedId("agreements", "b2b2c") },
    ]);
    await expect(stored.find(Membership, { jobTitle: "Buyer" })).resolves.toMatchObject([
      { limitAmount: "900.50", limitCurrency: "EUR" },
    ]);
    const owner = { organization: { id: org("vega") }, role: "OWNER", agreement: null };
    const coOwner = { organization: { id: org("fabrica") }, role: "CO_OWNER" };
    expect(data).toEqual({
      customers: {
        nodes: [
          {
            id: importedId("customers", "vega-claire"),
            kind: "CONSUMER",
            stage: "HABITUAL",
            segments: ["families"],
            loyaltyPoints: 7,
            acquiredThrough: { id: org("integra") },
            organization: null,
            introduced: [{ id: org("nantes") }],
            holders: [
              { ...owner, since: "2025-01-31", until: null },
              {
                ...coOwner,
                agreement: null,
                since: "2025-02-01",
                until: "2999-12-31",
              },
            ],
            person: {
              id: importedId("people", "claire"),
              displayName: "Claire Martin",
              email: "claire@example.org",
              phone: "+33 1",
              locale: "fr-FR",
              memberships: [
                {
                  organization: { id: org("nantes") },
                  jobTitle: "Buyer",
                  buyingRoles: ["BUYER", "DECIDER"],
                  approvalLimit: null,
                },
              ],
            },
            situation: {
              buyClass: "MODIFIED_REBUY",
              buysRegularly: null,
              perceivedRisk: "LOW",
              purchaseCriteria: ["price"],
            },
            consents: [
              {
                purpose: "PARTNER_SHARING",
                basis: "CONSENT",
                granted: true,
                at: "2025-01-31T08:00:00.000Z",
                withdrawnAt: "2025-03-01T08:00:00.000Z",
                controller: { id: org("vega") },
              },
            ],
          },
        ],
      },
    });
  });

  test("names the people to whom partners may turn", async () => {
    await using chain = await openEmptyChain();
    await importRecords(chain.owner, importers, delivery);
    const query =
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { referents { scope person { displayName } } } } }";
    const variables = { r: [{ __typename: "Organization", id: org("nantes") }] };
    const { data } = await chain.ask(someoneAt("vega"), query, variables);
    const logistics = { scope: "LOGISTICS", person: { displayName: "Claire Martin" } };
    expect(data).toEqual({ _entities: [{ referents: [logistics] }] });
  });

  test("changes nothing when it comes again", async () => {
    await using chain = await openEmptyChain();
    await importRecords(chain.owner, importers, delivery);
    const again = await importRecords(chain.owner, importers, delivery);
    expect(again.filter(({ type }) => type === "counted")).toEqual([
      counted("people", { read: 1, imported: 0, unchanged: 1 }),
      counted("customers", { read: 2, imported: 0, unchanged: 2 }),
    ]);
  });

  test("takes the place of what an earlier one said, holders and memberships included", async () => {
    await using chain = await openEmptyChain();
    await importRecords(chain.owner, importers, delivery);
    const holders = relation.holders.slice(0, 1);
    await importRecords(chain.owner, importers, {
      people: [{ key: "claire", displayName: "Claire Morel" }],
      customers: [{ ...relation, holders, consents: [], stage: "LAPSED", situation: undefined }],
    });
    const query = `{ customers { nodes { stage situation { buyClass } consents { at } holders { role }
      person { displayName email memberships { jobTitle } } } } }`;
    const person = { displayName: "Claire Morel", email: null, memberships: [] };
    const changed = { stage: "LAPSED", situation: null, consents: [], holders: [{ role: "OWNER" }], person };
    await expect(chain.ask(consumer(importedId("customers", "vega-claire")), query)).resolves.toEqual({
      data: { customers: { nodes: [changed] } },
    });
    await expect(chain.ask(someoneAt("fabrica"), query)).resolves.toEqual({
      data: { customers: { nodes: [] } },
    });
  });

  test.each([
    ["a person who was not delivered", { ...relation, person: "nobody" }, /has not been imported/u],
    [
      "nobody but intermediaries",
      { ...boulange, holders: [{ company: "integra", role: "INTERMEDIARY", since: "2025-02-01" }] },
      /^holders: /u,
    ],
    [
      "a holder who stops before it begins",
      {
        ...boulange,
        holders: [{ company: "integra", role: "OWNER", since: "2025-02-01", until: "2025-02-01" }],
      },
      /breaks a rule/u,
    ],
  ] as const)(
    "stores nothing of a customer with %s, and everything of the others",
    async (_, wrong, reason) => {
      await using chain = await openEmptyChain();
      const other = { ...boulange, key: "other" };
      const events = await importRecords(chain.owner, importers, {
        people: [claire],
        customers: [{ ...wrong, holders: [...wrong.holders] }, other],
      });
      expect(events.filter(({ type }) => type === "rejected")).toEqual([
        { type: "rejected", file: "customers", line: 1, reason: expect.stringMatching(reason) as unknown },
      ]);
      expect(events.at(-1)).toEqual(counted("customers", { read: 2, imported: 1, rejected: 1 }));
      for (const table of ["customer", "customer_profile", "customer_holding"]) {
        const rows: unknown[] = await chain.owner.asOwner().execute(`select 1 from ${table}`);
        expect(rows).toHaveLength(1);
      }
    },
  );
});
