import { fairQueue } from "./fair-queue.ts";

/** Work that ends when it is told to. */
function openWork() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { work: () => promise, end: resolve };
}

describe("a queue", () => {
  it("does as much at once as it has resources, and the rest in the order in which it came", async () => {
    const use = fairQueue(["one", "two"], { waiting: 10, waitingForOne: 10 });
    const [first, second] = [openWork(), openWork()];
    const begun: string[] = [];
    const note = (name: string) => async (resource: string) => void begun.push(`${name} with ${resource}`);
    const running = [use(first.work, "a"), use(second.work, "b")];
    const later = [use(note("third"), "c"), use(note("fourth"), "d")];
    expect(begun).toEqual([]);
    second.end("done");
    await Promise.all(later);
    expect(begun).toEqual(["third with two", "fourth with two"]);
    first.end("done");
    expect(await Promise.all(running)).toEqual(["done", "done"]);
  });

  it("lets an asker use all resources only as long as nobody else waits", async () => {
    const use = fairQueue(["one", "two"], { waiting: 10, waitingForOne: 10 });
    const long = [openWork(), openWork(), openWork(), openWork()];
    const begun: string[] = [];
    const flood = long.map(({ work }, index) =>
      use(() => {
        begun.push(`flood ${index}`);
        return work();
      }, "flood"),
    );
    const other = use(async () => void begun.push("other"), "other");
    long[0]?.end("done");
    await other;
    for (const each of long) each.end("done");
    expect(await Promise.all(flood)).toHaveLength(4);
    expect(begun).toEqual(["flood 0", "flood 1", "other", "flood 2", "flood 3"]);
  });

  it("turns an asker away whose share is full, and nobody else", async () => {
    const use = fairQueue(["one"], { waiting: 10, waitingForOne: 2 });
    const long = openWork();
    const asked = [long, long, long].map(({ work }) => use(work, "flood"));
    await expect(use(long.work, "flood")).rejects.toThrow("2 pieces of work wait for flood");
    asked.push(use(long.work, "other"));
    long.end("done");
    expect(await Promise.all(asked)).toEqual(["done", "done", "done", "done"]);
    await expect(use(async () => "again", "flood")).resolves.toBe("again");
  });

  it("turns everybody away when it is full, but for the gateway's own work", async () => {
    const use = fairQueue(["one"], { waiting: 2, waitingForOne: 2 });
    const long = openWork();
    const asked = ["a", "b", "c"].map((asker) => use(long.work, asker));
    await expect(use(long.work, "d")).rejects.toThrow("2 for all");
    asked.push(use(long.work));
    long.end("done");
    expect(await Promise.all(asked)).toHaveLength(4);
  });
});
