import { openTestGateway } from "../testing/open-test-gateway.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";

test("a gateway refuses to answer until it knows what is in force: it would leave out what is there", async () => {
  const greetings = await openTestSubgraph("greetings", "type Query { hello: String }", {
    Query: { hello: () => "world" },
  });
  let begun = false;
  const visibility = { agreements: () => undefined, companies: [], begun: () => begun };
  await using gateway = await openTestGateway([greetings], {}, visibility);

  const early = await gateway.ask("{ hello }");
  expect(early.status).toBe(503);
  expect(early.body.errors[0].extensions.code).toBe("NOT_READY");
  expect(greetings.received).toEqual([]);

  begun = true;
  const { status } = await gateway.ask("{ hello }");
  expect([status, greetings.received.length]).toEqual([200, 1]);
});
