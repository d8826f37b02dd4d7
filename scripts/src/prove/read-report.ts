import { z } from "zod";

const results = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      message: z.string(),
      status: z.string(),
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

/** What a run of the proofs came to. */
export interface ProofReport {
  readonly size: number;
  readonly seed: number;
  readonly passed: number;
  readonly failures: readonly { readonly promise: string; readonly why: string }[];
}

/** Reads what the test runner noted; a file that did not even start is a failure, too. */
export function readReport(
  text: string,
  { size, seed }: { readonly size: string; readonly seed: string },
): ProofReport {
  const { numPassedTests, testResults } = results.parse(JSON.parse(text));
  const failures = testResults.flatMap(({ assertionResults, message, status }) => {
    const failed = assertionResults.filter((each) => each.status === "failed");
    if (status === "failed" && failed.length === 0) return [{ promise: "the proof starts", why: message }];
    return failed.map(({ fullName, failureMessages }) => ({
      promise: fullName,
      why: failureMessages.join("\n"),
    }));
  });
  return { size: Number(size), seed: Number(seed), passed: numPassedTests, failures };
}

/** The report in words. */
export function describeProof({ size, seed, passed, failures }: ProofReport): string {
  const told = failures.map(({ promise, why }) => `Does not hold: ${promise}\n${why}\n`);
  const summary = `${passed} promises hold, ${failures.length} do not (size ${size}, seed ${seed}).\n`;
  return [...told, summary].join("\n");
}
