import { createDecider } from "@maillon/schema/policy";
import { rowsIn } from "./cells/secret-table.ts";
import { SECRET_TABLES } from "./cells/secret-tables.ts";
import { visibleWorld } from "./cells/visible-world.ts";
import type { Question, SecretChain } from "./chain/secret-chain.ts";

/** Changes that name objects which a viewer may not know of. */
export interface RefusedChanges {
  readonly asked: number;
  /** Those that were answered otherwise than they are for an object that does not exist, each with both answers. */
  readonly toldApart: readonly string[];
}

/** Whoever asks may do all that her company may. */
const ROLES = ["buying", "legal", "direction", "compliance", "catalogue", "pricing", "sales"];

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** Asks for every change of every object that is hidden from a viewer, and for the same of an object that is not there. */
export async function changeWhatIsHidden(chain: SecretChain, name: string): Promise<RefusedChanges> {
  const persona = await chain.persona(name, ROLES);
  const hidden = await hiddenFrom(chain, name);
  const toldApart: string[] = [];
  let asked = 0;
  for (const { table, change } of changesIn(chain, name)) {
    for (const id of hidden(table)) {
      const answerTo = async (each: string) =>
        JSON.stringify(await chain.ask(persona, change(each))).replaceAll(each, "<id>");
      const [one, other] = [await answerTo(id), await answerTo(absent(id))];
      asked += 1;
      if (one !== other || !one.includes("errors"))
        toldApart.push(`${change(id).query} of ${id}: ${one} is not ${other}`);
    }
  }
  return { asked, toldApart };
}

/** An id of the same kind and operator that nobody gave. */
function absent(id: string): string {
  return `${id.split("_").slice(0, 2).join("_")}_${"a".repeat(26)}`;
}

async function hiddenFrom({ store, persona, sources }: SecretChain, name: string) {
  const { viewer } = await persona(name);
  const visible = visibleWorld(store.world, createDecider(await sources(), viewer));
  return (table: string): string[] =>
    SECRET_TABLES.filter((each) => each.name === table).flatMap((each) =>
      rowsIn(store.world, table)
        .filter((row) => !visible.mayRead(each, row, []))
        .map(({ id }) => String(id)),
    );
}

interface Change {
  /** Where the objects are that it names. */
  readonly table: string;
  readonly change: (id: string) => Question;
}

function changesIn({ companies, store }: SecretChain, name: string): Change[] {
  const [seller = "", other = ""] = ["integra", "vega"].map((each) => companies[each]);
  const product = rowsIn(store.world, "catalogue.product").find(({ status }) => status === "ACTIVE")?.["id"];
  const agreement = (change: Change["change"]): Change => ({ table: "compliance.agreement", change });
  const draft = (change: Change["change"]): Change => ({ table: "catalogue.product", change });
  const list = (named: object): Question => ({
    query: "mutation ($input: PriceListInput!) { publishPriceList(input: $input) { id } }",
    variables: {
      input: {
        kind: "NEGOTIATED",
        buyerId: seller,
        currencyCode: "EUR",
        validFrom: `${TOMORROW}T00:00:00Z`,
        entries: [{ productId: product, unitPrice: "1" }],
        ...named,
      },
    },
  });
  return [
    agreement((id) => ({ query: `mutation { signAgreement(id: "${id}") { id status } }` })),
    agreement((id) => ({ query: `mutation { rejectAgreement(id: "${id}") { id status } }` })),
    agreement((id) => ({
      query: `mutation { terminateAgreement(id: "${id}", at: "${TOMORROW}") { id status } }`,
    })),
    agreement((id) => ({
      query: "mutation ($input: AgreementInput!) { proposeAgreement(input: $input) { id } }",
      variables: {
        input: {
          model: "B2B",
          partyIds: [companies[name], companies[name] === other ? seller : other],
          validFrom: TOMORROW,
          supersedesId: id,
        },
      },
    })),
    agreement((id) => list({ agreementId: id })),
    draft((id) => list({ entries: [{ productId: id, unitPrice: "1" }] })),
    draft((id) => ({ query: `mutation { withdrawProduct(id: "${id}") { id } }` })),
    draft((id) => ({
      query: `mutation ($input: OrderInput!) { placeOrder(input: $input, idempotencyKey: "refused") { id } }`,
      variables: { input: { sellerId: seller, lines: [{ productId: id, quantity: "1" }] } },
    })),
    {
      table: "compliance.disclosure_request",
      change: (id) => ({ query: `mutation { closeDisclosure(id: "${id}") { id } }` }),
    },
  ];
}
