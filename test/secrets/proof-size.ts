/** How much is proved: as much as CI has time for, or `MAILLON_PROOF` times as much. */
const size = Number(process.env["MAILLON_PROOF"] ?? 1);

/** The sizes of the proofs. */
export const PROOF = {
  size,
  /** Flips of hidden values for each kind of viewer. */
  flips: 2_000 * size,
  /** Generated operations beside those that aim at something. */
  questions: 8 * Math.min(size, 5),
  /** The same operations and flips every time, unless another seed is given. */
  seed: Number(process.env["MAILLON_PROOF_SEED"] ?? 2_026),
  /** Milliseconds, on whatever machine runs this. */
  patience: 600_000 * size,
};
