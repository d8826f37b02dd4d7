import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { describeProof, type ProofReport, readReport } from "./prove/read-report.ts";
import { repositoryRoot } from "./repository-root.ts";

// npm run prove: the proofs that CI runs in small, at the size of a night.
const usage = `Usage: npm run --silent prove -- [--size <number>] [--seed <number>] [--json]

  --size  how many times the questions and hidden values of CI (10 unless told otherwise)
  --seed  which ones (those of today unless told otherwise); a failure is repeated with the seed that it names
  --json  prints the result as JSON; progress goes to standard error
`;

/**
 * Everything that asks the policies, the masked views and the whole chain about who sees what, and companies cut at
 * random whether the engine answers like a single process.
 */
const PROOFS = [
  "test/secrets",
  "test/visibility",
  "schema/src/decision",
  "schema/src/policy",
  "schema/src/predicate",
  "gateway/src/redact",
  "test/composition/worlds.test.ts",
  "test/composition/generated",
];

const options = readOptions();
const folder = await mkdtemp(join(tmpdir(), "maillon-proof-"));
try {
  const report = await prove(join(folder, "results.json"));
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : describeProof(report));
  process.exitCode = report.failed > 0 || report.passed === 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}

async function prove(results: string): Promise<ProofReport> {
  const jest = join(repositoryRoot, "node_modules/jest/bin/jest.js");
  const reporter = join(repositoryRoot, "scripts/jest/tell-promises.mjs");
  const endsWithParent = pathToFileURL(join(repositoryRoot, "scripts/end-with-parent.mjs")).href;
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const child = spawn(
    process.execPath,
    [
      ...flags,
      "--import",
      endsWithParent,
      jest,
      "--ci",
      `--reporters=${reporter}`,
      "--json",
      `--outputFile=${results}`,
      ...PROOFS,
    ],
    {
      cwd: repositoryRoot,
      // Standard output would be the results again, which are read from their file.
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: { ...process.env, MAILLON_PROOF: options.size, MAILLON_PROOF_SEED: options.seed },
    },
  );
  const stop = (): boolean => child.kill("SIGTERM");
  process.once("SIGINT", stop).once("SIGTERM", stop);
  await once(child, "exit");
  const text = await readFile(results, "utf8").catch(() => {
    throw new Error(`The proofs ended before their result was written (seed ${options.seed}).`);
  });
  return readReport(text, { ...options, root: repositoryRoot });
}

function readOptions(): { readonly size: string; readonly seed: string; readonly json: boolean } {
  const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  try {
    const { values } = parseArgs({
      options: {
        size: { type: "string", default: "10" },
        seed: { type: "string", default: today },
        json: { type: "boolean", default: false },
      },
    });
    if (/^[1-9]\d*$/.test(values.size) && /^\d+$/.test(values.seed)) return values;
  } catch {
    // What was not understood is answered below.
  }
  process.stderr.write(usage);
  process.exit(2);
}
