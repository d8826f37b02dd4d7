/** A resource that is dear to open and serves all tests of a file. */
export interface Shared<Resource> {
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** @throws Error before it was opened. */
  readonly get: () => Resource;
}

/** Makes the holder of such a resource, for `beforeAll` and `afterAll`. */
export function sharedChain<Resource extends AsyncDisposable>(
  open: () => Promise<Resource>,
): Shared<Resource> {
  const opened: Resource[] = [];
  return {
    open: async () => void opened.push(await open()),
    close: async () => {
      await opened.pop()?.[Symbol.asyncDispose]();
    },
    get() {
      const [resource] = opened;
      if (!resource) throw new Error("It is not open.");
      return resource;
    },
  };
}
