import type { ExchangeFile } from "@maillon/schema/exchange";

/** Shows on a terminal how far each file is, in one line that is written again and again. */
export function showProgress(terminal: NodeJS.WriteStream) {
  const standing = new Map<ExchangeFile, string>();
  return {
    onProgress(file: ExchangeFile, done: number, all: number): void {
      if (!terminal.isTTY) return;
      standing.set(file, `${file} ${done}/${all}`);
      terminal.write(`\r\u001B[K${[...standing.values()].join("  ").slice(0, terminal.columns - 1)}`);
    },
    /** Leaves an empty line for what comes next. */
    end(): void {
      if (standing.size > 0) terminal.write("\r\u001B[K");
    },
  };
}
