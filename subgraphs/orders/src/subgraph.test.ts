import { SUBGRAPHS } from "@maillon/schema";
import { lintContract } from "@maillon/schema/flow";
import { buildContract } from "@maillon/subgraph-kit";
import { Kind, parse, print, visit } from "graphql";
import type { ASTNode } from "graphql";
import { orders } from "./subgraph.ts";

const contract = parse(buildContract(orders));

const DESCRIBED: ReadonlySet<ASTNode["kind"]> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
]);

/** Reads every named definition of the contract except directives, which are the project's and not the company's. */
function definitions(): {
  name: string;
  kind: string;
  described: boolean;
  classed: boolean;
}[] {
  const found: ReturnType<typeof definitions> = [];
  visit(contract, {
    DirectiveDefinition: () => false,
    enter(node) {
      if (!DESCRIBED.has(node.kind) || !("name" in node) || node.name === undefined) return;
      const directives = "directives" in node ? (node.directives ?? []) : [];
      found.push({
        name: node.name.value,
        kind: node.kind,
        described: "description" in node && node.description !== undefined,
        classed: directives.some(({ name }) => name.value === "visible"),
      });
    },
  });
  return found;
}

const namesOf = (found: { name: string }[]) => found.map(({ name }) => name);

describe("the contract", () => {
  test("says what every type, field, argument and value means, except what GraphQL's roots are", () => {
    const silent = definitions().filter(({ described }) => !described);
    expect(namesOf(silent)).toEqual(["Mutation", "Query"]);
  });

  test("says of everything with parties who sees it, in a way that a refusal nulls one field", () => {
    const classed = definitions().filter((each) => each.classed);
    expect(namesOf(classed)).toEqual(
      expect.arrayContaining(["total", "customer", "price", "lineTotal", "cost"]),
    );
    const { operator } = SUBGRAPHS.orders;
    expect(lintContract({ name: orders.name, operator, sdl: print(contract) })).toEqual([]);
  });

  test("has no column that only the database needs", () => {
    const names = new Set(namesOf(definitions().filter(({ kind }) => kind === Kind.FIELD_DEFINITION)));
    const hidden = ["idempotencyKey", "requestHash", "audience", "orderId", "position", "buyerId"];
    expect(hidden.filter((name) => names.has(name))).toEqual([]);
  });
});
