import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { servePersonas } from "./serve-personas.ts";

const personas = [
  { persona: "integra/buying", company: "Integra", about: { en: "a", fr: "b" }, token: "secret" },
];

/** A server of its own, with a file of ready tokens. */
async function openServer({ demo = true, told = JSON.stringify(personas) } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "maillon-personas-"));
  const tokensFile = join(folder, "tokens.json");
  await writeFile(tokensFile, told);
  const app = Fastify();
  servePersonas(app, { demo, tokensFile });
  return {
    ask: (headers: Record<string, string> = {}, remoteAddress = "127.0.0.1") =>
      app.inject({
        url: "/studio/personas",
        remoteAddress,
        headers: { host: "localhost:4000", ...headers },
      }),
    async [Symbol.asyncDispose]() {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}

describe("the demo's ready tokens", () => {
  test.each([
    ["the studio's page", {}, "127.0.0.1"],
    ["the studio's page over IPv6", { host: "[::1]:4000" }, "::1"],
    ["a browser that says the page is this server's own", { "sec-fetch-site": "same-origin" }, "127.0.0.1"],
    ["a person who opens the address", { "sec-fetch-site": "none" }, "127.0.0.1"],
  ])("are told to %s", async (_title, headers, address) => {
    await using server = await openServer();
    const response = await server.ask(headers, address);
    expect(response.json()).toEqual(personas);
  });

  test.each([
    ["another machine", {}, "192.168.1.20"],
    ["a page whose name was bent to this machine", { host: "evil.example:4000" }, "127.0.0.1"],
    ["a page of another site", { "sec-fetch-site": "cross-site" }, "127.0.0.1"],
    ["a page of another port", { "sec-fetch-site": "same-site" }, "127.0.0.1"],
  ])("are not told to %s", async (_title, headers, address) => {
    await using server = await openServer();
    const response = await server.ask(headers, address);
    expect(response.statusCode).toBe(404);
    expect(response.body).not.toContain("secret");
  });

  test("are told by no gateway outside the demo", async () => {
    await using server = await openServer({ demo: false });
    expect((await server.ask()).statusCode).toBe(404);
  });

  test("are not told when the file holds something else", async () => {
    await using server = await openServer({ told: `[{ "token": "secret" }]` });
    const response = await server.ask();
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain("secret");
  });
});
