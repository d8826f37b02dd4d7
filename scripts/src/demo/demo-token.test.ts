import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { issuersFile } from "./demo-issuers.ts";
import { demoToken } from "./demo-token.ts";
import { addIdentities } from "./identities.ts";

async function openHome() {
  const home = await mkdtemp(join(tmpdir(), "maillon-home-"));
  return { home, [Symbol.asyncDispose]: () => rm(home, { recursive: true }) };
}

const chain = {
  companies: { integra: "org_conforma_a", fabrica: "org_conforma_b" },
  consumers: { claire: ["cus_vega_c"] },
};

describe("a token of the demo chain", () => {
  test("is signed by the company's own identity provider, which is bound to that company alone", async () => {
    await using place = await openHome();
    await addIdentities(place.home, chain);
    const token = await demoToken(place.home, "integra/buying");
    const issuers = JSON.parse(await readFile(issuersFile(place.home), "utf8"));
    const own = issuers.find(({ issuer }: { issuer: string }) => issuer === decodeJwt(token).iss);
    const { payload } = await jwtVerify(token, createLocalJWKSet(own.jwks), {
      audience: own.audience,
      typ: "at+jwt",
    });
    expect(payload).toMatchObject({ organization: "org_conforma_a", roles: ["buying"] });
    expect(own).toMatchObject({ organizations: ["org_conforma_a"], demo: true });
  });

  test("names a consumer by her relations", async () => {
    await using place = await openHome();
    await addIdentities(place.home, chain);
    expect(decodeJwt(await demoToken(place.home, "consumer/claire"))).toMatchObject({
      customers: ["cus_vega_c"],
    });
  });

  test("exists for a company that a later import added, and the earlier ones keep their keys", async () => {
    await using place = await openHome();
    await addIdentities(place.home, chain);
    await demoToken(place.home, "integra/buying");
    const before = JSON.parse(await readFile(issuersFile(place.home), "utf8"));
    await addIdentities(place.home, {
      companies: { northwind: "org_conforma_n", integra: "org_conforma_x" },
      consumers: {},
    });
    expect(decodeJwt(await demoToken(place.home, "northwind/sales"))).toMatchObject({
      organization: "org_conforma_n",
    });
    expect(JSON.parse(await readFile(issuersFile(place.home), "utf8"))).toEqual(
      expect.arrayContaining(before),
    );
  });

  test("keeps private keys from the issuer file and from other users of the machine", async () => {
    await using place = await openHome();
    await addIdentities(place.home, chain);
    await demoToken(place.home, "integra/buying");
    expect(await readFile(issuersFile(place.home), "utf8")).not.toContain('"d"');
    expect((await stat(join(place.home, "demo", "issuer-keys.json"))).mode & 0o077).toBe(0);
  });

  test("is refused without a list of every company that an import brought", async () => {
    await using place = await openHome();
    const imported = {
      "northwind.customer-alfki": "org_conforma_d",
      "northwind.customer-paris": "org_conforma_e",
    };
    await addIdentities(place.home, { companies: { ...chain.companies, ...imported }, consumers: {} });
    await expect(demoToken(place.home, "nobody/buying")).rejects.toThrow(
      /fabrica\/<role>, northwind\.customer-alfki\/<role> \(one of 2 imported companies\)\.$/,
    );
    expect(decodeJwt(await demoToken(place.home, "northwind.customer-paris/buying"))).toMatchObject({
      organization: "org_conforma_e",
    });
  });

  test.each(["nobody/buying", "integra", "consumer/bob", "integra/", "constructor/buying"])(
    "is refused for %s, and the names that exist are listed",
    async (persona) => {
      await using place = await openHome();
      await addIdentities(place.home, chain);
      await expect(demoToken(place.home, persona)).rejects.toThrow(/integra\/<role>.*consumer\/claire/);
    },
  );
});
