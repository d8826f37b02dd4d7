import type { Persona } from "./chain/personas.ts";
import type { SecretChain } from "./chain/secret-chain.ts";

/** A revocation takes effect everywhere within this time of its acknowledgement. */
const GRACE = 2_000;

/** A line that each process writes when it has taken over what the third party says. */
const FOLLOWED = /"time":"?([^",]+)[^\n]*"sequence":(\d+),"msg":"the ledger is followed"/g;

/** What a stream of equal questions was answered around a revocation. */
export interface Stream {
  readonly before: readonly string[];
  /** Of the questions that were asked when the time of grace was over. */
  readonly after: readonly string[];
  /** How many milliseconds after the acknowledgement each process of the chain decided by it; 0: before. */
  readonly delays: Readonly<Record<string, number>>;
  /** The time of grace, and what the slowest answer took: a machine that has too much to do is late for everybody. */
  readonly grace: number;
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
  let grace = GRACE;
  const streaming = (async () => {
    while (after.length < 50) {
      const asked = Date.now();
      const { body } = await chain.ask(persona, { query });
      grace = Math.max(grace, GRACE + Date.now() - asked);
      if (acknowledged === Number.POSITIVE_INFINITY) before.push(body);
      else if (asked > acknowledged + grace) after.push(body);
    }
  })();
  await chain.ask(persona, { query });
  await revoke();
  acknowledged = Date.now();
  await streaming;
  return { before, after, delays: delaysAfter(acknowledged, chain.logs()), grace };
}

function delaysAfter(acknowledged: number, logs: Readonly<Record<string, string>>): Stream["delays"] {
  const followed = Object.entries(logs).map(([service, log]) => {
    const lines = [...log.matchAll(FOLLOWED)].map(([, time = "", sequence = ""]) => {
      return { time: Number(time) || Date.parse(time), sequence: Number(sequence) };
    });
    return { service, lines };
  });
  const latest = Math.max(...followed.flatMap(({ lines }) => lines.map(({ sequence }) => sequence)));
  const delayOf = ({ lines }: (typeof followed)[number]) => {
    // Who lost sight of the ledger says once more that it follows the one that it had.
    const first = lines.find(({ sequence }) => sequence === latest);
    return first ? Math.max(0, first.time - acknowledged) : Number.POSITIVE_INFINITY;
  };
  return Object.fromEntries(followed.map((each) => [each.service, delayOf(each)]));
}
