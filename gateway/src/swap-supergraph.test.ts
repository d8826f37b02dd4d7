import { supergraphOf } from "@maillon/schema/compose";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSupergraphSource } from "./plan/supergraph/supergraph-source.ts";
import { openTestGateway } from "./testing/open-test-gateway.ts";
import { openTestSubgraph } from "./testing/open-test-subgraph.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

async function openShop() {
  const shop = await openTestSubgraph(
    "shop",
    `${link} type Query { item: Item } type Item { id: ID! name: String }`,
    {
      Query: { item: () => ({ id: "1", name: "Sensor" }) },
    },
  );
  const gateway = await openTestGateway([shop]);
  /** The shop's supergraph with one more type, so that every generation differs. */
  const generation = (number: number): string =>
    supergraphOf([
      {
        ...shop,
        sdl: `${link} type Query { item: Item } type Item { id: ID! name: String new${number}: Int }`,
      },
    ]);
  return { gateway, generation, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}

describe("another supergraph", () => {
  test("is put in force a hundred times without a failed request", async () => {
    await using shop = await openShop();
    const bodies: unknown[] = [];
    // An operation's time runs while it waits for a planner, which a busy machine starts slowly: this one is planned.
    await shop.gateway.ask("{ item { id name } }");
    for (let number = 0; number < 100; number += 1) {
      const underWay = [shop.gateway.ask("{ item { id name } }"), shop.gateway.ask("{ item { id name } }")];
      await shop.gateway.replaceSupergraph(shop.generation(number));
      for (const { body } of await Promise.all(underWay)) bodies.push(body);
    }
    expect(bodies).toHaveLength(200);
    expect(new Set(bodies.map((body) => JSON.stringify(body)))).toEqual(
      new Set(['{"data":{"item":{"id":"1","name":"Sensor"}}}']),
    );
    const { body } = await shop.gateway.ask('{ __type(name: "Item") { fields { name } } }');
    expect(body.data.__type.fields).toContainEqual({ name: "new99" });
  });

  test.each([
    ["is no GraphQL", "type {"],
    ["is no supergraph", "type Query { item: ID }"],
  ])("that %s leaves the one in force", async (_title, sdl) => {
    await using shop = await openShop();
    await expect(shop.gateway.replaceSupergraph(sdl)).rejects.toThrow(Error);
    const { body } = await shop.gateway.ask("{ item { id } }");
    expect(body).toEqual({ data: { item: { id: "1" } } });
  });
});

/** Waits for the next change that a source tells of. */
async function nextChange(location: string, change: () => Promise<void>): Promise<string> {
  const source = await openSupergraphSource(location);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const stop = source.watch({ every: 5, onChange: async (text) => resolve(text), onFailure: reject });
  await change();
  return promise.finally(stop);
}

describe("the source of supergraphs", () => {
  test("tells of a file that changes", async () => {
    const folder = await mkdtemp(join(tmpdir(), "maillon-supergraph-"));
    const file = join(folder, "supergraph.graphql");
    await writeFile(file, "one");
    // Written in its place, it would be empty for a moment, which is a change as well.
    await writeFile(`${file}.draft`, "two");
    await expect(nextChange(file, () => rename(`${file}.draft`, file))).resolves.toBe("two");
    await rm(folder, { recursive: true });
  });

  test("tells of a URL whose text changes, sends the ETag of what it knows, and asks no more when it is stopped", async () => {
    let text = "one";
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers["if-none-match"]);
      const unchanged = request.headers["if-none-match"] === `"${text}"`;
      response.writeHead(unchanged ? 304 : 200, { etag: `"${text}"` }).end(unchanged ? undefined : text);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await expect(nextChange(url, async () => void (text = "two"))).resolves.toBe("two");
    expect(asked.slice(0, 2)).toEqual([undefined, '"one"']);
    const sofar = asked.length;
    await sleep(100);
    expect(asked.slice(sofar)).toEqual([]);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  test("does not open when there is nothing", async () => {
    await expect(openSupergraphSource("/nowhere/supergraph.graphql")).rejects.toThrow("ENOENT");
  });
});
