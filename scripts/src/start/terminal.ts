/** Tells a person at the terminal how far things are; standard output is left to the one line that programs read. */
export interface Terminal {
  report(message: string): void;
  /** Reports a step when it is done, with the time it took. */
  step<Result>(label: string, work: () => Promise<Result>): Promise<Result>;
}

/** Writes to standard error. */
export function openTerminal(output: NodeJS.WritableStream = process.stderr): Terminal {
  const report = (message: string) => output.write(`${message}\n`);
  return {
    report: (message) => report(`  ! ${message}`),
    async step(label, work) {
      const startedAt = performance.now();
      const result = await work();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      report(`  ${label.padEnd(44)} ${seconds.padStart(5)} s`);
      return result;
    },
  };
}
