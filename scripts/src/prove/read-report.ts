import { relative } from "node:path";
import { z } from "zod";

const results = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      status: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()),
        }),
      ),
    }),
  ),
});

type FileResult = z.infer<typeof results>["testResults"][number];

/** A promise that does not hold. */
export interface Failure {
  readonly promise: string;
  readonly why: string;
}

/** What one file of proofs came to. */
export interface Proof {
  readonly file: string;
  readonly passed: number;
  readonly failures: readonly Failure[];
  readonly seconds: number;
}

/** What a run of the proofs came to. */
export interface ProofReport {
  readonly size: number;
  readonly seed: number;
  readonly passed: number;
  readonly failed: number;
  /** The command that asks the same again. */
  readonly repeat: string;
  readonly proofs: readonly Proof[];
}

interface Run {
  readonly size: string;
  readonly seed: string;
  readonly root: string;
}

/** Reads what the test runner noted; a file that did not even start is a failure, too. */
export function readReport(text: string, { size, seed, root }: Run): ProofReport {
  const files = results.parse(JSON.parse(text)).testResults;
  const proofs = files.map((each) => proofOf(each, root)).toSorted((a, b) => a.file.localeCompare(b.file));
  const total = (count: (proof: Proof) => number) => proofs.reduce((sum, each) => sum + count(each), 0);
  return {
    size: Number(size),
    seed: Number(seed),
    passed: total((each) => each.passed),
    failed: total((each) => each.failures.length),
    repeat: `npm run prove -- --size ${size} --seed ${seed}`,
    proofs,
  };
}

function proofOf({ name, startTime, endTime, assertionResults, ...file }: FileResult, root: string): Proof {
  const failed = assertionResults.filter(({ status }) => status === "failed");
  const failures = failed.map(({ fullName, failureMessages }) => ({
    promise: fullName,
    why: failureMessages.join("\n"),
  }));
  const broken = file.status === "failed" && failed.length === 0;
  return {
    file: relative(root, name),
    passed: assertionResults.filter(({ status }) => status === "passed").length,
    failures: broken ? [{ promise: "the proof starts", why: file.message }] : failures,
    seconds: Math.round((endTime - startTime) / 100) / 10,
  };
}

/** The report in words: what does not hold and why, each proof, and the sum. */
export function describeProof({ size, seed, passed, failed, repeat, proofs }: ProofReport): string {
  const told = proofs.flatMap(({ file, failures }) =>
    failures.map(({ promise, why }) => `Does not hold: ${promise} (${file})\n${why}\n\n`),
  );
  const widest = Math.max(0, ...proofs.map(({ file }) => file.length));
  const lines = proofs.map(
    ({ file, failures, seconds, ...proof }) =>
      `${file.padEnd(widest)}  ${cell(proof.passed)} hold  ${cell(failures.length)} do not  ${cell(seconds.toFixed(1))} s\n`,
  );
  const sum = `${passed} promises hold, ${failed} do not (size ${size}, seed ${seed}).\n`;
  return [...told, ...lines, "\n", sum, ...(failed > 0 ? [`The same again: ${repeat}\n`] : [])].join("");
}

const cell = (value: number | string) => String(value).padStart(6);
