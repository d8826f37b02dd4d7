import { seenThroughEachBelt } from "../testing/belts.ts";
import { company, consumer, openChain } from "../testing/open-chain.ts";
import { Membership } from "./membership.ts";
import { PersonIdentity } from "./person-identity.ts";
import { Person } from "./person.ts";
import { Referent } from "./referent.ts";

const TABLES = {
  persons: { entity: Person, table: "person", column: "id" },
  identities: { entity: PersonIdentity, table: "person_identity", column: "person_id" },
  members: { entity: Membership, table: "membership", column: "person_id" },
  referents: { entity: Referent, table: "referent", column: "person_id" },
} as const;

const SEEN = [
  {
    who: "the owner of consumers",
    viewer: company("vega"),
    persons: ["claire", "hugo", "nadia"],
    identities: ["claire", "hugo", "nadia"],
    members: [],
    referents: ["nadia"],
  },
  {
    who: "the co-owner of a consumer",
    viewer: company("fabrica"),
    persons: ["claire", "nadia"],
    identities: ["claire", "nadia"],
    members: [],
    referents: ["nadia"],
  },
  {
    who: "an intermediary, who learns that there is a person but not who she is",
    viewer: company("integra"),
    persons: ["claire", "nadia", "paul"],
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

test.each(SEEN)("$who gets people by the row rules, through each belt without the other", async (row) => {
  const { viewer, persons, identities, members, referents } = row;
  await using chain = await openChain();
  const expected = { persons, identities, members, referents };
  await expect(seenThroughEachBelt(chain, viewer, TABLES)).resolves.toEqual({
    rowSecurity: expected,
    query: expected,
  });
});
