import { composeSupergraph } from "@maillon/schema/compose";
import { buildContract } from "@maillon/subgraph-kit";
import { buildASTSchema, isIntrospectionType, isObjectType, isSpecifiedScalarType, parse } from "graphql";
import { complianceSubgraph } from "./subgraph.ts";

const sdl = buildContract(complianceSubgraph);
const types = Object.values(buildASTSchema(parse(sdl), { assumeValid: true }).getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

describe("the contract of compliance", () => {
  test("composes", () => {
    const composed = composeSupergraph([{ name: "compliance", url: "http://127.0.0.1:1/graphql", sdl }]);
    expect(composed).toMatchObject({ ok: true });
  });

  test("describes every type and every field in words", () => {
    const undescribed = types
      .filter(({ name }) => !["Query", "Mutation"].includes(name))
      .flatMap((type) => [
        ...(type.description ? [] : [type.name]),
        ...("getFields" in type ? Object.values(type.getFields()) : [])
          .filter(({ description }) => !description)
          .map(({ name }) => `${type.name}.${name}`),
      ]);
    expect(undescribed).toEqual([]);
  });

  test("has protected fields that may be null, so that a refusal costs one field and not its parent", () => {
    const required = types
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => field.astNode?.directives?.some(({ name }) => name.value === "visible"))
      .filter(({ field }) => String(field.type).endsWith("!"))
      .map(({ type, field }) => `${type.name}.${field.name}`);
    expect(required).toEqual([]);
  });
});
