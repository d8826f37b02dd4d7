import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { issuerFile, openIssuer } from "./issuer.ts";
import { verifyToken } from "./verify-token.ts";

/** An identity provider that publishes its keys over HTTP and can change them. */
async function openPublishedIssuer(cooldown?: number) {
  let published: JWK[] = [];
  let reachable = true;
  let signer: { kid: string; key: Awaited<ReturnType<typeof generateKeyPair>>["privateKey"] } | undefined;
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    if (!reachable) response.writeHead(503).end();
    else
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const record = {
    issuer: "https://id.test",
    audience: "gateway",
    tokenType: "JWT",
    algorithms: ["ES256"],
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    organizations: ["org_conforma_a"],
    demo: false,
  } satisfies Parameters<typeof openIssuer>[0];
  const issuer = openIssuer(record, cooldown);
  return {
    verify: (token: string) => verifyToken(token, { find: async () => issuer, revision: async () => "1" }),
    requests: () => requests,
    setReachable: (value: boolean) => void (reachable = value),
    async rotate(kid: string) {
      const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
      published = [{ ...(await exportJWK(publicKey)), kid, alg: "ES256" }];
      signer = { kid, key: privateKey };
    },
    async token() {
      if (!signer) throw new Error("rotate first");
      return new SignJWT({ sub: "p" })
        .setProtectedHeader({ alg: "ES256", typ: "JWT", kid: signer.kid })
        .setIssuer("https://id.test")
        .setAudience("gateway")
        .setIssuedAt()
        .setExpirationTime("1m")
        .sign(signer.key);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

describe("an issuer that publishes its keys", () => {
  test("is asked once for many tokens", async () => {
    await using provider = await openPublishedIssuer();
    await provider.rotate("1");
    for (let count = 0; count < 5; count += 1) {
      expect(await provider.verify(await provider.token())).toMatchObject({ refused: false });
    }
    expect(provider.requests()).toBe(1);
  });

  test("is asked again when a token names a key that it has published since", async () => {
    await using provider = await openPublishedIssuer(0);
    await provider.rotate("1");
    const old = await provider.token();
    expect(await provider.verify(old)).toMatchObject({ refused: false });
    await provider.rotate("2");
    expect(await provider.verify(await provider.token())).toMatchObject({ refused: false });
    expect(await provider.verify(old)).toMatchObject({ code: "TOKEN_INVALID" });
  });

  test("is not asked again and again for made-up key ids", async () => {
    await using provider = await openPublishedIssuer();
    await provider.rotate("1");
    await provider.verify(await provider.token());
    await provider.rotate("2");
    for (let count = 0; count < 5; count += 1) {
      expect(await provider.verify(await provider.token())).toMatchObject({ code: "TOKEN_INVALID" });
    }
    expect(provider.requests()).toBe(1);
  });

  test("that cannot be reached makes no token look forged", async () => {
    await using provider = await openPublishedIssuer();
    await provider.rotate("1");
    provider.setReachable(false);
    expect(await provider.verify(await provider.token())).toMatchObject({ code: "ISSUER_UNAVAILABLE" });
    provider.setReachable(true);
    expect(await provider.verify(await provider.token())).toMatchObject({ refused: false });
  });
});

describe("the issuer file", () => {
  const good = {
    issuer: "https://id.test",
    audience: "gateway",
    tokenType: "at+jwt",
    algorithms: ["EdDSA"],
    jwksUrl: "https://id.test/keys",
    organizations: ["org_conforma_a"],
  };
  const secret = { kty: "OKP", crv: "Ed25519", x: "AA", d: "AA", kid: "1" };

  test("accepts an issuer that is bound to a company", () => {
    expect(issuerFile.safeParse([good]).success).toBe(true);
  });

  test.each<[string, object]>([
    ["is bound to nobody", { organizations: [] }],
    ["speaks for companies and consumers", { consumersOf: "vega" }],
    ["has no algorithms", { algorithms: [] }],
    ["accepts a shared secret", { algorithms: ["HS256"] }],
    ["accepts no signature", { algorithms: ["none"] }],
    ["publishes a private key", { jwksUrl: undefined, jwks: { keys: [secret] } }],
    ["has keys from two places", { jwks: { keys: [{ kty: "OKP", kid: "1" }] } }],
    ["has keys from a file", { jwksUrl: "file:///etc/passwd" }],
    ["has no audience", { audience: undefined }],
    ["has a field that is not known", { organisation: "org_conforma_a" }],
  ])("is refused when an issuer %s", (_title, change) => {
    expect(issuerFile.safeParse([{ ...good, ...change }]).success).toBe(false);
  });

  test("is refused when it lists an issuer twice", () => {
    expect(issuerFile.safeParse([good, good]).success).toBe(false);
  });
});
