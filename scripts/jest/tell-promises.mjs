/**
 * Says of each promise, as soon as it is known, whether it holds: jest itself tells a file's only when the
 * file is through.
 */
export default class TellPromises {
  onTestCaseResult(_test, { fullName, status, duration, failureMessages }) {
    if (status !== "passed" && status !== "failed") return;
    const seconds = ((duration ?? 0) / 1_000).toFixed(1).padStart(7);
    process.stderr.write(`${seconds} s  ${status === "passed" ? "holds" : "FAILS"}  ${fullName}\n`);
    // Hours may pass until the summary.
    for (const message of failureMessages ?? []) process.stderr.write(`${shortened(message)}\n`);
  }
}

/** The first lines of a failure, without its stack. */
function shortened(message) {
  return message
    .split("\n")
    .filter((line) => !/^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => `           ${line}`)
    .join("\n");
}
