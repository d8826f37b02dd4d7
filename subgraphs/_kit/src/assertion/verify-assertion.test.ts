import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ASSERTION, audienceOf, claimsOf } from "@maillon/schema";
import type { Viewer } from "@maillon/schema";
import { CompactSign, exportJWK, generateKeyPair, generateSecret } from "jose";
import type { CompactJWSHeaderParameters, CryptoKey } from "jose";
import { createTestGateway } from "../testing/test-gateway.ts";
import type { TestGateway } from "../testing/test-gateway.ts";
import { gatewayKeys } from "./gateway-keys.ts";
import { assertionVerifier } from "./verify-assertion.ts";

const viewer: Viewer = { kind: "company", organization: "org_conforma_a", roles: ["buying"], subject: "p1" };

/** Seconds since 1970 by the one clock of gateway and subgraph, which stands still however long these tests take. */
const SECONDS = Math.floor(Date.now() / 1_000);
const now = () => SECONDS * 1_000;

const ruling = { epoch: 7, agreements: ["agr_conforma_a"] };

interface Mutation {
  readonly header?: object;
  readonly claims?: object;
  readonly key?: CryptoKey | Uint8Array;
}

/** Signs an assertion that is right but for the mutation; a member that is `undefined` is left out. */
async function authorizationOf(
  gateway: TestGateway,
  { header, claims, key }: Mutation = {},
): Promise<string> {
  const aud = audienceOf("catalogue");
  const registered = { iss: gateway.issuer, aud, iat: SECONDS, exp: SECONDS + 30, jti: "1" };
  const payload = JSON.stringify({ ...claimsOf({ viewer, ruling }), ...registered, ...claims });
  const protectedHeader: CompactJWSHeaderParameters = {
    alg: ASSERTION.algorithm,
    typ: ASSERTION.type,
    kid: gateway.kid,
    ...header,
  };
  const signer = new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(protectedHeader);
  return `Bearer ${await signer.sign(key ?? gateway.privateKey)}`;
}

function verifierOf(gateway: TestGateway) {
  return assertionVerifier({ subgraph: "catalogue", issuer: gateway.issuer, keys: gateway.keys, now });
}

describe("an assertion of the gateway", () => {
  test("names the viewer and the agreements that the gateway decides by", async () => {
    const gateway = await createTestGateway();
    await expect(verifierOf(gateway)(await authorizationOf(gateway))).resolves.toEqual({ viewer, ruling });
  });

  test("is verified once, however often it comes while it lasts", async () => {
    const gateway = await createTestGateway();
    let asked = 0;
    const keys: typeof gateway.keys = (...header) => {
      asked += 1;
      return gateway.keys(...header);
    };
    const verify = assertionVerifier({ subgraph: "catalogue", issuer: gateway.issuer, keys, now });
    const authorization = await authorizationOf(gateway);
    expect(await verify(authorization)).toEqual(await verify(authorization));
    expect(asked).toBe(1);
  });

  test("is refused once it has ended, though it was taken before", async () => {
    const gateway = await createTestGateway();
    let clock = now();
    const trust = { subgraph: "catalogue", issuer: gateway.issuer, keys: gateway.keys, now: () => clock };
    const verify = assertionVerifier(trust);
    const authorization = await authorizationOf(gateway);
    await verify(authorization);
    clock += (ASSERTION.maximumLifetime + ASSERTION.clockTolerance + 1) * 1_000;
    await expect(verify(authorization)).rejects.toMatchObject({ code: "ASSERTION_EXPIRED" });
  });

  test("with another signature is not the one that was taken", async () => {
    const gateway = await createTestGateway();
    const verify = verifierOf(gateway);
    const authorization = await authorizationOf(gateway);
    await verify(authorization);
    const forged = `${authorization.slice(0, authorization.lastIndexOf(".") + 1)}${"A".repeat(86)}`;
    await expect(verify(forged)).rejects.toMatchObject({ code: "ASSERTION_INVALID" });
  });

  const mutations: [string, string, Mutation][] = [
    ["no typ", "ASSERTION_INVALID", { header: { typ: undefined } }],
    ["the typ of another token", "ASSERTION_INVALID", { header: { typ: "at+jwt" } }],
    ["no kid", "ASSERTION_INVALID", { header: { kid: undefined } }],
    ["an unknown kid", "ASSERTION_INVALID", { header: { kid: "another" } }],
    ["a key URL in its header", "ASSERTION_INVALID", { header: { jku: "https://keys.test" } }],
    ["a certificate URL in its header", "ASSERTION_INVALID", { header: { x5u: "https://keys.test" } }],
    ["a certificate in its header", "ASSERTION_INVALID", { header: { x5c: ["MIIB"] } }],
    ["another subgraph as audience", "ASSERTION_AUDIENCE", { claims: { aud: audienceOf("orders") } }],
    ["an audience array", "ASSERTION_AUDIENCE", { claims: { aud: [audienceOf("catalogue")] } }],
    [
      "an audience array that names another, too",
      "ASSERTION_AUDIENCE",
      { claims: { aud: [audienceOf("catalogue"), audienceOf("orders")] } },
    ],
    ["no audience", "ASSERTION_AUDIENCE", { claims: { aud: undefined } }],
    ["another issuer", "ASSERTION_INVALID", { claims: { iss: "https://other.test" } }],
    ["no issuer", "ASSERTION_INVALID", { claims: { iss: undefined } }],
    ["no exp", "ASSERTION_INVALID", { claims: { exp: undefined } }],
    ["no iat", "ASSERTION_INVALID", { claims: { iat: undefined } }],
    ["no jti", "ASSERTION_INVALID", { claims: { jti: undefined } }],
    ["a jti that is no string", "ASSERTION_INVALID", { claims: { jti: 7 } }],
    ["no sub", "ASSERTION_INVALID", { claims: { sub: undefined } }],
    ["no viewer", "ASSERTION_INVALID", { claims: { viewer: undefined } }],
    [
      "a viewer of two kinds",
      "ASSERTION_INVALID",
      {
        claims: {
          viewer: { kind: "company", organization: "org_conforma_a", roles: [], customers: ["cus_vega_a"] },
        },
      },
    ],
    ["an epoch that is no number", "ASSERTION_INVALID", { claims: { ruling: { ...ruling, epoch: "7" } } }],
    ["an epoch without agreements", "ASSERTION_INVALID", { claims: { ruling: { epoch: 7 } } }],
    ["a lifetime of more than 30 s", "ASSERTION_INVALID", { claims: { exp: SECONDS + 3600 } }],
    ["an exp before its iat", "ASSERTION_INVALID", { claims: { iat: SECONDS + 4, exp: SECONDS + 2 } }],
    ["an exp in the past", "ASSERTION_EXPIRED", { claims: { iat: SECONDS - 60, exp: SECONDS - 40 } }],
    ["an iat in the future", "ASSERTION_EXPIRED", { claims: { iat: SECONDS + 60, exp: SECONDS + 80 } }],
    ["an nbf in the future", "ASSERTION_EXPIRED", { claims: { nbf: SECONDS + 60 } }],
  ];

  test.each(mutations)("with %s is refused as %s", async (_, code, mutation) => {
    const gateway = await createTestGateway();
    const verifying = verifierOf(gateway)(await authorizationOf(gateway, mutation));
    await expect(verifying).rejects.toMatchObject({ code });
  });

  test("with a key in its header is refused, although that key fits the signature", async () => {
    const gateway = await createTestGateway();
    const own = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
    const header = { jwk: await exportJWK(own.publicKey) };
    const verifying = verifierOf(gateway)(await authorizationOf(gateway, { header, key: own.privateKey }));
    await expect(verifying).rejects.toMatchObject({ code: "ASSERTION_INVALID" });
  });

  test.each([
    ["ES256", async () => (await generateKeyPair("ES256")).privateKey],
    ["RS256", async () => (await generateKeyPair("RS256")).privateKey],
    ["HS256", async () => generateSecret("HS256")],
    ["Ed25519", async () => (await generateKeyPair("Ed25519")).privateKey],
  ])("signed with %s is refused", async (alg, generate) => {
    const gateway = await createTestGateway();
    const verifying = verifierOf(gateway)(
      await authorizationOf(gateway, { header: { alg }, key: await generate() }),
    );
    await expect(verifying).rejects.toMatchObject({ code: "ASSERTION_INVALID" });
  });

  test("signed by another gateway under the same kid is refused", async () => {
    const gateway = await createTestGateway();
    const other = await createTestGateway();
    const verifying = verifierOf(gateway)(await authorizationOf(gateway, { key: other.privateKey }));
    await expect(verifying).rejects.toMatchObject({ code: "ASSERTION_INVALID" });
  });

  test("whose signature, payload or algorithm was replaced is refused", async () => {
    const gateway = await createTestGateway();
    const [header = "", payload = "", signature = ""] = (await authorizationOf(gateway)).split(".");
    const unsigned = Buffer.from(JSON.stringify({ alg: "none", typ: ASSERTION.type, kid: gateway.kid }));
    const other = (await authorizationOf(gateway, { claims: { sub: "p2" } })).split(".")[1];
    for (const forged of [
      `${header}.${payload}.`,
      `${header}.${other}.${signature}`,
      `Bearer ${unsigned.toString("base64url")}.${payload}.`,
      `Bearer nonsense`,
      `Bearer ${"a".repeat(20_000)}`,
    ]) {
      await expect(verifierOf(gateway)(forged)).rejects.toMatchObject({ code: "ASSERTION_INVALID" });
    }
  });

  test.each([undefined, "", "Basic dXNlcg==", "Bearer ", "Bearer a b"])(
    "is missing in %j",
    async (header) => {
      const gateway = await createTestGateway();
      await expect(verifierOf(gateway)(header)).rejects.toMatchObject({ code: "ASSERTION_MISSING" });
    },
  );
});

describe("the keys of the gateway", () => {
  test("are read from its URL and the token is not blamed when they cannot be", async () => {
    const gateway = await createTestGateway();
    const server = createServer((_, response) => response.end(JSON.stringify(gateway.publicKeys)));
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    const trust = { subgraph: "catalogue", issuer: gateway.issuer, now };
    const url = new URL(`http://127.0.0.1:${port}/`);
    const authorization = await authorizationOf(gateway);
    await expect(assertionVerifier({ ...trust, keys: gatewayKeys(url) })(authorization)).resolves.toEqual({
      viewer,
      ruling,
    });
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await expect(
      assertionVerifier({ ...trust, keys: gatewayKeys(url) })(authorization),
    ).rejects.toMatchObject({
      code: "ASSERTION_KEYS_UNAVAILABLE",
    });
  });
});
