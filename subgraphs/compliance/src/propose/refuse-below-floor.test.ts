import { as, openChain, proposal } from "../testing/open-chain.ts";

const PROPOSE = "mutation ($input: AgreementInput!) { proposeAgreement(input: $input) { id } }";
const up = { fromId: "integra", toId: "fabrica" };
const sharing = (dataClass: string, differing: Record<string, unknown> = {}) => ({
  dataSharing: { ...up, dataClass, level: "FULL", purpose: "Planning", ...differing },
});

// Fabrica supplies, Integra buys.
const below: [code: string, clause: Record<string, unknown>][] = [
  ["FLOOR_F1", sharing("PRICE_RESALE")],
  ["FLOOR_F1", sharing("TRADE_AMOUNT")],
  ["FLOOR_F1", sharing("CUSTOMER_IDENTITY")],
  ["FLOOR_F1", { priceVisibility: { ...up, dataClass: "PRICE_RESALE", level: "AGGREGATE", delayDays: 0 } }],
  ["FLOOR_F2", sharing("PRICE_SUPPLY")],
  ["FLOOR_F3", sharing("BID")],
  ["FLOOR_F4", sharing("CUSTOMER_PROFILE", { purpose: "." })],
  ["FLOOR_F4", sharing("DATA_SUBJECT")],
  ["FLOOR_F5", sharing("DECISION")],
  [
    "FLOOR_F6",
    {
      commission: {
        payerId: "integra",
        payeeId: "fabrica",
        ratePercent: "5",
        base: "What the customer pays",
        capturedAt: "payment",
      },
    },
  ],
  ["FLOOR_F7", { kpiSharing: { kpis: ["revenue"], cadence: "P1M", minimumGroupSize: 2 } }],
  ["FLOOR_F7", sharing("TRADE_CORE", { level: "AGGREGATE", minimumGroupSize: 2 })],
  ["FLOOR_COST", sharing("PRICE_COST")],
  [
    "FLOOR_NON_COMPETE",
    {
      restriction: { kind: "NON_COMPETE", boundId: "integra", protectsId: "fabrica", durationMonths: 61 },
    },
  ],
];

describe("a clause below the floor", () => {
  test.each(below)(
    "is refused by %s when it is proposed, and nothing is stored: %j",
    async (code, meaning) => {
      await using chain = await openChain();
      const lawful = {
        code: "1",
        text: "As agreed.",
        ...sharing("CUSTOMER_EXISTENCE", { level: "EXISTENCE" }),
      };
      const clauses = [lawful, { code: "2", text: "As agreed.", ...meaning }];
      const input = proposal({ clauses });
      const { data, errors } = await chain.ask(as("fabrica/sales"), PROPOSE, { input });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code, argument: "input.clauses.1" } }]);
      expect(errors?.[0]?.message).toContain(`Rule ${code.replace("FLOOR_", "")}:`);
      const rows: unknown[] = await chain.owner.asOwner().execute("select 1 from agreement");
      expect(rows).toEqual([]);
    },
  );
});
