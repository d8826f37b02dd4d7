import type { FormattedExecutionResult } from "graphql";

/** Data that is already JSON text, on its way through Apollo Server, which only hands it on. */
export class WrittenData {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Whoever serialises it the usual way gets the same, at the cost of reading it again. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Puts a response together without walking the data again; for Apollo Server's `stringifyResult`. */
export function writeResponse({ data, errors, extensions }: FormattedExecutionResult): string {
  const members: string[] = [];
  if (errors) members.push(`"errors":${JSON.stringify(errors)}`);
  const written: unknown = data;
  if (data !== undefined)
    members.push(`"data":${written instanceof WrittenData ? written.text : JSON.stringify(data)}`);
  if (extensions) members.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${members.join(",")}}`;
}
