import type { SecretChain } from "./chain/secret-chain.ts";
import type { Row, World } from "./chain/store.ts";
import { rowsIn } from "./cells/secret-table.ts";

/** One of many consumers, whose one order bears a number that nobody else's does. */
interface Member {
  readonly customer: string;
  readonly number: string;
}

/** A world with many consumers more, each a customer of the one who sells to consumers, and each with one order. */
export function crowdedWorld(
  world: World,
  size: number,
): { readonly world: World; readonly crowd: readonly Member[] } {
  const model = rowsIn(world, "orders.trade_order").find((row) => row["model"] === "B2C");
  const holding = rowsIn(world, "customers.customer_holding").find(
    (row) => row["customer_id"] === model?.["customer_id"],
  );
  const customer = rowsIn(world, "customers.customer").find(({ id }) => id === model?.["customer_id"]);
  if (!model || !holding || !customer) throw new Error("The chain has no consumer who bought.");
  const crowd = Array.from({ length: size }, (_, index) => ({
    customer: `cus_vega_${suffix(index)}`,
    number: `canary-${index}-`,
  }));
  const next = new Map(world);
  const add = (table: string, row: (member: Member, index: number) => Row) =>
    next.set(table, [...rowsIn(world, table), ...crowd.map(row)]);
  add("customers.customer", (member) => ({ ...customer, id: member.customer }));
  add("customers.customer_holding", (member) => ({ ...holding, customer_id: member.customer }));
  add("orders.trade_order", (member, index) => ({
    ...model,
    id: `ord_integra_${suffix(index)}`,
    number: member.number,
    customer_id: member.customer,
    idempotency_key: null,
    request_hash: null,
  }));
  return { world: next, crowd };
}

/** The random part of an id, were it not counted: 26 letters of base 32. */
function suffix(index: number): string {
  const letters = [...index.toString(16).padStart(8, "0")].map(
    (digit) => LETTERS[Number.parseInt(digit, 16)],
  );
  return `acrowdacrowdacrowd${letters.join("")}`;
}

const LETTERS = "abcdefghijklmnop";

/** Has all of them ask at once, each for her orders; answers the numbers that each was shown. */
export async function askAtOnce(
  chain: SecretChain,
  crowd: readonly Member[],
): Promise<readonly { readonly own: string; readonly shown: readonly string[] }[]> {
  const answers: { own: string; shown: readonly string[] }[] = [];
  const waiting = [...crowd];
  const query = "{ orders { nodes { id number customer { id } } } }";
  const asking = Array.from({ length: 40 }, async () => {
    for (let member = waiting.pop(); member; member = waiting.pop()) {
      const persona = await chain.consumer(member.customer, [member.customer]);
      const { body } = await chain.ask(persona, { query });
      answers.push({ own: member.number, shown: body.match(/canary-\d+-/g) ?? [] });
    }
  });
  await Promise.all(asking);
  return answers;
}
