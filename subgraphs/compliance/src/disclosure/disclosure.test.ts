import type { Viewer } from "@maillon/schema";
import type { Answer, TestSubgraph } from "@maillon/subgraph-kit/testing";
import { as, claire, day, openChain } from "../testing/open-chain.ts";

const REQUEST = `mutation ($input: DisclosureInput!) {
  requestDisclosure(input: $input) {
    id legalBasis dataClasses grantedUntil closedAt regulator { id } subject { id }
  }
}`;
const CLOSE = "mutation ($id: ID!) { closeDisclosure(id: $id) { closedAt } }";
const LIST = "{ disclosureRequests { id dataClasses } }";

const investigator = as("autorite/compliance");

/** A request about Integra's orders for a month, with whatever differs. */
const input = (differing: Record<string, unknown> = {}) => ({
  subjectId: "integra",
  legalBasis: "Code de commerce, L450-3",
  dataClasses: ["TRADE_CORE", "TRADE_AMOUNT"],
  grantedUntil: day(30),
  ...differing,
});

const codesOf = ({ errors = [] }: Answer) =>
  errors.map(({ extensions }) => [extensions?.code, extensions?.["argument"]]);

async function request(chain: TestSubgraph, viewer: Viewer = investigator): Promise<Answer> {
  return chain.ask(viewer, REQUEST, { input: input() });
}

async function idOfNew(chain: TestSubgraph): Promise<string> {
  const { data } = await request(chain);
  const made: unknown = data?.["requestDisclosure"];
  if (made instanceof Object && "id" in made && typeof made.id === "string") return made.id;
  throw new Error("The request was not made.");
}

describe("a disclosure request", () => {
  test("says who asks for what, of whom, on which basis and until when", async () => {
    await using chain = await openChain();
    expect((await request(chain)).data).toEqual({
      requestDisclosure: {
        id: expect.stringMatching(/^dis_conforma_/u),
        legalBasis: "Code de commerce, L450-3",
        dataClasses: ["TRADE_CORE", "TRADE_AMOUNT"],
        grantedUntil: day(30),
        closedAt: null,
        regulator: { id: "autorite" },
        subject: { id: "integra" },
      },
    });
  });

  test.each<[who: string, viewer: Viewer]>([
    ["another role of the regulator", as("autorite/buying")],
    ["the role compliance of a company that is no regulator", as("rivalis/compliance")],
    ["a consumer", claire],
  ])("is not made by %s", async (_, viewer) => {
    await using chain = await openChain();
    expect(codesOf(await request(chain, viewer))).toEqual([["FORBIDDEN", undefined]]);
    expect(await chain.owner.asOwner().execute("select 1 from disclosure_request")).toEqual([]);
  });

  test.each<[fault: string, differing: Record<string, unknown>, argument: string]>([
    ["without a basis", { legalBasis: "-" }, "input.legalBasis"],
    ["with a basis that is a book", { legalBasis: "law ".repeat(200) }, "input.legalBasis"],
    ["for no class", { dataClasses: [] }, "input.dataClasses"],
    ["for an unknown class", { dataClasses: ["TRADE_CORE", "EVERYTHING"] }, "input.dataClasses.1"],
    ["for a class of another authority", { dataClasses: ["CUSTOMER_IDENTITY"] }, "input.dataClasses.0"],
    ["for a class that no request opens", { dataClasses: ["FISCAL"] }, "input.dataClasses.0"],
    ["about nobody", { subjectId: "unknown" }, "input.subjectId"],
    ["about the regulator itself", { subjectId: "autorite" }, "input.subjectId"],
    ["that ends today", { grantedUntil: day(0) }, "input.grantedUntil"],
    ["for longer than a year", { grantedUntil: day(400) }, "input.grantedUntil"],
  ])("%s is refused at the field at fault", async (_, differing, argument) => {
    await using chain = await openChain();
    const answer = await chain.ask(investigator, REQUEST, { input: input(differing) });
    expect(codesOf(answer)).toEqual([["BAD_USER_INPUT", argument]]);
    expect(await chain.owner.asOwner().execute("select 1 from disclosure_request")).toEqual([]);
  });

  test("for what its authority is in charge of is accepted", async () => {
    await using chain = await openChain();
    await chain.owner
      .asOwner()
      .execute("update organization set authorities = '{DATA_PROTECTION}' where id = 'autorite'");
    const asked = input({ dataClasses: ["CUSTOMER_IDENTITY"] });
    expect(codesOf(await chain.ask(investigator, REQUEST, { input: asked }))).toEqual([]);
  });

  test.each<[who: string, viewer: Viewer, known: boolean]>([
    ["the regulator", as("autorite/legal"), true],
    ["the company that it is about", as("integra/sales"), true],
    ["another company", as("fabrica/legal"), false],
    ["a consumer", claire, false],
  ])("is known to its two parties alone: %s", async (_, viewer, known) => {
    await using chain = await openChain();
    const id = await idOfNew(chain);
    const seen = known ? [{ id, dataClasses: ["TRADE_CORE", "TRADE_AMOUNT"] }] : [];
    expect((await chain.ask(viewer, LIST)).data).toEqual({ disclosureRequests: seen });
  });

  test("is closed by its regulator, once and for all", async () => {
    await using chain = await openChain();
    const id = await idOfNew(chain);
    const first = await chain.ask(investigator, CLOSE, { id });
    expect(first.data).toEqual({ closeDisclosure: { closedAt: expect.any(String) } });
    expect(await chain.ask(investigator, CLOSE, { id })).toEqual(first);
    const reopen = chain.owner.asOwner().execute("update disclosure_request set closed_at = null");
    await expect(reopen).rejects.toThrow(/only closed, and once/u);
  });

  test("is not closed by the company that it is about, nor found by a stranger", async () => {
    await using chain = await openChain();
    const id = await idOfNew(chain);
    expect(codesOf(await chain.ask(as("integra/compliance"), CLOSE, { id }))).toEqual([
      ["FORBIDDEN", undefined],
    ]);
    await chain.owner.asOwner().execute("update organization set roles = '{REGULATOR}' where id = 'rivalis'");
    expect(codesOf(await chain.ask(as("rivalis/compliance"), CLOSE, { id }))).toEqual([
      ["NOT_FOUND", undefined],
    ]);
  });

  test("never asks for more afterwards", async () => {
    await using chain = await openChain();
    await idOfNew(chain);
    const widen = "update disclosure_request set granted_until = granted_until + 1";
    await expect(chain.owner.asOwner().execute(widen)).rejects.toThrow(/only closed, and once/u);
  });
});
