import { parseArgs } from "node:util";
import { contractsOf } from "./compose/contracts-of.ts";
import { publishedFiles } from "./compose/published-files.ts";
import { staleFiles, writeFiles } from "./compose/write-files.ts";
import { repositoryRoot as root } from "./repository-root.ts";

// npm run compose: writes what the companies publish (contracts, supergraph, exchange format) into schema/.
// npm run compose -- --check: writes nothing and fails when something there is stale.
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

const result = publishedFiles(await contractsOf(root));
if (!result.ok) {
  console.error(["The contracts do not compose:", ...result.reasons].join("\n  "));
  process.exitCode = 1;
} else {
  const stale = staleFiles(root, result.files);
  if (values.check && stale.length > 0) {
    console.error(["Stale, as `npm run compose` was not run after a change:", ...stale].join("\n  "));
    process.exitCode = 1;
  }
  if (!values.check) {
    writeFiles(root, result.files, stale);
    for (const path of stale) console.error(`updated ${path}`);
  }
}
