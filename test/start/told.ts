import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findEmbeddedPostgres } from "@maillon/subgraph-kit/embedded";
import { urlFor, withClient } from "@maillon/subgraph-kit/testing";
import { until } from "./until.ts";

/** Where a service of a chain writes its log. */
export function logFile(home: string, service: string): string {
  return join(home, "logs", `${service}.log`);
}

/** Resolves when each of these services decides by all that was agreed until now. */
export async function untilTold(home: string, services: readonly string[]): Promise<void> {
  const sequence = await agreedSequence(home);
  for (const service of services) {
    await until(
      async () => toldSequence(home, service),
      (told) => told >= sequence,
    );
  }
}

/** The sequence of all that is agreed, as the third party's own database holds it: nobody knows a later one. */
export async function agreedSequence(home: string): Promise<number> {
  const server = findEmbeddedPostgres(join(home, "postgres"));
  if (!server) throw new Error("The chain's databases do not run.");
  return withClient(urlFor(server.adminUrl, { database: "compliance" }), async (client) => {
    const { rows } = await client.query<{ sequence: string }>("select ledger_sequence() as sequence");
    return Number(rows[0]?.sequence);
  });
}

/** The sequence that a service was last told and decides by, as its log says; 0: none. */
export function toldSequence(home: string, service: string): number {
  const log = readFileSync(logFile(home, service), "utf8");
  const told = [...log.matchAll(/"sequence":(\d+),"msg":"the ledger is followed"/g)];
  return Number(told.at(-1)?.[1] ?? 0);
}
