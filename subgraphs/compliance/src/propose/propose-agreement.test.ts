import { as, claire, day, decide, openChain, proposal } from "../testing/open-chain.ts";

const PROPOSE = `mutation ($input: AgreementInput!) {
  proposeAgreement(input: $input) {
    status version signedAt proposed: validFrom validUntil territories productScope essenceForDataSubjects
    parties { organization { name } role signedAt }
    signatures { signatory decision }
  }
}`;

const SENSOR = `prd_fabrica_${"a".repeat(26)}`;
const sharing = {
  fromId: "integra",
  toId: "fabrica",
  dataClass: "CUSTOMER_EXISTENCE",
  level: "EXISTENCE",
  purpose: "Service",
};
const commission = {
  payerId: "fabrica",
  payeeId: "integra",
  ratePercent: "5",
  base: "net price",
  capturedAt: "payment",
};
const clause = (meaning: Record<string, unknown>) => {
  return { clauses: [{ code: "1", text: "As agreed.", ...meaning }] };
};

const faults: [string, Record<string, unknown>, string][] = [
  ["an end before its beginning", { validUntil: day(-2) }, "input.validUntil"],
  ["an end on its first day", { validUntil: day(-1) }, "input.validUntil"],
  ["an end that is over", { validFrom: day(-9), validUntil: day(0) }, "input.validUntil"],
  ["one party only", { partyIds: ["fabrica"] }, "input.partyIds"],
  ["a party twice", { partyIds: ["fabrica", "integra", "fabrica"] }, "input.partyIds.2"],
  ["a party that nobody knows", { partyIds: ["fabrica", "unknown"] }, "input.partyIds.1"],
  ["fewer roles than parties", { partyRoles: ["SUPPLIER"] }, "input.partyRoles"],
  ["signatories who may not bind a company", { signatories: ["legal", "buying"] }, "input.signatories"],
  ["no signatory at all", { signatories: [] }, "input.signatories"],
  ["something else than products in its scope", { productScope: ["fabrica"] }, "input.productScope"],
  ["a blank essence", { essenceForDataSubjects: " " }, "input.essenceForDataSubjects"],
  ["a clause without a meaning", clause({}), "input.clauses.0"],
  ["a clause with two meanings", clause({ commission, dataSharing: sharing }), "input.clauses.0"],
  ["a clause without a wording", clause({ commission, text: "" }), "input.clauses.0.text"],
  [
    "a clause number twice",
    { clauses: [...clause({ commission }).clauses, ...clause({ dataSharing: sharing }).clauses] },
    "input.clauses.1",
  ],
  [
    "an unknown data class",
    clause({ dataSharing: { ...sharing, dataClass: "EVERYTHING" } }),
    "input.clauses.0.dataSharing.dataClass",
  ],
  [
    "a clause that names a stranger",
    clause({ dataSharing: { ...sharing, toId: "rivalis" } }),
    "input.clauses.0.dataSharing.toId",
  ],
  [
    "a party that grants to itself",
    clause({ dataSharing: { ...sharing, toId: "integra" } }),
    "input.clauses.0.dataSharing.toId",
  ],
  [
    "a group of one",
    clause({ dataSharing: { ...sharing, minimumGroupSize: 1 } }),
    "input.clauses.0.dataSharing.minimumGroupSize",
  ],
  [
    "a party that pays itself",
    clause({ commission: { ...commission, payeeId: "fabrica" } }),
    "input.clauses.0.commission.payeeId",
  ],
  [
    "a share above 100 percent",
    clause({ commission: { ...commission, ratePercent: "100.01" } }),
    "input.clauses.0.commission.ratePercent",
  ],
  [
    "a share of nothing",
    clause({ commission: { ...commission, ratePercent: "0" } }),
    "input.clauses.0.commission.ratePercent",
  ],
  [
    "an indicator list without any",
    clause({ kpiSharing: { kpis: [], cadence: "P1M" } }),
    "input.clauses.0.kpiSharing.kpis",
  ],
  [
    "a target of zero",
    clause({ objective: { kpi: "revenue", target: "0", period: "P1Y" } }),
    "input.clauses.0.objective.target",
  ],
  [
    "a negative budget",
    clause({
      objective: {
        kpi: "revenue",
        target: "1",
        period: "P1Y",
        budget: { amount: "-1", currencyCode: "EUR" },
      },
    }),
    "input.clauses.0.objective.budget.amount",
  ],
  [
    "a restriction of negative length",
    clause({
      restriction: { kind: "NON_COMPETE", boundId: "integra", protectsId: "fabrica", durationMonths: -1 },
    }),
    "input.clauses.0.restriction.durationMonths",
  ],
  [
    "a delay of negative days",
    clause({
      priceVisibility: {
        fromId: "integra",
        toId: "fabrica",
        dataClass: "PRICE_RESALE",
        level: "AGGREGATE",
        delayDays: -1,
      },
    }),
    "input.clauses.0.priceVisibility.delayDays",
  ],
  ["a version before that it cannot see", { supersedesId: "agr_unknown" }, "input.supersedesId"],
];

describe("a proposal", () => {
  test("binds nobody before it is signed", async () => {
    await using chain = await openChain();
    const input = proposal({
      validUntil: day(365),
      territories: ["FR"],
      productScope: [SENSOR],
      essenceForDataSubjects: "Both see who you are.",
    });
    const answer = await chain.ask(as("integra/buying"), PROPOSE, { input });
    expect(answer).toEqual({
      data: {
        proposeAgreement: {
          status: "PROPOSED",
          version: 1,
          signedAt: null,
          proposed: day(-1),
          validUntil: day(365),
          territories: ["FR"],
          productScope: [SENSOR],
          essenceForDataSubjects: "Both see who you are.",
          parties: [
            { organization: { name: "fabrica" }, role: "SUPPLIER", signedAt: null },
            { organization: { name: "integra" }, role: "BUYER", signedAt: null },
          ],
          signatures: [{ signatory: "legal", decision: null }],
        },
      },
    });
  });

  test.each([
    [{}, ["SUPPLIER", "INTERMEDIARY", "BUYER"]],
    [{ partyRoles: ["BRAND", "RESELLER", "PROCESSOR"] }, ["BRAND", "RESELLER", "PROCESSOR"]],
  ])("gives the parties along the chain their roles with %j", async (roles, expected) => {
    await using chain = await openChain();
    const input = proposal({ partyIds: ["fabrica", "integra", "vega"], ...roles });
    const { data } = await chain.ask(as("vega/service"), PROPOSE, { input });
    expect(data).toMatchObject({ proposeAgreement: { parties: expected.map((role) => ({ role })) } });
  });

  test.each(faults)("with %s is refused at the field at fault", async (_, differing, argument) => {
    await using chain = await openChain();
    const input = proposal(differing);
    const { data, errors } = await chain.ask(as("fabrica/sales"), PROPOSE, { input });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
    const rows: unknown[] = await chain.owner.asOwner().execute("select 1 from agreement");
    expect(rows).toEqual([]);
  });

  test("is seen by the answer to the next change of the same request", async () => {
    await using chain = await openChain();
    const seen = "{ parties { organization { agreements { status } } } }";
    const mutation = `mutation ($input: AgreementInput!) {
      first: proposeAgreement(input: $input) ${seen}
      second: proposeAgreement(input: $input) ${seen}
    }`;
    const answer = await chain.ask(as("fabrica/sales"), mutation, { input: proposal() });
    const proposed = { status: "PROPOSED" };
    const each = (agreements: object[]) => {
      const organization = { agreements };
      return { parties: [{ organization }, { organization }] };
    };
    expect(answer).toEqual({ data: { first: each([proposed]), second: each([proposed, proposed]) } });
  });

  test("is refused while two of its parties have a hundred agreements that are not over", async () => {
    await using chain = await openChain();
    const aliases = Array.from(
      { length: 100 },
      (_, index) => `p${index}: proposeAgreement(input: $input) { id }`,
    );
    const many = `mutation ($input: AgreementInput!) { ${aliases.join(" ")} }`;
    const { data } = await chain.ask(as("fabrica/sales"), many, { input: proposal() });
    const ids = Object.values(data ?? {}) as { id: string }[];
    expect(ids).toHaveLength(100);

    const proposed = async (...partyIds: string[]) => {
      const answer = await chain.ask(as("fabrica/sales"), PROPOSE, { input: proposal({ partyIds }) });
      return answer.errors?.map(({ extensions }) => extensions?.code);
    };
    expect(await proposed("fabrica", "integra")).toEqual(["CONFLICT"]);
    expect(await proposed("fabrica", "vega", "integra")).toEqual(["CONFLICT"]);
    expect(await proposed("fabrica", "vega")).toBeUndefined();
    await decide(chain, "rejectAgreement", { id: ids[0]?.id ?? "", who: "integra/legal" });
    expect(await proposed("fabrica", "integra")).toBeUndefined();
  });

  test("with a bad value does not hear it back", async () => {
    await using chain = await openChain();
    const secret = "canary-4711";
    const twice = { code: secret, text: "As agreed.", commission };
    const answer = await chain.ask(as("fabrica/sales"), PROPOSE, {
      input: proposal({ clauses: [twice, twice] }),
    });
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(chain.log.join("")).not.toContain(secret);
  });

  test.each([
    ["a company that is no party", as("rivalis/legal")],
    ["a consumer", claire],
  ])("of %s is refused", async (_, viewer) => {
    await using chain = await openChain();
    const { errors } = await chain.ask(viewer, PROPOSE, { input: proposal() });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });
});
