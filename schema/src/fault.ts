/**
 * What is wrong, for the person who runs a program: no stack. An error of several attempts, such as one at each address
 * of a host, has no message of its own.
 */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== "") return error.message;
  return error instanceof AggregateError ? error.errors.map(faultText).join("; ") : error.name;
}

/** Does something; what fails names the variable or file that led to it. */
export async function blaming<Result>(culprit: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new Error(`${culprit}: ${faultText(cause)}`, { cause });
  }
}
