import { join } from "node:path";
import { demoToken } from "../demo/demo-token.ts";
import { type Identities, readIdentities } from "../demo/identities.ts";
import { PERSONAS, type Persona } from "../demo/personas.ts";
import { writeWhole } from "../demo/write-whole.ts";
import type { Cleanup } from "./cleanup.ts";

/** Tokens last a working day; a studio that stays open never meets an expired one. */
const RENEWAL = 4 * 3_600_000;

/**
 * Keeps a file with a ready token for each viewer whom the studio offers. The gateway reads tokens from it, so that the
 * keys of the demo's identity providers stay with this process.
 */
export async function keepDemoTokens(home: string, cleanup: Cleanup): Promise<string> {
  const file = join(home, "demo", "tokens.json");
  const renew = async () => {
    const identities = await readIdentities(home);
    const present = PERSONAS.filter((each) => exists(each, identities));
    const tokens = present.map(async (each) => ({ ...each, token: await demoToken(home, each.persona) }));
    await writeWhole(file, JSON.stringify(await Promise.all(tokens)));
  };
  await renew();
  // A renewal that fails leaves tokens that are good for as long again; the next one may succeed.
  const timer = setInterval(() => void renew().catch(() => {}), RENEWAL).unref();
  cleanup.add(() => clearInterval(timer));
  return file;
}

function exists({ persona }: Persona, { companies, consumers }: Identities): boolean {
  const [company = "", name = ""] = persona.split("/");
  return Object.hasOwn(companies, company) || (company === "consumer" && Object.hasOwn(consumers, name));
}
