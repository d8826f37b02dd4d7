import { type AgreementsInForce, openLedger } from "@maillon/schema/policy";
import { beltedTypes, bothBelts } from "@maillon/subgraph-kit/testing";
import { complianceSubgraph } from "./subgraph.ts";
import { as, claire, day, openChain, propose, sign } from "./testing/open-chain.ts";

const AUTORITE = { id: "autorite", kinds: ["REGULATOR"], authorities: [] };

/** A chain with a regulator, whose disclosure request opens decisions of Integra or nothing. */
function ledgerWith(...dataClasses: "DECISION"[]): AgreementsInForce {
  const request = {
    id: "d",
    regulator: "autorite",
    subject: "integra",
    legalBasis: "Code de commerce, L450-3",
  };
  const [from, until] = ["2026-01-01T00:00:00Z", "2999-01-01T00:00:00Z"];
  return openLedger({
    sequence: 1,
    issuedAt: from,
    companies: [AUTORITE],
    agreements: [],
    disclosures: dataClasses.length > 0 ? [{ ...request, dataClasses, from, until }] : [],
  }).at(Date.now());
}

const investigator = as("autorite/compliance");

const REQUEST = `mutation ($grantedUntil: Date!) {
  requestDisclosure(input: {
    subjectId: "integra", legalBasis: "Code de commerce, L450-3", dataClasses: ["DECISION"], grantedUntil: $grantedUntil
  }) { id }
}`;

const VIEWERS = [
  as("fabrica/sales"),
  as("integra/legal"),
  as("vega/service"),
  as("rivalis/legal"),
  investigator,
  claire,
];

const WAYS = {
  Agreement: { query: (facts: string) => `{ agreements { ${facts} } }` },
  AgreementSignature: { query: (facts: string) => `{ agreements { signatures { ${facts} } } }` },
  DisclosureRequest: { query: (facts: string) => `{ disclosureRequests { ${facts} } }` },
};

test("every type that both belts decide on is compared", () => {
  expect(Object.keys(WAYS).toSorted()).toEqual(beltedTypes(complianceSubgraph));
});

test.each([
  { title: "nothing is disclosed", agreements: ledgerWith(), decisions: 0 },
  { title: "a company's decisions are disclosed", agreements: ledgerWith("DECISION"), decisions: 3 },
])("the gateway decides as the masks do when $title", async ({ agreements, decisions }) => {
  await using opened = await openChain({ agreements: () => agreements });
  await sign(opened);
  await propose(opened, { partyIds: ["fabrica", "integra", "vega"], signatories: ["legal", "direction"] });
  const { errors } = await opened.ask(investigator, REQUEST, { grantedUntil: day(30) });
  expect(errors).toBeUndefined();
  const { owner, gateway } = await bothBelts(
    { subgraph: complianceSubgraph, opened, agreements },
    VIEWERS,
    WAYS,
  );
  expect(gateway).toEqual(owner);
  const disclosed = owner
    .filter(({ viewer }) => viewer === investigator)
    .map(({ objects }) => objects.length);
  expect(disclosed).toEqual([2, decisions, 1]);
});

test("a regulator learns that agreements exist and where they are in their life, and no terms", async () => {
  const agreements = ledgerWith();
  await using opened = await openChain({ agreements: () => agreements });
  await sign(opened, { validUntil: "2999-12-31" });
  const ask = "{ agreements { status validFrom validUntil sha256 clauses { code } parties { role } } }";
  const { data, errors } = await opened.ask(as("autorite/compliance"), ask);
  expect(errors).toBeUndefined();
  const terms = { validFrom: null, validUntil: null, sha256: null, clauses: null };
  const role: unknown = expect.any(String);
  expect(data).toEqual({ agreements: [{ status: "ACTIVE", ...terms, parties: [{ role }, { role }] }] });
});
