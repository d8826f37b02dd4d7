/**
 * How the trusted third party tells what is agreed, and whom. `GET <ledger>?after=<sequence>` is answered as soon as
 * the ledger has a later sequence, with the whole ledger as its reader may hold it; after `patience` at the latest,
 * with the word that nothing has changed. Both are compact JWS (RFC 7515), signed by the third party's own key.
 */
export const LEDGER = {
  /** The one signature algorithm (RFC 8037). */
  algorithm: "EdDSA",
  /**
   * JWS `typ` of a ledger, so that nothing else that the third party signs can be passed off as one (RFC
   * 8725, 3.11).
   */
  snapshotType: "ledger+jwt",
  /** JWS `typ` of the word that nothing has changed. */
  unchangedType: "ledger-unchanged+jwt",
  /** JWS `typ` of a gateway's request for the whole ledger. */
  readerType: "ledger-reader+jwt",
  /** `aud` of a gateway's request. */
  audience: "maillon:ledger",
  /** Longest time from `iat` to `exp` of a gateway's request, in seconds. */
  readerLifetime: 30,
  /**
   * Longest wait for an answer, in milliseconds: several times in the lifetime of a ledger, so that one may get lost,
   * or a machine stand still for seconds.
   */
  patience: 2_000,
  /** Tolerated difference between the clocks of two companies, in seconds. */
  clockTolerance: 5,
} as const;
