import { as, openChain, propose } from "../testing/open-chain.ts";

const integra = { id: "integra", name: "integra" };
const fabrica = { id: "fabrica", name: "fabrica" };
const company = "{ id name }";

interface Case {
  readonly type: string;
  readonly input: Record<string, unknown>;
  readonly fields: string;
  readonly expected: Record<string, unknown>;
}

/** Each kind of clause: what a client proposes, what it asks for, and what it is answered. */
const clauses: readonly Case[] = [
  {
    type: "CustomerOwnershipClause",
    input: { customerOwnership: { ownership: "CO_OWNED", jointController: true, contactPointId: "integra" } },
    fields: `ownership jointController contactPoint ${company}`,
    expected: { ownership: "CO_OWNED", jointController: true, contactPoint: integra },
  },
  {
    type: "CustomerOwnershipClause",
    input: { customerOwnership: { ownership: "FIRST_PARTY", jointController: false } },
    fields: `ownership contactPoint ${company}`,
    expected: { ownership: "FIRST_PARTY", contactPoint: null },
  },
  {
    type: "DataSharingClause",
    input: {
      dataSharing: {
        fromId: "integra",
        toId: "fabrica",
        dataClass: "KPI",
        level: "AGGREGATE",
        purpose: "Planning",
        minimumGroupSize: 5,
      },
    },
    fields: `from ${company} to ${company} dataClass level purpose minimumGroupSize`,
    expected: {
      from: integra,
      to: fabrica,
      dataClass: "KPI",
      level: "AGGREGATE",
      purpose: "Planning",
      minimumGroupSize: 5,
    },
  },
  {
    type: "PriceVisibilityClause",
    input: {
      priceVisibility: {
        fromId: "integra",
        toId: "fabrica",
        dataClass: "PRICE_RESALE",
        level: "AGGREGATE",
        delayDays: 90,
      },
    },
    fields: `from ${company} to ${company} dataClass level delayDays`,
    expected: { from: integra, to: fabrica, dataClass: "PRICE_RESALE", level: "AGGREGATE", delayDays: 90 },
  },
  {
    type: "CommissionClause",
    input: {
      commission: {
        payerId: "fabrica",
        payeeId: "integra",
        ratePercent: "2.75",
        base: "net price",
        capturedAt: "payment",
      },
    },
    fields: `payer ${company} payee ${company} ratePercent base capturedAt`,
    expected: {
      payer: fabrica,
      payee: integra,
      ratePercent: "2.75",
      base: "net price",
      capturedAt: "payment",
    },
  },
  {
    type: "KpiSharingClause",
    input: { kpiSharing: { kpis: ["revenue"], cadence: "P1M" } },
    fields: "kpis minimumGroupSize cadence",
    expected: { kpis: ["revenue"], minimumGroupSize: 3, cadence: "P1M" },
  },
  {
    type: "ServiceClause",
    input: {
      service: { responsibleId: "integra", covers: ["TRAINING"], deliveryDelay: "P5D", incoterm: "DAP" },
    },
    fields: `responsible ${company} covers deliveryDelay incoterm`,
    expected: { responsible: integra, covers: ["TRAINING"], deliveryDelay: "P5D", incoterm: "DAP" },
  },
  {
    type: "ObjectiveClause",
    input: {
      objective: {
        kpi: "revenue",
        target: "1000000.50",
        period: "P1Y",
        budget: { amount: "5000", currencyCode: "EUR" },
      },
    },
    fields: "kpi target period budget { amount currencyCode }",
    expected: {
      kpi: "revenue",
      target: "1000000.50",
      period: "P1Y",
      budget: { amount: "5000", currencyCode: "EUR" },
    },
  },
  {
    type: "RestrictionClause",
    input: {
      restriction: { kind: "NON_COMPETE", boundId: "integra", protectsId: "fabrica", durationMonths: 12 },
    },
    fields: `kind bound ${company} protects ${company} durationMonths`,
    expected: { kind: "NON_COMPETE", bound: integra, protects: fabrica, durationMonths: 12 },
  },
];

describe("a clause", () => {
  test.each(clauses)("of type $type reads as it was proposed", async ({ type, input, fields, expected }) => {
    await using chain = await openChain();
    const head = { code: "4.2", text: "As agreed.", survivesTermination: true };
    const id = await propose(chain, { clauses: [{ ...head, ...input }] });
    const selection = `__typename code text survivesTermination ... on ${type} { ${fields} }`;
    const answer = await chain.ask(
      as("integra/sales"),
      `{ agreement(id: "${id}") { clauses { ${selection} } } }`,
    );
    expect(answer).toEqual({
      data: { agreement: { clauses: [{ __typename: type, ...head, ...expected }] } },
    });
  });
});
