import { leftByRowSecurity, seenThroughMasks } from "../testing/belts.ts";
import { company, consentToShare, consumer, openChain } from "../testing/open-chain.ts";

const TABLES = {
  persons: { table: "person", column: "id" },
  identities: { table: "person_identity", column: "person_id" },
  members: { table: "membership", column: "person_id" },
  referents: { table: "referent", column: "person_id" },
} as const;

const SEEN = [
  {
    who: "the owner of consumers, for one of whom there is no basis",
    viewer: company("vega"),
    persons: ["claire", "nadia"],
    identities: ["claire", "nadia"],
    members: [],
    referents: ["nadia"],
  },
  {
    who: "a joint controller, with whom a consumer did not consent to be shared",
    viewer: company("fabrica"),
    persons: ["nadia"],
    identities: ["nadia"],
    members: [],
    referents: ["nadia"],
  },
  {
    who: "an intermediary, who does not learn who the consumer is",
    viewer: company("integra"),
    persons: ["nadia", "paul"],
    identities: ["nadia", "paul"],
    members: ["nadia"],
    referents: ["nadia", "paul"],
  },
  {
    who: "a company that holds nobody",
    viewer: company("boulange"),
    persons: ["paul"],
    identities: ["paul"],
    members: ["paul"],
    referents: ["paul"],
  },
  {
    who: "an employer, who does not learn whose customer a member is",
    viewer: company("nantes"),
    persons: ["claire"],
    identities: ["claire"],
    members: ["claire"],
    referents: [],
  },
  {
    who: "a consumer",
    viewer: consumer("cus_claire"),
    persons: ["claire"],
    identities: ["claire"],
    members: ["claire"],
    referents: [],
  },
  {
    who: "a company with nothing",
    viewer: company("etrangere"),
    persons: [],
    identities: [],
    members: [],
    referents: [],
  },
  {
    who: "a consumer without a relation",
    viewer: consumer(),
    persons: [],
    identities: [],
    members: [],
    referents: [],
  },
];

test.each(SEEN)("$who gets people as agreed, by the masks alone as well", async (row) => {
  const { viewer, persons, identities, members, referents } = row;
  await using chain = await openChain();
  const expected = { persons, identities, members, referents };
  await expect(seenThroughMasks(chain, viewer, TABLES)).resolves.toEqual({ both: expected, masks: expected });
});

test.each([
  ["a company with nothing", company("etrangere")],
  ["a consumer without a relation", consumer()],
])("%s gets nobody by row-level security alone", async (_, viewer) => {
  await using chain = await openChain();
  const nobody = { persons: [], identities: [], members: [], referents: [] };
  await expect(leftByRowSecurity(chain, viewer, TABLES)).resolves.toEqual(nobody);
});

test("a joint controller learns who a consumer is once she consents to be shared", async () => {
  await using chain = await openChain();
  await chain.store([consentToShare()]);
  const { data } = await chain.ask(
    company("fabrica"),
    '{ customer(id: "cus_claire") { stage person { displayName } } }',
  );
  expect(data).toEqual({ customer: { stage: "HABITUAL", person: { displayName: "Name of claire" } } });
});
