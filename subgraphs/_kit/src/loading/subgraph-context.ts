import type { Viewer } from "@maillon/schema";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import type { CursorCipher } from "./cursor-cipher.ts";

/** Loads many keys at once, with one SQL statement; answers in the order of the keys. */
export type BatchFunction<Key, Value> = (
  keys: readonly Key[],
  context: SubgraphContext,
) => Promise<readonly (Value | Error)[]>;

/** What every resolver of one request gets: who asks, and ways to read that already know it. */
export interface SubgraphContext {
  readonly viewer: Viewer;
  /** The id under which gateway and subgraph both write their logs. */
  readonly requestId: string;
  /** Whether the operator knew what is in force when the request came; else masks show only what is public. */
  readonly knowsAgreements: boolean;
  /** The one instant of this request: two parts of an answer must not disagree about which price is in force. */
  readonly now: Date;
  /** Reads and writes as the viewer, whom masks and row-level security know from it. */
  readonly em: SqlEntityManager;
  /** Seals positions of lists, see `loadPage`. */
  readonly cursors: CursorCipher;
  /**
   * Whether an id is that of a company of the chain: a reference to nobody would stay wrong for ever. Who exists
   * is public, so that the answer tells nothing.
   */
  readonly isCompany: (id: string) => boolean;
  /**
   * Whether an id is that of a signed agreement between these companies, which the operator knows if it is a party,
   * too. Ask with the viewer's own among them: which agreements others have is not hers to find out.
   */
  readonly isAgreementOf: (id: string, companies: readonly string[]) => boolean;
  /** Loads through a batch function; all calls of one request with the same function become one call of it. */
  load<Key, Value>(batch: BatchFunction<Key, Value>, key: Key): Promise<Value>;
  /** Forgets everything loaded so far; a mutation calls it after its change, so that its answer shows the new state. */
  forget(): void;
}

/** Makes the context of one request. Loaders live as long as it does, so that nothing passes between viewers. */
export function createContext(request: Omit<SubgraphContext, "load" | "forget">): SubgraphContext {
  const loaders = new Map<unknown, unknown>();
  const context: SubgraphContext = {
    ...request,
    load<Key, Value>(batch: BatchFunction<Key, Value>, key: Key) {
      // The map is keyed by the batch function itself, which fixes the types of its loader.
      const known = loaders.get(batch) as DataLoader<Key, Value, string> | undefined;
      const loader = known ?? loaderOf(batch, context);
      if (known === undefined) loaders.set(batch, loader);
      return loader.load(key);
    },
    forget() {
      loaders.clear();
      request.em.clear();
    },
  };
  return context;
}

function loaderOf<Key, Value>(batch: BatchFunction<Key, Value>, context: SubgraphContext) {
  return new DataLoader<Key, Value, string>((keys) => batch(keys, context), {
    cacheKeyFn: (key) => JSON.stringify(key),
  });
}
