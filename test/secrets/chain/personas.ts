import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Viewer } from "@maillon/schema";
import { importJWK, type JWK, SignJWT } from "jose";

/** Who asks, with the token that says so. */
export interface Persona {
  /** Such as `integra` or `consumer/claire`. */
  readonly name: string;
  readonly viewer: Viewer;
  readonly token: string;
}

/** Who exists in the seeded chain, and whoever else a test imagines. */
export interface Personas {
  /** `Organization.id` by short name. */
  readonly companies: Readonly<Record<string, string>>;
  /** A viewer of a company by its short name, or of a consumer by `consumer/<name>`. */
  readonly persona: (name: string, roles?: readonly string[]) => Promise<Persona>;
  /** A consumer who is the buyer of these customer relations. */
  readonly consumer: (name: string, customers: readonly string[]) => Promise<Persona>;
}

interface Identities {
  readonly companies: Readonly<Record<string, string>>;
  readonly consumers: Readonly<Record<string, readonly string[]>>;
}

/** Reads the identity providers of a chain's demo from its state. */
export async function readPersonas(home: string): Promise<Personas> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(home, "demo", name), "utf8"));
  const { companies, consumers } = (await read("identities.json")) as Identities;
  const keys = (await read("issuer-keys.json")) as Record<string, JWK>;
  const sign = async (issuer: string, claims: object) => {
    const jwk = keys[issuer];
    if (jwk?.kid === undefined) throw new Error(`The demo has no identity provider ${issuer}.`);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: "EdDSA", typ: "at+jwt", kid: jwk.kid })
      .setIssuer(`https://${issuer}.demo.maillon.localhost`)
      .setAudience("maillon:gateway:demo")
      .setIssuedAt()
      .setExpirationTime("2h")
      .sign(await importJWK(jwk, "EdDSA"));
  };
  const consumer: Personas["consumer"] = async (name, customers) => ({
    name,
    viewer: { kind: "consumer", customers, subject: name },
    token: await sign("consumer", { sub: name, customers }),
  });
  return {
    companies,
    consumer,
    async persona(name, roles = ["buying"]) {
      const relations = consumers[name.replace("consumer/", "")];
      if (name.startsWith("consumer/") && relations) return consumer(name, relations);
      const organization = companies[name];
      if (organization === undefined) throw new Error(`${name} is nobody in this chain.`);
      const viewer: Viewer = { kind: "company", organization, roles, subject: name };
      return { name, viewer, token: await sign(name, { sub: name, organization, roles }) };
    },
  };
}
