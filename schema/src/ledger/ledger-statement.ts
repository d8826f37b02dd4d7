import { type CryptoKey, type JWTVerifyGetKey, jwtVerify, type KeyObject, SignJWT } from "jose";
import { z } from "zod";
import { type Ledger, ledger } from "../agreement/ledger.ts";
import { LEDGER } from "./ledger-protocol.ts";

const snapshot = z.object({ ledger });

const unchanged = z.object({
  sequence: z.int().min(1),
  /** When the ledger was last seen to stand at this sequence. */
  issuedAt: z.iso.datetime({ offset: true }),
});

/** The word that a ledger still stands where it stood. */
export type Unchanged = z.infer<typeof unchanged>;

/** What the trusted third party says in one answer. */
export type LedgerStatement =
  | { readonly kind: "snapshot"; readonly ledger: Ledger }
  | { readonly kind: "unchanged"; readonly unchanged: Unchanged };

/** With what the third party signs, and for whom. */
export interface StatementSigner {
  readonly kid: string;
  readonly key: CryptoKey | KeyObject;
  /** The one company or gateway whom the statement is made for. */
  readonly holder: string;
}

/** Signs a statement for one holder; answers a compact JWS. */
export async function signStatement(statement: LedgerStatement, signer: StatementSigner): Promise<string> {
  const { kid, key, holder } = signer;
  const [typ, claims] =
    statement.kind === "snapshot"
      ? [LEDGER.snapshotType, { ledger: statement.ledger }]
      : [LEDGER.unchangedType, statement.unchanged];
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: LEDGER.algorithm, typ, kid })
    .setAudience(holder)
    .sign(key);
}

/**
 * Reads a statement of the third party whose keys are given. Whose word it is follows from the key; that it was made
 * for this holder, from `aud`: a ledger narrowed for another company lacks agreements that restrict.
 *
 * @throws Error when the signature, the holder, the kind or the shape is wrong.
 */
export async function readStatement(
  token: string,
  { keys, holder }: { readonly keys: JWTVerifyGetKey; readonly holder: string },
): Promise<LedgerStatement> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    algorithms: [LEDGER.algorithm],
    audience: holder,
  });
  // jose accepts an array that also names others.
  if (payload.aud !== holder) throw new Error("A statement of the ledger is made for several holders.");
  switch (protectedHeader.typ) {
    case LEDGER.snapshotType:
      return { kind: "snapshot", ledger: snapshot.parse(payload).ledger };
    case LEDGER.unchangedType:
      return { kind: "unchanged", unchanged: unchanged.parse(payload) };
    default:
      throw new Error("A statement of the ledger is of an unknown kind.");
  }
}
