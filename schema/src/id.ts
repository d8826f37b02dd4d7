import { createHmac, randomBytes } from "node:crypto";

/** What an id can name; the first part of every id. */
export const KINDS = [
  "agr", // agreement
  "awd", // award of a public contract
  "cat", // category of products
  "cus", // customer relation
  "dis", // disclosure request
  "lin", // line of an order
  "off", // offer
  "ord", // order
  "org", // organization
  "per", // person
  "prd", // product
  "prl", // price list
  "shp", // shipment
] as const;

export type Kind = (typeof KINDS)[number];

/** An id taken apart. */
export interface ParsedId {
  readonly kind: Kind;
  /** The company that issued the id and answers for the object, such as `integra`. */
  readonly operator: string;
}

/** What an id is derived from when an import must find the same object again. */
export interface Origin {
  readonly kind: Kind;
  readonly operator: string;
  /** Where the record comes from, such as `northwind`. */
  readonly source: string;
  /** The record's key there. */
  readonly key: string;
  /** Without a secret anyone could compute the id of a SIRET and test whether it is known. */
  readonly secret: string;
}

// 128 bits, in the 32 signs that RFC 4648 (section 6) chose for being hard to confuse.
const UNIQUE_BYTES = 16;
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
const OPERATOR = /^[a-z][a-z0-9-]{0,62}$/;
const ID = /^([a-z]{3})_([a-z][a-z0-9-]{0,62})_[a-z2-7]{26}$/;

/** A new random id of an operator, such as `ord_integra_…`; it says nothing about the object but its kind. */
export function newId(kind: Kind, operator: string): string {
  return idOf(kind, operator, randomBytes(UNIQUE_BYTES));
}

/**
 * The id of an imported record: the same origin always gives the same id, and nobody without the secret can
 * guess it.
 */
export function derivedId({ kind, operator, source, key, secret }: Origin): string {
  if (secret.length < 16)
    throw new Error("The secret that ids are derived with has fewer than 16 characters.");
  const origin = JSON.stringify([kind, operator, source, key]);
  const digest = createHmac("sha256", secret).update(origin).digest();
  return idOf(kind, operator, digest.subarray(0, UNIQUE_BYTES));
}

/** Takes an id apart; undefined when it is none of ours. */
export function parseId(id: string): ParsedId | undefined {
  const [, prefix = "", operator = ""] = ID.exec(id) ?? [];
  const kind = KINDS.find((each) => each === prefix);
  return kind && { kind, operator };
}

/** The operator inside an id; undefined when it is none of ours. */
export function operatorOf(id: string): string | undefined {
  return parseId(id)?.operator;
}

function idOf(kind: Kind, operator: string, unique: Uint8Array): string {
  if (!OPERATOR.test(operator)) throw new Error(`"${operator}" cannot be the operator in an id.`);
  return `${kind}_${operator}_${base32(unique)}`;
}

function base32(bytes: Uint8Array): string {
  let value = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  let text = "";
  for (let rest = Math.ceil((bytes.length * 8) / 5); rest > 0; rest -= 1) {
    text = BASE32.charAt(Number(value % 32n)) + text;
    value /= 32n;
  }
  return text;
}
