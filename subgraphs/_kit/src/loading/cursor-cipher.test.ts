import { assert, property, string } from "fast-check";
import { cursorCipher } from "./cursor-cipher.ts";

const cipher = cursorCipher("a secret of the subgraph");

describe("a cursor", () => {
  test("opens to the position it was made of", () => {
    assert(
      property(string({ minLength: 1 }), (position) => {
        const text = Buffer.from(position).toString();
        expect(cipher.open("products", cipher.seal("products", text))).toBe(text);
      }),
    );
  });

  test("shows nothing of its position and is the same each time", () => {
    const cursor = cipher.seal("products", "Sensor T-100");
    expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toContain("Sensor");
    expect(cipher.seal("products", "Sensor T-100")).toBe(cursor);
  });

  test("is refused with any bit changed", () => {
    const bytes = Buffer.from(cipher.seal("products", "Sensor T-100"), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(cipher.open("products", forged.toString("base64url"))).toBeUndefined();
    }
  });

  test("of another list or another subgraph is refused", () => {
    const cursor = cipher.seal("products", "Sensor T-100");
    expect(cipher.open("orders", cursor)).toBeUndefined();
    expect(cursorCipher("a secret of another subgraph").open("products", cursor)).toBeUndefined();
  });

  test.each(["", "nonsense", "WyJhIl0", "é"])("is not %j", (cursor) => {
    expect(cipher.open("products", cursor)).toBeUndefined();
  });
});
