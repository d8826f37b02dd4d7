/**
 * Does what has to name the day (UTC) on which it arrives. When midnight has passed meanwhile, and it did not succeed
 * for that, it is done again on the day that has begun.
 */
export async function onThisDay<Result>(
  act: (day: string) => Promise<Result>,
  succeeded: (result: Result) => boolean,
): Promise<Result> {
  for (;;) {
    const day = today();
    const result = await act(day);
    if (succeeded(result) || day === today()) return result;
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
