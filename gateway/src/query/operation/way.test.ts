import { openWay } from "./way.ts";

const facts = { subgraph: "orders", outcome: "ok", seconds: 0, size: 12 } as const;

test("the way of an operation tells what was asked and how many objects were named, never which", () => {
  const way = openWay();
  const variables = {
    r0: [
      { __typename: "Product", id: "CANARY" },
      { __typename: "Product", id: "CANARY" },
    ],
    first: 5,
  };
  const body = JSON.stringify({ query: "query ($r0: [_Any!]!) { _entities }", variables });
  way.note({ subgraph: "orders", operation: "query", body }, facts);
  const [note] = way.notes();
  expect(note).toMatchObject({
    subgraph: "orders",
    outcome: "ok",
    size: 12,
    operation: "query ($r0: [_Any!]!) { _entities }",
    keys: { Product: 2 },
  });
  expect(JSON.stringify(way.notes())).not.toContain("CANARY");
});
