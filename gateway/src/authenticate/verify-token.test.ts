import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPairSync, sign } from "node:crypto";
import { newId } from "@maillon/schema";
import type { JWTPayload } from "jose";
import { openTestIssuer, type TestIssuer } from "../testing/open-test-issuer.ts";
import { createAuthenticate } from "./authenticate.ts";
import { openIssuerRegistry } from "./issuer-registry.ts";

const integra = newId("org", "conforma");
const rivalis = newId("org", "conforma");
const claire = newId("cus", "vega");
const now = () => Math.floor(Date.now() / 1_000);

async function openProviders({ demo = true } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "maillon-issuers-"));
  const path = join(folder, "issuers.json");
  const ofIntegra = await openTestIssuer("https://id.integra.test", { organizations: [integra] });
  const ofGroup = await openTestIssuer("https://id.group.test", { organizations: [integra, rivalis] });
  const ofVega = await openTestIssuer("https://id.vega.test", { consumersOf: "vega" });
  const ofDemo = await openTestIssuer("https://id.demo.test", { organizations: [integra], demo: true });
  const write = (issuers: TestIssuer[]) =>
    writeFile(path, JSON.stringify(issuers.map(({ record }) => record)));
  await write([ofIntegra, ofGroup, ofVega, ofDemo]);
  const clock = { milliseconds: Date.now() };
  const options = { path, demo, now: () => clock.milliseconds, onBrokenFile: () => {} };
  const registry = await openIssuerRegistry(options);
  const authenticate = createAuthenticate({ issuers: registry, now: options.now });
  return {
    ofIntegra,
    ofGroup,
    ofVega,
    ofDemo,
    path,
    write,
    clock,
    bearer: (token: string) => authenticate(`Bearer ${token}`),
    authenticate,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

describe("a bearer token", () => {
  test("names the company that its issuer is bound to", async () => {
    await using providers = await openProviders();
    const token = await providers.ofIntegra.token({ roles: ["buying"] });
    expect(await providers.bearer(token)).toMatchObject({
      refused: false,
      viewer: { kind: "company", organization: integra, roles: ["buying"] },
    });
  });

  test("chooses among several companies of its issuer", async () => {
    await using providers = await openProviders();
    const token = await providers.ofGroup.token({ organization: rivalis });
    expect(await providers.bearer(token)).toMatchObject({ viewer: { organization: rivalis } });
  });

  test("names a consumer by the relations that its issuer's company issued", async () => {
    await using providers = await openProviders();
    const token = await providers.ofVega.token({ customers: [claire] });
    expect(await providers.bearer(token)).toMatchObject({
      viewer: { kind: "consumer", customers: [claire] },
    });
  });

  const forgeries: [string, JWTPayload, Record<string, unknown>?][] = [
    ["has no exp", { exp: undefined }],
    ["has no iat", { iat: undefined }],
    ["has no sub", { sub: undefined }],
    ["has no aud", { aud: undefined }],
    ["is meant for somebody else", { aud: "https://other.test" }],
    ["is meant for others too", { aud: ["https://gateway.test", "https://other.test"] }],
    ["lists its one audience", { aud: ["https://gateway.test"] }],
    ["is not valid yet", { nbf: now() + 600 }],
    ["speaks for a company of another issuer", { organization: rivalis }],
    ["has an empty subject", { sub: "" }],
    ["has malformed roles", { roles: ["Not A Role"] }],
    ["is of another type", {}, { typ: "JWT" }],
    ["has no type", {}, { typ: undefined }],
    ["names an unknown key", {}, { kid: "other" }],
    ["names no key", {}, { kid: undefined }],
    ["carries its own key", {}, { jwk: { kty: "OKP", crv: "Ed25519", x: "AA" } }],
    ["says where its key is", {}, { jku: "https://attacker.test/keys" }],
    ["comes from an unknown issuer", { iss: "https://attacker.test" }],
    ["comes from the issuer of another company", { iss: "https://id.group.test", organization: rivalis }],
  ];
  test.each(forgeries)("is refused when it %s", async (...[, claims, header]) => {
    await using providers = await openProviders();
    const token = await providers.ofIntegra.token(claims, header);
    expect(await providers.bearer(token)).toMatchObject({ refused: true, code: "TOKEN_INVALID" });
  });

  test("is refused with its own code when it has expired", async () => {
    await using providers = await openProviders();
    const token = await providers.ofIntegra.token({ exp: now() - 60 });
    expect(await providers.bearer(token)).toMatchObject({ refused: true, code: "TOKEN_EXPIRED" });
  });

  test("is refused when its signature belongs to another key", async () => {
    await using providers = await openProviders();
    const [header, payload] = (await providers.ofIntegra.token()).split(".");
    const { privateKey } = generateKeyPairSync("ed25519");
    const forged = sign(null, Buffer.from(`${header}.${payload}`), privateKey).toString("base64url");
    expect(await providers.bearer(`${header}.${payload}.${forged}`)).toMatchObject({ code: "TOKEN_INVALID" });
  });

  test("is refused when it says that it needs no signature", async () => {
    await using providers = await openProviders();
    const [, payload] = (await providers.ofIntegra.token()).split(".");
    const header = Buffer.from(JSON.stringify({ alg: "none", typ: "at+jwt" })).toString("base64url");
    expect(await providers.bearer(`${header}.${payload}.`)).toMatchObject({ refused: true });
  });

  test("is refused when a consumer claims a relation that another company issued", async () => {
    await using providers = await openProviders();
    const token = await providers.ofVega.token({ customers: [claire, newId("cus", "integra")] });
    expect(await providers.bearer(token)).toMatchObject({ code: "TOKEN_INVALID" });
  });

  test("of a consumers' issuer never speaks for a company", async () => {
    await using providers = await openProviders();
    const token = await providers.ofVega.token({ organization: integra, roles: ["buying"] });
    expect(await providers.bearer(token)).toMatchObject({ code: "TOKEN_INVALID" });
  });

  test("of a demo issuer counts in the demo only", async () => {
    await using demo = await openProviders();
    expect(await demo.bearer(await demo.ofDemo.token())).toMatchObject({ refused: false });
    await using production = await openProviders({ demo: false });
    expect(await production.bearer(await production.ofDemo.token())).toMatchObject({ code: "TOKEN_INVALID" });
  });

  test("stops counting when its issuer leaves the file, although it was good a moment ago", async () => {
    await using providers = await openProviders();
    const token = await providers.ofIntegra.token();
    expect(await providers.bearer(token)).toMatchObject({ refused: false });
    await providers.write([providers.ofGroup]);
    providers.clock.milliseconds += 2_000;
    expect(await providers.bearer(token)).toMatchObject({ code: "TOKEN_INVALID" });
  });

  test("goes on counting under the last good file when the file is broken", async () => {
    await using providers = await openProviders();
    await writeFile(providers.path, "not json");
    providers.clock.milliseconds += 2_000;
    expect(await providers.bearer(await providers.ofIntegra.token())).toMatchObject({ refused: false });
  });

  test.each([undefined, "", "Basic abc", "Bearer", "Bearer a b"])(
    "is missing in %p",
    async (authorization) => {
      await using providers = await openProviders();
      expect(await providers.authenticate(authorization)).toMatchObject({ code: "UNAUTHENTICATED" });
    },
  );
});
