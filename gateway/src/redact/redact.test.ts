import { openVisibleChain } from "../testing/visible-chain.ts";
test("probe", async () => {
  await using chain = await openVisibleChain();
  for (const v of ["integra", "boulange", "rivalis", "fabrica"] as const)
    for (const q of [
      "{ orders { id total cost note product { name } } }",
      "{ documents { __typename ...on Order {id} total } tariffs }",
    ]) {
      const n = chain.orders.received.length,
        c = chain.catalogue.received.length;
      const { body } = await chain.ask(v, q);
      console.log(
        v,
        q,
        JSON.stringify(body, null, 1),
        chain.orders.received.slice(n).map((r) => r.query),
        chain.catalogue.received.slice(c).map((r) => JSON.stringify([r.query, r.variables])),
      );
    }
});
