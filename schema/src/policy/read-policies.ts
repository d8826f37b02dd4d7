import { readdirSync, readFileSync } from "node:fs";

/** The text of policies and of the schema they are validated against. */
export interface PolicySource {
  /** A Cedar schema. */
  readonly schema: string;
  /** Cedar policies by file name. */
  readonly files: Readonly<Record<string, string>>;
}

const FOLDER = new URL("../../policies/", import.meta.url);
const SCHEMA = "maillon.cedarschema";

/** Reads the policies that this package ships: `schema/policies/*.cedar`. */
export function readPolicies(): PolicySource {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".cedar"));
  const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");
  const files = Object.fromEntries(names.toSorted().map((name) => [name, read(name)]));
  return { schema: read(SCHEMA), files };
}
