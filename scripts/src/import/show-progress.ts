import type { ExchangeFile } from "@maillon/schema/exchange";

/** Shows on a terminal how far each file is, in one line that is written again and again. */
export function showProgress(terminal: NodeJS.WriteStream) {
  const shown = new Map<ExchangeFile, string>();
  return {
    onProgress(file: ExchangeFile, done: number, all: number): void {
      if (!terminal.isTTY) return;
      shown.set(file, `${file} ${done}/${all}`);
      terminal.write(`\r\u001B[K${[...shown.values()].join("  ").slice(0, terminal.columns - 1)}`);
    },
    /** Leaves an empty line for what comes next. */
    end(): void {
      if (shown.size > 0) terminal.write("\r\u001B[K");
    },
  };
}
