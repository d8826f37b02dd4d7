import { randomBytes } from "node:crypto";

// Crockford's 32 signs: none of them is easily taken for another one on the phone.
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A number for an order, such as 7QF2-M9XK-4TBD: random, as counting ones would tell each buyer how much is sold. */
export function newOrderNumber(): string {
  const signs = [...randomBytes(12)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join("");
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join("-");
}
