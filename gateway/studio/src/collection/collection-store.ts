import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";

/** A question that the reader keeps. */
export interface SavedQuestion {
  readonly name: string;
  readonly query: string;
  readonly variables: string;
}

interface CollectionState {
  /** Questions by the name of their collection. */
  readonly collections: Readonly<Record<string, readonly SavedQuestion[]>>;
  /** Adds questions; one of the same name is replaced. */
  readonly save: (collection: string, questions: readonly SavedQuestion[]) => void;
  readonly remove: (collection: string, name: string) => void;
}

/** The reader's collections, kept in this browser. */
export const useCollections = create<CollectionState>()(
  persist(
    (set) => ({
      collections: {},
      save: (collection, questions) =>
        set(({ collections }) => ({
          collections: { ...collections, [collection]: merged(collections[collection] ?? [], questions) },
        })),
      remove: (collection, name) =>
        set(({ collections }) => ({ collections: without(collections, collection, name) })),
    }),
    { name: "maillon.collections", storage: createJSONStorage(() => localStorage) },
  ),
);

function merged(known: readonly SavedQuestion[], added: readonly SavedQuestion[]): readonly SavedQuestion[] {
  return [...new Map([...known, ...added].map((each) => [each.name, each])).values()];
}

/** A collection goes with its last question. */
function without(
  collections: CollectionState["collections"],
  collection: string,
  name: string,
): CollectionState["collections"] {
  const { [collection]: questions = [], ...others } = collections;
  const rest = questions.filter((each) => each.name !== name);
  return rest.length === 0 ? others : { ...others, [collection]: rest };
}
