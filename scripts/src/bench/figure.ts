/** One figure beside what is promised of it. */
export interface Figure {
  readonly what: string;
  readonly figure: string;
  readonly promise: string;
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

/** Milliseconds as text; small ones with more digits. */
export function inMilliseconds(value: number): string {
  return `${value.toFixed(value < 1 ? 2 : 1)} ms`;
}
