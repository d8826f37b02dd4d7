const size = Number(process.env["MAILLON_PROOF"] ?? 1);

/**
 * How much generated tests ask, and what: as much as CI has time for and the same every time, so that a commit that
 * passed once passes again; `npm run prove` asks more, and something else every day.
 */
export const PROOF = {
  /** How many times as much as CI (`MAILLON_PROOF`). */
  size,
  /** What chance starts from (`MAILLON_PROOF_SEED`). */
  seed: Number(process.env["MAILLON_PROOF_SEED"] ?? 2_026),
  /** Milliseconds, on whatever machine runs this. */
  patience: 600_000 * size,
};
