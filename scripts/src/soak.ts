import { readFlags } from "./read-flags.ts";
import { renderSoak } from "./soak/render-soak.ts";
import { runSoak } from "./soak/run-soak.ts";

// npm run soak: the demo chain under 70 % of the highest load that it can bear.
const usage = "npm run soak -- [--minutes 10] [--swaps 0] [--restarts 0] [--json]";
const values = readFlags(usage, {
  minutes: { type: "string" },
  swaps: { type: "string", default: "0" },
  restarts: { type: "string", default: "0" },
  json: { type: "boolean", default: false },
});
const [swaps, restarts] = [Number(values.swaps), Number(values.restarts)];
const minutes = Number(values.minutes ?? (swaps + restarts > 0 ? "1" : "10"));
if (![swaps, restarts].every((count) => Number.isInteger(count) && count >= 0) || !(minutes > 0)) {
  process.stderr.write(`Usage: ${usage}\n`);
  process.exit(2);
}
const report = await runSoak({
  seconds: minutes * 60,
  swaps,
  restarts,
  report: (message) => process.stderr.write(`  ${message}\n`),
});
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : renderSoak(report));
process.exit(report.requests.failed > 0 ? 1 : 0);
