import { mkdtempSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { createLog } from "../telemetry/create-log.ts";
import { createMetrics } from "../telemetry/create-metrics.ts";
import { createHttpServer } from "./create-http-server.ts";
import { serveStudio } from "./serve-studio.ts";

const PAGE = "<title>The studio</title>";
const SCRIPT = "export const colour = 'green';".repeat(50);

describe("a gateway without a studio", () => {
  test("answers a plain page that runs no script at all", async () => {
    await using gateway = openGateway(undefined);
    const { body, headers } = await gateway.get("/");
    expect(body).toContain("POST /graphql");
    expect(body).not.toContain("<script");
    expect(headers["content-security-policy"]).not.toContain("script-src");
  });

  test.each([
    ["gateway.example:4100", "curl http://gateway.example:4100/graphql"],
    [`x"><script>alert(1)</script>`, "curl http://localhost/graphql"],
  ])("shows how to ask it where the reader has come to: %s", async (host, command) => {
    await using gateway = openGateway(undefined);
    const { body } = await gateway.get("/", { host });
    expect(body).toContain(command);
    expect(body).not.toContain("<script");
  });
});

describe("a gateway whose studio is not built yet", () => {
  test("says so on a plain page whose one script, its own, waits for the studio", async () => {
    using place = openPlace();
    await using gateway = openGateway(place.folder);
    const { body, headers } = await gateway.get("/");
    expect(body).toContain("The studio is not built yet.");
    const [, source = ""] = /<script src="([^"]+)"/.exec(body) ?? [];
    expect((await gateway.get(source)).headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(headers["content-security-policy"]).toContain("script-src 'self'; connect-src 'self'");
    expect((await gateway.get("/studio/built")).json()).toEqual({ built: false });
  });

  test("serves the studio from the moment its folder is there", async () => {
    using place = openPlace();
    await using gateway = openGateway(place.folder);
    await gateway.get("/");
    place.build();
    expect((await gateway.get("/")).body).toBe(PAGE);
    expect((await gateway.get("/studio/assets/main-1a2b.js")).body).toBe(SCRIPT);
    expect((await gateway.get("/studio/built")).json()).toEqual({ built: true });
  });

  test("serves nothing of a folder without its page", async () => {
    using place = openPlace();
    await using gateway = openGateway(place.folder);
    place.build();
    rmSync(join(place.folder, "index.html"));
    expect((await gateway.get("/studio/assets/main-1a2b.js")).statusCode).toBe(404);
    expect((await gateway.get("/")).body).toContain("The studio is not built yet.");
  });
});

describe("a gateway with a studio", () => {
  test.each([
    ["a page that is always asked for again", "/", "no-store"],
    [
      "files that carry their hash in their name and are kept",
      "/studio/assets/main-1a2b.js",
      "public, max-age=31536000, immutable",
    ],
    ["settings that are always asked for again", "/studio/settings", "no-store"],
  ])("serves %s", async (_title, path, cacheControl) => {
    await using studio = openStudio();
    const { statusCode, headers } = await studio.gateway.get(path);
    expect(statusCode).toBe(200);
    expect(headers["cache-control"]).toBe(cacheControl);
  });

  test.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ])("sends the copy that was compressed as %s when it was built", async (encoding, unpack) => {
    await using studio = openStudio();
    const answer = await studio.gateway.get("/studio/assets/main-1a2b.js", { "accept-encoding": encoding });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(unpack(answer.rawPayload).toString()).toBe(SCRIPT);
  });

  test.each([
    "/studio/../secret.txt",
    "/studio/%2e%2e/secret.txt",
    "/studio/..%2fsecret.txt",
    "/studio/assets/..%2f..%2fsecret.txt",
    "/studio/..%5csecret.txt",
    "/studio/%252e%252e/secret.txt",
    "/studio//etc/passwd",
    "/studio/",
    "/studio/assets/",
    "/studio/absent.js",
  ])("answers nothing from outside the folder, and lists none: %s", async (path) => {
    await using studio = openStudio();
    const { statusCode, body } = await studio.gateway.get(path);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toMatch(/secret|root:|main-1a2b/);
  });

  test("admits scripts of its own alone, and requests to the provider that signs people in", async () => {
    using place = openPlace();
    place.build();
    const signIn = { issuer: "https://login.integra.example/tenant", clientId: "studio" };
    await using gateway = openGateway(place.folder, signIn);
    for (const path of ["/", "/studio/assets/main-1a2b.js"]) {
      const policy = String((await gateway.get(path)).headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self'");
      expect(policy).toContain("connect-src 'self' https://login.integra.example;");
    }
    expect((await gateway.get("/studio/settings")).json()).toEqual({ demo: true, signIn });
  });
});

function openGateway(folder: string | undefined, signIn?: { issuer: string; clientId: string }) {
  const log = createLog("silent");
  const app = createHttpServer({
    log,
    metrics: createMetrics(() => true),
    bodyLimit: 1_000,
    corsOrigins: [],
  });
  serveStudio(app, { folder, demo: true, signIn });
  return {
    get: (url: string, headers: Record<string, string> = {}) => app.inject({ method: "GET", url, headers }),
    [Symbol.asyncDispose]: () => app.close(),
  };
}

/** A folder for a studio, and beside it a file that nobody may read through it. */
function openPlace() {
  const parent = mkdtempSync(join(tmpdir(), "maillon-studio-"));
  writeFileSync(join(parent, "secret.txt"), "secret");
  const folder = join(parent, "studio");
  return {
    folder,
    /** Builds beside and renames, as the builder does. */
    build() {
      const draft = join(parent, "draft");
      mkdirSync(join(draft, "assets"), { recursive: true });
      writeFileSync(join(draft, "index.html"), PAGE);
      const script = join(draft, "assets", "main-1a2b.js");
      writeFileSync(script, SCRIPT);
      writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT));
      writeFileSync(`${script}.gz`, gzipSync(SCRIPT));
      renameSync(draft, folder);
    },
    [Symbol.dispose]: () => rmSync(parent, { recursive: true }),
  };
}

function openStudio() {
  const place = openPlace();
  place.build();
  const gateway = openGateway(place.folder);
  return {
    gateway,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      place[Symbol.dispose]();
    },
  };
}
