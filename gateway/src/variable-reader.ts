import type { z } from "zod";

/** Settings by the name that the program has for them: the environment variable, and what it may hold. */
export type SettingsTable = Readonly<Record<string, readonly [variable: string, type: z.ZodType]>>;

/** What reading a table gives. */
export type SettingsOf<Table extends SettingsTable> = {
  readonly [Name in keyof Table]: z.output<Table[Name][1]>;
};

/** Reads settings from environment variables, and gathers what is wrong with any of them. */
export class VariableReader {
  private readonly env: NodeJS.ProcessEnv;
  private readonly faults: string[] = [];

  constructor(env: NodeJS.ProcessEnv) {
    this.env = env;
  }

  /** Reads a table; nothing of it may be used before the reader has ended. `missing` says why something is needed. */
  read<Table extends SettingsTable>(table: Table, missing = "is needed"): SettingsOf<Table> {
    const entries = Object.entries(table).map(([name, [variable, type]]) => {
      return [name, this.readOne(variable, type, missing)];
    });
    return Object.fromEntries(entries) as SettingsOf<Table>;
  }

  /** Reads the variables that begin so and end in the name of a subgraph, by the latter. */
  readBySubgraph(prefix: string, type: z.ZodType<string>): ReadonlyMap<string, string> {
    const variables = Object.keys(this.env).filter(
      (each) => each.startsWith(prefix) && this.env[each] !== undefined,
    );
    const entries = variables.map((variable) => {
      const subgraph = variable.slice(prefix.length).toLowerCase();
      return [subgraph, this.readOne(variable, type, "is needed") ?? ""] as const;
    });
    return new Map(entries);
  }

  /** Notes what is wrong; a variable's value is never repeated, for a URL may hold a password. */
  refuse(fault: string): void {
    this.faults.push(fault);
  }

  /** @throws Error that names every variable that is missing or not valid. */
  end(): void {
    if (this.faults.length === 0) return;
    const lines = this.faults.map((fault) => `\n  ${fault}`);
    throw new Error(`The gateway's configuration is not valid:${lines.join("")}`);
  }

  private readOne<Value>(variable: string, type: z.ZodType<Value>, missing: string): Value | undefined {
    const text = this.env[variable];
    const { success, data, error } = type.safeParse(text);
    if (success) return data;
    const messages = error.issues.map(({ message }) => message);
    this.refuse(`${variable}: ${text === undefined ? missing : messages.join("; ")}`);
    return undefined;
  }
}
