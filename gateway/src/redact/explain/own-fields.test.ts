import { type CompanyName, company, disclosure, ledgerWith, sharing } from "@maillon/schema/testing";
import { RESERVED_NAMES } from "@maillon/schema";
import { composeSupergraph } from "@maillon/schema/compose";
import { type DefinitionNode, parse } from "graphql";
import { RESERVED_PREFIX } from "../../reserved-names.ts";
import { OWN_CONTRACT } from "./own-fields.ts";
import { openVisibleChain } from "../../testing/visible-chain.ts";

const shared = ledgerWith({
  clauses: {
    "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS")],
  },
});
const EXPLAIN = `query ($coordinate: String!, $id: ID!) {
  why: explain(coordinate: $coordinate, id: $id) { class effect rule agreement missing }
}`;
const WHO = `{ whoCanSee(coordinate: "Order.total", id: "1") { party rules } }`;
const hidden = { effect: "HIDDEN", rule: "not-found", agreement: null, missing: [] };

describe("explain", () => {
  test.each<[viewer: CompanyName, coordinate: string, answer: object]>([
    ["integra", "Order.total", { class: "TRADE_CORE", effect: "GRANTED" }],
    ["fabrica", "Order.total", { class: "TRADE_AMOUNT", effect: "DENIED", rule: "F1-trade-amount" }],
    ["fabrica", "Order.id", { effect: "GRANTED", rule: "clause-orders", agreement: "fabrica-integra" }],
  ])("tells %s of %s by which rule", async (viewer, coordinate, answer) => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask(viewer, EXPLAIN, { coordinate, id: "1" });
    expect(body.data.why).toMatchObject(answer);
  });

  test("answers the same for what is hidden and for what does not exist", async () => {
    await using chain = await openVisibleChain(shared);
    const answers = ["1", "2", "none"].map(async (id) => {
      const { body } = await chain.ask("etrangere", EXPLAIN, { coordinate: "Order.total", id });
      return body;
    });
    const same = { data: { why: { class: "TRADE_CORE", ...hidden } } };
    expect(await Promise.all(answers)).toEqual([same, same, same]);
  });

  test.each(["Order.unheard", "Unheard.total", "Order.note", "Order", ""])(
    "knows nothing of %p, and asks no company",
    async (coordinate) => {
      await using chain = await openVisibleChain(shared);
      const { body } = await chain.ask("integra", EXPLAIN, { coordinate, id: "1" });
      expect(body.data.why).toEqual({ class: "PUBLIC", ...hidden });
      expect(chain.orders.received).toEqual([]);
    },
  );

  test.each<[viewer: CompanyName, coordinate: string, answer: object]>([
    ["integra", "Order.rebate", { class: "PRICE_SUPPLY", effect: "GRANTED", type: "Rebate" }],
    ["boulange", "Order.rebate", { class: "PRICE_SUPPLY", effect: "HIDDEN" }],
    ["etrangere", "Order.rebate", { class: "PRICE_SUPPLY", effect: "HIDDEN" }],
    ["integra", "Order.rebates", { class: "PRICE_SUPPLY", effect: "BY_OBJECT", type: "Rebate" }],
    ["etrangere", "Order.rebates", { class: "PRICE_SUPPLY", effect: "HIDDEN" }],
    ["etrangere", "Organization.id", { class: "PUBLIC", effect: "GRANTED", type: null }],
  ])("has %s read %s by what protects the object that it leads to", async (viewer, coordinate, answer) => {
    await using chain = await openVisibleChain(shared);
    const query = `{ why: explain(coordinate: "${coordinate}", id: "1") { class effect type } }`;
    expect((await chain.ask(viewer, query)).body.data.why).toMatchObject(answer);
  });

  test.each<[keeper: CompanyName, answer: object]>([
    ["integra", { effect: "GRANTED", missing: [] }],
    ["rivalis", { effect: "KEPT_BACK", missing: [expect.stringContaining("the company that keeps this")] }],
  ])("tells what the clause comes to where %s keeps the orders", async (keeper, answer) => {
    await using chain = await openVisibleChain(shared, keeper);
    const query = `{ why: explain(coordinate: "Order.state", id: "1") {
      effect rule agreement version clause clauseType keptBy missing } }`;
    const clause = { agreement: "fabrica-integra", version: 1, clause: "1", clauseType: "DATA_SHARING" };
    expect((await chain.ask("fabrica", query)).body.data.why).toEqual({
      rule: "clause-orders",
      ...clause,
      // The id is none of ours, so that it does not name who keeps the object.
      keptBy: null,
      ...answer,
    });
  });

  test("stands beside fields of the companies, under any alias", async () => {
    await using chain = await openVisibleChain(shared);
    const query = `{ orders { id } a: explain(coordinate: "Order.cost", id: "1") { effect } }`;
    const { body } = await chain.ask("boulange", query);
    expect(body.data).toEqual({ orders: [{ id: "1" }], a: { effect: "HIDDEN" } });
  });
});

describe("neither question is answered", () => {
  const WHY = `{ explain(coordinate: "Order.total", id: "1") { effect } }`;

  test.each([
    ["explain", WHY],
    ["whoCanSee", WHO],
  ])("while it is not known what is in force: %s", async (field, query) => {
    await using chain = await openVisibleChain(() => undefined);
    const { body } = await chain.ask("integra", query);
    expect(body).toMatchObject({
      data: { [field]: null },
      errors: [{ path: [field], extensions: { code: "AGREEMENTS_UNKNOWN" } }],
    });
  });

  test.each([
    ["explain", WHY],
    ["whoCanSee", WHO],
  ])("when the company that keeps the object fails: %s", async (field, query) => {
    await using chain = await openVisibleChain(shared);
    const failed = { data: { _entities: [null] }, errors: [{ message: "down", path: ["_entities", 0] }] };
    chain.orders.answerWith({ status: 200, body: JSON.stringify(failed) });
    const { body } = await chain.ask("integra", query);
    expect(body).toMatchObject({
      data: { [field]: null },
      errors: [{ path: [field], extensions: { code: "UPSTREAM_ERROR" } }],
    });
  });

  test("save of what everybody may read", async () => {
    await using chain = await openVisibleChain(() => undefined);
    const query = `{ explain(coordinate: "Organization.id", id: "1") { effect } }`;
    expect((await chain.ask("integra", query)).body).toEqual({ data: { explain: { effect: "GRANTED" } } });
  });
});

describe("whoCanSee", () => {
  test("tells an owner who can see a field, and by which rules", async () => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask("integra", WHO);
    const parties = body.data.whoCanSee.map(({ party }: { party: string }) => party);
    expect(parties).toEqual([company("integra"), company("boulange")]);
    expect(body.data.whoCanSee[1].rules.join()).toMatch(/party|buyer|own/);
  });

  const ON = `query ($on: Date) { whoCanSee(coordinate: "Order.state", id: "1", on: $on) { party rules } }`;
  const dated = ledgerWith({
    clauses: {
      "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS")],
    },
    disclosures: [disclosure("autorite", "integra", "TRADE_CORE")],
  });

  // The agreement holds since 2026-01-01; the request of the authority from 2026-05-01 to 2026-06-30.
  test.each<[on: string | null, others: CompanyName[]]>([
    ["2025-12-31", []],
    ["2026-01-01", ["fabrica"]],
    ["2026-05-01", ["fabrica", "autorite"]],
    ["2026-07-01", ["fabrica"]],
    ["2199-01-01", ["fabrica"]],
    [null, ["fabrica", "autorite"]],
  ])("tells an owner who could see, or will see, a field on %s", async (on, others) => {
    await using chain = await openVisibleChain(dated);
    const { body } = await chain.ask("integra", ON, { on });
    const parties: string[] = body.data.whoCanSee.map(({ party }: { party: string }) => party);
    const own = ["integra", "boulange"] as const;
    expect(parties.toSorted()).toEqual([...own, ...others].map((name) => company(name)).toSorted());
  });

  const CLAUSES = `{ whoCanSee(coordinate: "Order.state", id: "1") {
    party keptBack disclosures clauses { agreement version clause type } } }`;

  test.each<[keeper: CompanyName, keptBack: boolean]>([
    ["integra", false],
    ["rivalis", true],
  ])("names clause and request, also where %s keeps the orders", async (keeper, keptBack) => {
    await using chain = await openVisibleChain(dated, keeper);
    const { body } = await chain.ask("integra", CLAUSES);
    const clause = { agreement: "fabrica-integra", version: 1, clause: "1", type: "DATA_SHARING" };
    expect(body.data.whoCanSee).toEqual(
      expect.arrayContaining([
        { party: company("fabrica"), keptBack, disclosures: [], clauses: [clause] },
        { party: company("autorite"), keptBack, disclosures: ["autorite-TRADE_CORE"], clauses: [] },
        { party: company("boulange"), keptBack: false, disclosures: [], clauses: [] },
      ]),
    );
  });

  test("tells the owner of what a field leads to who can see that", async () => {
    await using chain = await openVisibleChain(shared);
    const query = `{ whoCanSee(coordinate: "Order.rebate", id: "1") { party } }`;
    const { body } = await chain.ask("fabrica", query);
    const parties = body.data.whoCanSee.map(({ party }: { party: string }) => party);
    expect(parties).toEqual([company("fabrica"), company("integra")]);
    expect((await chain.ask("integra", query)).body).toEqual({ data: { whoCanSee: null } });
  });

  test("asks for one object where a field leads to many", async () => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask(
      "integra",
      `{ whoCanSee(coordinate: "Order.rebates", id: "1") { party } }`,
    );
    expect(body.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "coordinate" } }]);
  });

  test.each(["2026-13-01", "yesterday", "2026", ""])("knows no day %p", async (on) => {
    await using chain = await openVisibleChain(dated);
    const { body } = await chain.ask("integra", ON, { on });
    expect(body.data).toEqual({ whoCanSee: null });
    expect(body.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "on" } }]);
  });

  test("tells a company that is no owner nothing of any day", async () => {
    await using chain = await openVisibleChain(dated);
    const { body } = await chain.ask("fabrica", ON, { on: "2026-01-01" });
    expect(body).toEqual({ data: { whoCanSee: null } });
  });

  test.each<CompanyName>(["boulange", "fabrica", "rivalis"])(
    "tells %s, who is no owner, nothing",
    async (viewer) => {
      await using chain = await openVisibleChain(shared);
      expect((await chain.ask(viewer, WHO)).body).toEqual({ data: { whoCanSee: null } });
    },
  );
});

const own = parse(OWN_CONTRACT).definitions.flatMap((definition: DefinitionNode): [string, string][] => {
  if (definition.kind !== "ObjectTypeDefinition") return [];
  const name = definition.name.value;
  if (name !== "Query") return [[name, `type ${name} { own: Int } type Query { own: ${name} }`]];
  return (definition.fields ?? []).map((field) => [
    `Query.${field.name.value}`,
    `type Query { ${field.name.value}: Int }`,
  ]);
});

test.each(own)("no company's contract may have %s, which the gateway answers", (_name, sdl) => {
  const composed = composeSupergraph([{ name: "partner", url: "http://partner.example", sdl }]);
  expect(composed).toMatchObject({ ok: false, faults: [{ code: "RESERVED_NAME" }] });
});

test("what no contract may begin a name with is what the engine's keys begin with", () => {
  expect(RESERVED_NAMES.prefix).toBe(RESERVED_PREFIX);
});
