/**
 * Names that begin with this prefix are ours alone. Clients may not use them as aliases and subgraphs may not use them
 * as field names, so that a key with the prefix can never be forged.
 */
export const RESERVED_PREFIX = "_mx";

/** Whether a name of a field or alias is reserved for the engine. */
export function isReserved(name: string): boolean {
  return name.startsWith(RESERVED_PREFIX);
}
