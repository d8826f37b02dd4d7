import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeJwt } from "jose";
import type { Chain } from "../start/chain.ts";
import { type IdentityProvider, openIdentityProvider, STUDIO_CLIENT } from "./identity-provider.ts";
import type { StudioPage } from "./studio-page.ts";

const AUDIENCE = "https://api.chain.test";

/** What the gateway's operator configures so that people sign in with a provider on this port. */
export function signInEnvironment(port: number) {
  return { GATEWAY_STUDIO_ISSUER: `http://localhost:${port}`, GATEWAY_STUDIO_CLIENT_ID: STUDIO_CLIENT };
}

/** Opens the provider of Integra, and binds it to that company in the gateway's issuers file. */
export async function openProviderOfIntegra(chain: Chain, port: number): Promise<IdentityProvider> {
  const { organization } = decodeJwt(await chain.token("integra/buying"));
  const known = String(organization);
  const redirectUri = `${chain.url}/`;
  const provider = await openIdentityProvider({
    port,
    redirectUri,
    audience: AUDIENCE,
    organization: known,
  });
  const path = join(chain.home, "demo", "issuers.json");
  const issuers = JSON.parse(await readFile(path, "utf8")) as object[];
  const entry = {
    issuer: provider.issuer,
    audience: AUDIENCE,
    tokenType: "at+jwt",
    algorithms: ["ES256"],
    jwksUrl: `${provider.issuer}/jwks`,
    organizations: [known],
  };
  await writeFile(path, JSON.stringify([...issuers, entry]));
  return provider;
}

/** Signs in as a person would, through the provider's own pages, and asks as whoever came back. */
export async function signsIn({ page }: StudioPage, issuer: string): Promise<void> {
  await page.selectOption(".viewer-switcher select", "bring");
  await page.getByRole("button", { name: `Sign in at ${new URL(issuer).host}` }).click();
  await page.locator("input[name=login]").fill("ada");
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator(".query .view-lines").waitFor();
  await page.locator('option[value^="token:"]:checked').waitFor({ state: "attached" });
  expect(new URL(page.url()).search).toBe("");
  expect(await page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")).not.toContain(
    "eyJ",
  );
  await page.locator(".cards button", { hasText: "Prices" }).first().click();
  // What Integra pays, and neither the tariff nor what its rival pays.
  await page.locator(".tree .leaf", { hasText: "147.92" }).first().waitFor();
}
