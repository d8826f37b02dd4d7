/** The latest of several instants; null as long as one of them is missing. */
export function latestOfAll(instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter((instant) => instant !== null);
  if (known.length < instants.length || known.length === 0) return null;
  return new Date(Math.max(...known.map(Number)));
}
