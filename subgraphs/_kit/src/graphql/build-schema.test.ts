import { composeSupergraph } from "@maillon/schema/compose";
import { DATA_CLASS_READERS } from "@maillon/schema";
import { lintContract } from "@maillon/schema/flow";
import { buildASTSchema, isObjectType, parse } from "graphql";
import { noticeSubgraph } from "../testing/notice-subgraph.ts";
import { buildContract, buildSchema } from "./build-schema.ts";

describe("the contract of a subgraph", () => {
  const contract = buildContract(noticeSubgraph);

  test("keeps keys, classes, descriptions and defaults", () => {
    expect(contract).toContain(
      'type Notice @key(fields: "id") @parties(owner: "author", buyer: "reader", subject: "readerId") @visible(class: ["AFTER_SALES"]) {',
    );
    expect(contract).toContain('title: String @visible(class: ["AFTER_SALES"])');
    expect(contract).toContain('"""What it says."""');
    expect(contract).toMatch(/notices\([^)]*\bfirst: Int! = 20\s+\): NoticePage!/u);
  });

  test("says in the description of a protected field who reads it, and of a public one nothing", () => {
    const notice = buildASTSchema(parse(contract), { assumeValid: true }).getType("Notice");
    const described = (field: string) =>
      isObjectType(notice) ? notice.getFields()[field]?.description : undefined;
    expect(described("title")).toBe(`What it says.\n\nAFTER_SALES: ${DATA_CLASS_READERS.AFTER_SALES}`);
    expect(described("author")).toBe("Who gave it.");
  });

  test("keeps the rules of the visibility specification", () => {
    expect(lintContract({ name: "catalogue", operator: "fabrica", sdl: contract })).toEqual([]);
  });

  test("holds none of the parts that federation adds by itself", () => {
    expect(contract).not.toMatch(/_entities|_service|_Any|_Entity/u);
  });

  test("does not depend on the order in which classes were loaded", () => {
    const reordered = { ...noticeSubgraph, resolvers: noticeSubgraph.resolvers.toReversed() };
    expect(buildContract(reordered)).toBe(contract);
  });

  test("composes, and its directives on who sees what reach the supergraph", () => {
    const composition = composeSupergraph([
      { name: "catalogue", url: "http://127.0.0.1:1/graphql", sdl: contract },
    ]);
    expect(composition).toMatchObject({
      ok: true,
      supergraph: expect.stringMatching(/title: String @visible\(class: /u),
    });
  });

  test("is what the running subgraph serves", () => {
    const served = buildSchema(noticeSubgraph).getType("Notice")?.toString();
    const published = buildASTSchema(parse(contract), { assumeValid: true }).getType("Notice")?.toString();
    expect(served).toBe(published);
  });
});
