import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { type CheckedPolicies, checkPolicies } from "./check-policies.ts";
import { type PolicySource, readPolicies } from "./read-policies.ts";

/** What is published: it counts for exactly the texts that it was made from. */
interface Published extends CheckedPolicies {
  /** SHA-256 of the texts. */
  readonly of: string;
}

const FILE = new URL("../../policies/checked.json", import.meta.url);

/**
 * The shipped policies as Cedar has checked them, as a text to be published beside them. A process that finds its
 * policies in it need not check them again, which takes Cedar a second.
 */
export function printCheckedPolicies(): string {
  const source = readPolicies();
  const published: Published = { of: digestOf(source), ...checkPolicies(source) };
  return `${JSON.stringify(published, undefined, 1)}\n`;
}

/** What was published about exactly these texts; undefined when that was about others, so that nothing stale counts. */
export function readCheckedPolicies(source: PolicySource): CheckedPolicies | undefined {
  if (!existsSync(FILE)) return undefined;
  const published = JSON.parse(readFileSync(FILE, "utf8")) as Published;
  return published.of === digestOf(source) ? published : undefined;
}

function digestOf({ schema, files }: PolicySource): string {
  const texts = [schema, ...Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))];
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}
