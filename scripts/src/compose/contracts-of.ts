import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { SUBGRAPHS } from "@maillon/schema";
import type { Contract } from "@maillon/schema/compose";
import { nodeFlags } from "../node-flags.ts";

const run = promisify(execFile);

/** The contracts of the companies in a workspace, generated from their code: each runs in a process of its own. */
export async function contractsOf(root: string): Promise<Contract[]> {
  const names = readdirSync(join(root, "subgraphs")).filter((name) => existsSync(contractFile(root, name)));
  return Promise.all(names.toSorted().map((name) => contractOf(root, name)));
}

async function contractOf(root: string, name: string): Promise<Contract> {
  const profile = new Map(Object.entries(SUBGRAPHS)).get(name);
  if (!profile)
    throw new Error(`subgraphs/${name} has a contract, but SUBGRAPHS in schema/ does not name it.`);
  // A contract is code alone: what the environment says must not change it.
  const options = { cwd: root, env: {}, maxBuffer: 16 * 1024 * 1024 };
  const { stdout } = await run(process.execPath, [...nodeFlags, contractFile(root, name)], options);
  return { name, url: `http://127.0.0.1:${profile.port}/graphql`, sdl: stdout };
}

function contractFile(root: string, name: string): string {
  return join(root, "subgraphs", name, "src", "contract.ts");
}
