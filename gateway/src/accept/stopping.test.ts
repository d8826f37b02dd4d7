import { askWhileStopping } from "@maillon/schema/testing";
import { openTestGateway } from "../testing/open-test-gateway.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";

test("a gateway that stops answers whatever still comes over the connections that it has", async () => {
  const greetings = await openTestSubgraph("greetings", "type Query { hello: String }", {
    Query: { hello: () => "world" },
  });
  await using gateway = await openTestGateway([greetings]);
  const { app, issuer, organization, stop } = gateway;
  await app.listen({ host: "127.0.0.1", port: 0 });
  const authorization = `Bearer ${await issuer.token({ roles: ["buying"], organization })}`;
  const statuses = await askWhileStopping({ server: app.server, authorization, query: "{ hello }", stop });
  expect(statuses).toEqual([200, 200]);
});
