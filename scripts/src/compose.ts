import { printCheckedPolicies } from "@maillon/schema/policy";
import { contractsOf } from "./compose/contracts-of.ts";
import { describeReaders } from "./compose/describe-readers.ts";
import { describeRefusal } from "./compose/describe-refusal.ts";
import { publishedContracts } from "./compose/published-contracts.ts";
import { publishedFiles } from "./compose/published-files.ts";
import { staleFiles, writeFiles } from "./compose/write-files.ts";
import { readFlags } from "./read-flags.ts";
import { repositoryRoot as root } from "./repository-root.ts";

// npm run compose: checks what the companies publish and writes it (contracts, supergraph, exchange format)
// into schema/, with what Cedar says about the policies. npm run compose -- --check: writes nothing and fails
// when something there is stale. npm run compose -- --json: says on standard output, as JSON, why the
// contracts are refused; empty lists if they are not.
const values = readFlags("npm run compose -- [--check] [--json]", {
  check: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
});

const contracts = await contractsOf(root).catch((error: unknown) => {
  // A company's own words: what its code lacks to have a contract at all.
  console.error(error instanceof Error && "stderr" in error ? String(error.stderr) : error);
  process.exit(1);
});
const result = publishedFiles(contracts, publishedContracts(root));
if (values.json) {
  const { faults, findings } = result.ok ? { faults: [], findings: [] } : result;
  console.log(JSON.stringify({ faults, findings }, undefined, 2));
}
if (!result.ok) {
  if (!values.json) console.error(describeRefusal(result));
  process.exitCode = 1;
} else {
  const files = new Map([...result.files, ["schema/policies/checked.json", printCheckedPolicies()]]);
  const stale = staleFiles(root, files);
  if (values.check && stale.length > 0) {
    console.error(["Stale, as `npm run compose` was not run after a change:", ...stale].join("\n  "));
    process.exitCode = 1;
  }
  if (!values.check) {
    writeFiles(root, files, stale);
    for (const path of stale) console.error(`updated ${path}`);
    for (const line of describeReaders(result.changed)) console.error(line);
  }
}
