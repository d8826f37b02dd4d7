import { leftByRowSecurity, seenThroughMasks } from "../testing/belts.ts";
import { agreed } from "../testing/agreed.ts";
import {
  boulange,
  company,
  consentToShare,
  consumer,
  emptyProfile,
  heldBy,
  openChain,
  openEmptyChain,
} from "../testing/open-chain.ts";
import { Consent } from "./consent.ts";
import { CustomerHolding } from "./customer-holding.ts";
import { CustomerProfile } from "./customer-profile.ts";
import { Customer } from "./customer.ts";

const TABLES = {
  relations: { table: "customer", column: "id" },
  holders: { table: "customer_holding", column: "organization_id" },
  profiles: { table: "customer_profile", column: "customer_id" },
  consents: { table: "consent", column: "customer_id" },
} as const;

const SEEN = [
  {
    who: "an owner",
    viewer: company("vega"),
    relations: ["cus_claire", "cus_hugo"],
    holders: ["fabrica", "integra", "vega", "vega"],
    profiles: ["cus_claire", "cus_hugo"],
    consents: ["cus_claire", "cus_claire"],
  },
  {
    who: "a joint controller, to whom she did not consent to show her profile",
    viewer: company("fabrica"),
    relations: ["cus_claire"],
    holders: ["fabrica", "integra", "vega"],
    profiles: [],
    consents: ["cus_claire", "cus_claire"],
  },
  {
    who: "an intermediary who also owns another customer",
    viewer: company("integra"),
    relations: ["cus_boulange", "cus_claire"],
    holders: ["fabrica", "integra", "integra", "vega"],
    profiles: ["cus_boulange"],
    consents: [],
  },
  {
    who: "a consumer",
    viewer: consumer("cus_claire"),
    relations: ["cus_claire"],
    holders: ["fabrica", "integra", "vega"],
    profiles: ["cus_claire"],
    consents: ["cus_claire", "cus_claire"],
  },
  {
    who: "the organization that is the customer",
    viewer: company("boulange"),
    relations: ["cus_boulange"],
    holders: ["integra"],
    profiles: ["cus_boulange"],
    consents: [],
  },
  ...[
    { who: "a former holder", viewer: company("rivalis") },
    { who: "a future holder", viewer: company("future") },
    { who: "a company with nothing", viewer: company("etrangere") },
    { who: "a consumer without a relation", viewer: consumer() },
    { who: "a consumer who claims the id of a company", viewer: consumer("vega") },
    { who: "a company that claims the id of a relation", viewer: company("cus_claire") },
  ].map((nobody) => ({ ...nobody, relations: [], holders: [], profiles: [], consents: [] })),
];

test.each(SEEN)("$who gets customers as agreed, by the masks alone as well", async (row) => {
  const { viewer, relations, holders, profiles, consents } = row;
  await using chain = await openChain();
  const expected = { relations, holders, profiles, consents };
  await expect(seenThroughMasks(chain, viewer, TABLES)).resolves.toEqual({ both: expected, masks: expected });
});

test.each([
  ["a former holder", company("rivalis")],
  ["a company with nothing", company("etrangere")],
  ["a consumer without a relation", consumer()],
  ["a company that claims the id of a relation", company("cus_claire")],
])("%s gets no customer by row-level security alone", async (_, viewer) => {
  await using chain = await openChain();
  const nothing = { relations: [], holders: [], profiles: [], consents: [] };
  await expect(leftByRowSecurity(chain, viewer, TABLES)).resolves.toEqual(nothing);
});

test("a co-owner gets no customer while nothing is agreed", async () => {
  await using chain = await openChain(agreed({}));
  await expect(chain.ask(company("fabrica"), "{ customers { nodes { id } } }")).resolves.toEqual({
    data: { customers: { nodes: [] } },
  });
});

describe("a holding", () => {
  const today = new Date().toISOString().slice(0, 10);

  test.each([
    { when: "on its first day", since: today, until: null, counts: true },
    { when: "long after it began", since: "2020-01-01", until: "2999-01-01", counts: true },
    { when: "on the day it ends", since: "2020-01-01", until: today, counts: false },
    { when: "before it begins", since: "2999-01-01", until: null, counts: false },
  ])("$when counts: $counts", async ({ since, until, counts }) => {
    await using chain = await openEmptyChain();
    await chain.store([boulange()]);
    await chain.store([heldBy("integra", { customerId: "cus_boulange", since, until })]);
    const { data } = await chain.ask(company("integra"), "{ customers { nodes { id } } }");
    expect(data).toEqual({ customers: { nodes: counts ? [{ id: "cus_boulange" }] : [] } });
  });
});

describe("a request", () => {
  test.each([
    [
      "takes hold of a customer whom another company registered",
      heldBy("rivalis", { customerId: "cus_hugo" }),
    ],
    ["gives another company a customer", heldBy("etrangere", { customerId: "cus_boulange" })],
    [
      "registers a customer in another company's name",
      Customer.of({
        id: "cus_new",
        kind: "BUSINESS",
        organizationId: "boulange",
        personId: null,
        acquiredThroughId: null,
        registeredById: "vega",
      }),
    ],
    [
      "says what another company's customer agreed to",
      Consent.of({ ...consentToShare(), controllerId: "rivalis" }),
    ],
    ["describes another company's customer", CustomerProfile.of(emptyProfile("cus_hugo", "LAPSED"))],
  ])("that %s is stopped by row-level security", async (_, row) => {
    await using chain = await openChain();
    const em = chain.database.as(company("rivalis", "sales"));
    await expect(em.persist(row).flush()).rejects.toThrow(/row-level security/u);
  });

  test("that answers for another company's use of data is stopped by row-level security", async () => {
    await using chain = await openChain();
    const em = chain.database.as(company("vega", "sales"));
    const consent = Consent.of({ ...consentToShare(), controllerId: "rivalis" });
    await expect(em.persist(consent).flush()).rejects.toThrow(/row-level security/u);
  });

  test("changes and deletes nothing, not even its own company's customers", async () => {
    await using chain = await openChain();
    const em = chain.database.as(company("vega", "sales"));
    await expect(em.nativeUpdate(Customer, { id: "cus_hugo" }, { registeredById: "x" })).resolves.toBe(0);
    await expect(em.nativeDelete(CustomerHolding, { customerId: "cus_hugo" })).resolves.toBe(0);
  });
});
