import { parse } from "graphql";
import { composeContracts } from "../testing/compose-contracts.ts";
import { factReferences } from "./fact-references.ts";
import { readVisibilityRules } from "./visibility-rules.ts";

const LINE = `type Line @parties(owner: "order.seller", buyer: "order.buyer") {
  order: Order @visible(class: ["PUBLIC"]) price: Int @visible(class: ["PUBLIC"]) }`;
const orderWith = (key: string, seller = "seller: ID") => `
  type Order ${key} @parties(owner: "seller", buyer: "buyer") {
    id: ID! ${seller} @visible(class: ["PUBLIC"]) buyer: ID @visible(class: ["PUBLIC"])
    lines: [Line] @visible(class: ["PUBLIC"]) }`;
const KEYED = `@key(fields: "id")`;

function referencesIn(contracts: Readonly<Record<string, string>>) {
  const document = parse(composeContracts(contracts));
  return factReferences(document, readVisibilityRules(document));
}

const QUERY = "type Query { orders: [Order] }";

describe("the object that can tell the facts of others", () => {
  test.each<[what: string, contracts: Readonly<Record<string, string>>, named: string | undefined]>([
    ["is the one that they name by its id", { sales: `${QUERY} ${LINE} ${orderWith(KEYED)}` }, "Order"],
    ["is none that has no key", { sales: `${QUERY} ${LINE} ${orderWith("")}` }, undefined],
    [
      "is none that is known by another key",
      { sales: `${QUERY} ${LINE} ${orderWith(`@key(fields: "id seller")`)}` },
      undefined,
    ],
    [
      "is none whose facts another company tells, too",
      {
        sales: `${QUERY} ${LINE} ${orderWith(KEYED, "seller: ID @shareable")}`,
        other: `type Order ${KEYED} { id: ID! seller: ID @shareable @visible(class: ["PUBLIC"]) }`,
      },
      undefined,
    ],
  ])("%s", (_what, contracts, named) => {
    expect(referencesIn(contracts).named("Line", "order")).toBe(named);
  });

  test("is none where the facts are not behind the field", () => {
    expect(
      referencesIn({ sales: `${QUERY} ${LINE} ${orderWith(KEYED)}` }).named("Line", "price"),
    ).toBeUndefined();
  });
});

describe("what comes in one answer with the object around it", () => {
  test.each<[what: string, contracts: Readonly<Record<string, string>>, enclosed: boolean]>([
    ["are its parts", { sales: `${QUERY} ${LINE} ${orderWith(KEYED)}` }, true],
    [
      "are no objects that subgraphs know by a key",
      {
        sales: `${QUERY} ${LINE.replace("type Line", 'type Line @key(fields: "price")')} ${orderWith(KEYED)}`,
      },
      false,
    ],
  ])("%s", (_what, contracts, enclosed) => {
    expect(referencesIn(contracts).enclosed("Order", "lines")).toBe(enclosed);
  });
});
