import { PROOF } from "@maillon/schema/testing";

/** Flips of hidden values for each kind of viewer. */
export const FLIPS = 2_000 * PROOF.size;

/** Generated operations beside those that aim at something. */
export const QUESTIONS = 8 * Math.min(PROOF.size, 5);
