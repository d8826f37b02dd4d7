import type { Persona } from "./chain/personas.ts";
import type { SecretChain } from "./chain/secret-chain.ts";

/** A revocation takes effect everywhere within this time of its acknowledgement. */
const GRACE = 2_000;

/** What a stream of equal questions was answered around a revocation. */
export interface Stream {
  readonly before: readonly string[];
  /** Of the questions that were asked when the time of grace was over. */
  readonly after: readonly string[];
}

/** Asks one question again and again; ends an agreement meanwhile. */
export async function streamAround(
  chain: SecretChain,
  { persona, query }: { readonly persona: Persona; readonly query: string },
  revoke: () => Promise<void>,
): Promise<Stream> {
  const before: string[] = [];
  const after: string[] = [];
  let acknowledged = Number.POSITIVE_INFINITY;
  const streaming = (async () => {
    while (after.length < 50) {
      const asked = Date.now();
      const { body } = await chain.ask(persona, { query });
      if (acknowledged === Number.POSITIVE_INFINITY) before.push(body);
      else if (asked > acknowledged + GRACE) after.push(body);
    }
  })();
  await chain.ask(persona, { query });
  await revoke();
  acknowledged = Date.now();
  await streaming;
  return { before, after };
}
