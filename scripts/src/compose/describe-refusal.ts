import { describeFault } from "@maillon/schema/compose";
import { describeFinding } from "@maillon/schema/flow";
import type { Refusal } from "./published-files.ts";

/** Why contracts are refused, for the author at the terminal: each reason with its place and what to do. */
export function describeRefusal({ faults, findings }: Refusal): string {
  return [
    ...section("The contracts do not compose:", faults.map(describeFault)),
    ...section("The contracts would show or send protected values:", findings.map(describeFinding)),
  ].join("\n");
}

function section(title: string, reasons: readonly string[]): string[] {
  if (reasons.length === 0) return [];
  return [title, ...reasons.map((reason) => `  ${reason.replaceAll("\n", "\n  ")}`)];
}
