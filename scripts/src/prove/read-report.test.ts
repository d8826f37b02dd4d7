import { describeProof, readReport } from "./read-report.ts";

const file = (status: string, assertions: object[], message = "") => ({
  name: "/clone/test/secrets/chain.test.ts",
  status,
  message,
  startTime: 1_000,
  endTime: 3_500,
  assertionResults: assertions,
});
const assertion = (fullName: string, ...failureMessages: string[]) => ({
  fullName,
  failureMessages,
  status: failureMessages.length > 0 ? "failed" : "passed",
});
const read = (...testResults: object[]) =>
  readReport(JSON.stringify({ testResults }), { size: "10", seed: "7", root: "/clone" });

describe("a report of the proofs", () => {
  test("names each promise that does not hold, why, and how to ask again", () => {
    const report = read(file("failed", [assertion("shows nothing"), assertion("tells nothing", "It told.")]));
    expect(report).toMatchObject({ passed: 1, failed: 1 });
    expect(describeProof(report)).toBe(
      [
        "Does not hold: tells nothing (test/secrets/chain.test.ts)",
        "It told.",
        "",
        "test/secrets/chain.test.ts       1 hold       1 do not     2.5 s",
        "",
        "1 promises hold, 1 do not (size 10, seed 7).",
        "The same again: npm run prove -- --size 10 --seed 7",
        "",
      ].join("\n"),
    );
  });

  test("counts a proof that does not start among those that do not hold", () => {
    const { failed, proofs } = read(file("failed", [], "No such file."));
    expect(failed).toBe(1);
    expect(proofs[0]?.failures).toEqual([{ promise: "the proof starts", why: "No such file." }]);
  });

  test("says how much was proved when everything holds", () => {
    expect(describeProof(read(file("passed", [assertion("shows nothing")])))).toMatch(
      /1 promises hold, 0 do not \(size 10, seed 7\)\.\n$/,
    );
  });
});
