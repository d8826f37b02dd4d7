import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Seals the position of a list so that clients can hand it back, but neither read nor invent one. */
export interface CursorCipher {
  seal(list: string, position: string): string;
  /** The position, or undefined when the cursor is not one of this list. */
  open(list: string, cursor: string): string | undefined;
}

const VECTOR_BYTES = 16;

/**
 * Makes the cipher of a subgraph. All replicas agree, since the keys come from a secret that they share. The same
 * position always gives the same cursor: a random part would make two equal answers differ, which would hide from
 * the tests an answer that differs because of a secret.
 */
export function cursorCipher(secret: string): CursorCipher {
  const keys = Buffer.from(hkdfSync("sha256", secret, "", "maillon cursor", 64));
  const [encryption, authentication] = [keys.subarray(0, 32), keys.subarray(32)];
  // Synthetic vector (as in RFC 5297): it authenticates the list and the position, and starts the counter.
  const vectorOf = (list: string, position: Buffer) =>
    createHmac("sha256", authentication)
      .update(`${list.length}:${list}`)
      .update(position)
      .digest()
      .subarray(0, VECTOR_BYTES);
  return {
    seal(list, position) {
      const text = Buffer.from(position);
      const vector = vectorOf(list, text);
      const cipher = createCipheriv("aes-256-ctr", encryption, vector);
      return Buffer.concat([vector, cipher.update(text), cipher.final()]).toString("base64url");
    },
    open(list, cursor) {
      const bytes = Buffer.from(cursor, "base64url");
      if (bytes.length <= VECTOR_BYTES) return undefined;
      const vector = bytes.subarray(0, VECTOR_BYTES);
      const decipher = createDecipheriv("aes-256-ctr", encryption, vector);
      const text = Buffer.concat([decipher.update(bytes.subarray(VECTOR_BYTES)), decipher.final()]);
      return timingSafeEqual(vector, vectorOf(list, text)) ? text.toString() : undefined;
    },
  };
}
