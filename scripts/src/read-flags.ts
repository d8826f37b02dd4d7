import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

/** Reads the flags of a command; ends the process with the usage when there is one that the command does not know. */
export function readFlags<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}\n`);
    process.exit(2);
  }
}
