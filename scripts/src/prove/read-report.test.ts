import { describeProof, readReport } from "./read-report.ts";

const file = (status: string, assertions: object[], message = "") => ({
  status,
  message,
  assertionResults: assertions,
});
const assertion = (fullName: string, ...failureMessages: string[]) => ({
  fullName,
  failureMessages,
  status: failureMessages.length > 0 ? "failed" : "passed",
});
const read = (...testResults: object[]) =>
  readReport(JSON.stringify({ numPassedTests: 2, testResults }), { size: "10", seed: "7" });

describe("a report of the proofs", () => {
  test("names each promise that does not hold, and why", () => {
    const report = read(file("failed", [assertion("shows nothing"), assertion("tells nothing", "It told.")]));
    expect(report.failures).toEqual([{ promise: "tells nothing", why: "It told." }]);
    expect(describeProof(report)).toBe(
      "Does not hold: tells nothing\nIt told.\n\n2 promises hold, 1 do not (size 10, seed 7).\n",
    );
  });

  test("counts a proof that does not start among those that do not hold", () => {
    expect(read(file("failed", [], "No such file.")).failures).toEqual([
      { promise: "the proof starts", why: "No such file." },
    ]);
  });

  test("says how much was proved when everything holds", () => {
    expect(describeProof(read(file("passed", [assertion("shows nothing")])))).toBe(
      "2 promises hold, 0 do not (size 10, seed 7).\n",
    );
  });
});
