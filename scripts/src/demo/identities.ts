import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "./write-whole.ts";

const identityFile = z.strictObject({
  /** Company key, such as `integra`, to `Organization.id`. */
  companies: z.record(z.string(), z.string()),
  /** Consumer key, such as `claire`, to the ids of the `Customer` relations whose buyer she is. */
  consumers: z.record(z.string(), z.array(z.string()).min(1)),
});

/** Who exists in the local chain, by the short names that `npm run token` takes. */
export type Identities = z.infer<typeof identityFile>;

const fileIn = (home: string) => join(home, "demo", "identities.json");

/** Reads who exists; nobody before the chain was seeded. */
export async function readIdentities(home: string): Promise<Identities> {
  const text = await readFile(fileIn(home), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? { companies: {}, consumers: {} } : identityFile.parse(JSON.parse(text));
}

/** Adds the companies and consumers of an import; who is known already keeps the short name. */
export async function addIdentities(home: string, added: Identities): Promise<void> {
  const known = await readIdentities(home);
  const merged: Identities = {
    companies: { ...added.companies, ...known.companies },
    consumers: { ...added.consumers, ...known.consumers },
  };
  await writeWhole(fileIn(home), `${JSON.stringify(merged, null, 2)}\n`);
}
