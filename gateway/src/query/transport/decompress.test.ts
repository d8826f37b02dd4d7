import { gzipSync } from "node:zlib";
import { decompress } from "./decompress.ts";

const CAP = 2_000_000;
const bomb = gzipSync(" ".repeat(20_000_000));
/** Ends in the size that it claims to have. */
const claiming = (size: number) => {
  const end = Buffer.alloc(4);
  end.writeUInt32LE(size);
  return Buffer.concat([bomb.subarray(0, -4), end]);
};

/** Decompresses and counts how many bytes had to keep to the pace of large answers. */
async function take(bytes: Buffer) {
  let paced = 0;
  const pace = (more: number) => {
    paced += more;
    return 0;
  };
  const signal = new AbortController().signal;
  const text = await decompress(bytes, { cap: CAP, pace, signal }).then(String, (error: unknown) => error);
  return { text, paced };
}

const refused = {
  code: "UPSTREAM_INVALID",
  message: `its answer is no gzip of at most ${CAP} bytes`,
};

describe("an answer that is compressed", () => {
  it.each([
    ["a small one", "{}"],
    ["a large one", "x".repeat(CAP)],
    ["an empty one", ""],
  ])("comes out whole: %s", async (_title, content) => {
    expect((await take(gzipSync(content))).text).toBe(content);
  });

  it("comes out whole when it was compressed in parts", async () => {
    const parts = Buffer.concat([gzipSync("a".repeat(100_000)), gzipSync("b")]);
    expect((await take(parts)).text).toBe(`${"a".repeat(100_000)}b`);
  });

  it("takes its time unopened when it says itself that it is larger than it may be", async () => {
    const { text, paced } = await take(bomb);
    expect(text).toMatchObject(refused);
    // Opened, it would not have been paced from its first byte.
    expect(paced).toBe(CAP);
  });

  it.each([
    ["little", 23],
    ["as much as it may", CAP],
  ])(
    "is decompressed at the pace of large answers, and no further than it may be, when it says that it has %s",
    async (_title, size) => {
      const { text, paced } = await take(claiming(size));
      expect(text).toMatchObject(refused);
      expect(paced).toBeGreaterThan(CAP / 2);
      expect(paced).toBeLessThanOrEqual(CAP);
    },
  );

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["no gzip", Buffer.from("{}")],
    ["half of one", bomb.subarray(0, 1_000)],
    ["a few bytes", Buffer.from([31])],
  ])("is refused when it is %s", async (_title, bytes) => {
    expect((await take(bytes)).text).toMatchObject(refused);
  });

  it("is left when nobody waits for it any longer", async () => {
    const gone = new Error("the client has gone");
    const client = new AbortController();
    const pace = () => {
      client.abort(gone);
      return 60_000;
    };
    const taken = decompress(gzipSync("x".repeat(CAP)), { cap: CAP, pace, signal: client.signal });
    await expect(taken).rejects.toBe(gone);
  });
});
