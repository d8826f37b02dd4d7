/**
 * Names that begin with this prefix are ours alone. Clients may not use them as aliases and subgraphs may not use them
 * as field names, so that a key with the prefix can never be forged. Composition refuses them by RESERVED_NAMES of the
 * schema package; said here again, for every planner's process would load all of that package otherwise.
 */
export const RESERVED_PREFIX = "_mx";

/** What the keys of fields with arguments begin with: the engine gives each (field, arguments) a key of its own. */
const KEY_START = new RegExp(`^${RESERVED_PREFIX}r?\\d+_`);

/** The name of the field that lies under a key of the gathered data. */
export function fieldUnder(key: string): string {
  return isReserved(key) ? key.replace(KEY_START, "") : key;
}

/** Whether a name of a field or alias is reserved for the engine. */
export function isReserved(name: string): boolean {
  return name.startsWith(RESERVED_PREFIX);
}
