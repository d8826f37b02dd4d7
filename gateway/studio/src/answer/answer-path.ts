/** Where a value stands in an answer: response keys and list indices, joined by slashes (no key contains one). */
export type AnswerPath = string;

/** The path of a member or an item. */
export function pathOf(parent: AnswerPath, key: string | number): AnswerPath {
  return parent === "" ? String(key) : `${parent}/${key}`;
}

/** The path without list indices: the same for every item. A response key never starts with a digit. */
export function patternOf(path: AnswerPath): string {
  return path
    .split("/")
    .filter((key) => !/^\d/.test(key))
    .join("/");
}

/** The path of the object that holds a value. */
export function parentOf(path: AnswerPath): AnswerPath {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
