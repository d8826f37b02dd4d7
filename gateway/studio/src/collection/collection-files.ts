import type { SavedQuestion } from "./collection-store.ts";

/** A file of an exported collection. */
export interface CollectionFile {
  readonly name: string;
  readonly text: string;
}

const QUERY = ".graphql";
const VARIABLES = ".variables.json";

/** One `.graphql` file for each question, and its variables beside it. */
export function filesOf(questions: readonly SavedQuestion[]): readonly CollectionFile[] {
  return questions.flatMap(({ name, query, variables }) => {
    const base = fileName(name);
    const file = { name: `${base}${QUERY}`, text: `${query.trim()}\n` };
    if (variables.trim() === "") return [file];
    return [file, { name: `${base}${VARIABLES}`, text: `${variables.trim()}\n` }];
  });
}

/** The questions of a folder; files of other kinds are left alone. */
export function questionsOf(files: readonly CollectionFile[]): readonly SavedQuestion[] {
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  return files
    .filter(({ name }) => name.endsWith(QUERY))
    .map(({ name, text }) => {
      const base = name.slice(0, -QUERY.length);
      return { name: base, query: text, variables: texts.get(`${base}${VARIABLES}`) ?? "" };
    });
}

/** A name that every file system takes. */
function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N} ._-]/gu, "-").replace(/^\.+/, "") || "question";
}
