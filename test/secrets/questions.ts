import { sample } from "fast-check";
import { type GraphQLSchema, parse, validate } from "graphql";
import { generatedOperation } from "../composition/generated-operation.ts";
import type { Question } from "./chain/secret-chain.ts";
import type { World } from "./chain/store.ts";
import { createDice } from "./cells/dice.ts";
import { rowsIn } from "./cells/secret-table.ts";

/** How many questions, and which. */
export interface Asking {
  readonly seed: number;
  readonly count: number;
}

/** Questions that a curious viewer could ask: some aim at what may be hidden, the rest is generated from the schema. */
export function curiousQuestions(schema: GraphQLSchema, world: World, { seed, count }: Asking): Question[] {
  const literals = literalsOf(world, seed);
  const generated = sample(generatedOperation(schema, literals), { seed, numRuns: count * 20 })
    .filter((query) => validate(schema, parse(query)).length === 0)
    .slice(0, count);
  return [...PROBES, ...lookUps(literals), ...drafts(world), ...generated].map((query) => ({ query }));
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  first: ["1", "2", "3", "10"],
  role: ["SELLER", "BUYER", "INTERMEDIARY"],
  state: ["OPEN", "CONFIRMED", "COMPLETE"],
  status: ["ACTIVE", "PROPOSED", "TERMINATED"],
  stage: ["PROSPECT", "NEW", "HABITUAL"],
  scope: ["COMMERCIAL", "BILLING", "AFTER_SALES"],
  quantity: ['"1"', '"100"', '"1000"'],
  commitmentMonths: ["0", "12", "24"],
  currencyCode: ["EUR", "USD"].map((each) => `"${each}"`),
  search: ['"sensor"', '"canary"', '"c"'],
  sku: ['"FAB-T100"', '"canary"'],
};

/** Every id of the chain, seen or hidden, and every coordinate of a protected field. */
function literalsOf(world: World, seed: number): Readonly<Record<string, readonly string[]>> {
  const dice = createDice(seed);
  const ids = [...world].flatMap(([, rows]) =>
    rows.flatMap(({ id }) => (typeof id === "string" ? [id] : [])),
  );
  const companies = rowsIn(world, "compliance.organization").map(({ id }) => JSON.stringify(id));
  const shuffled = ids
    .map((id) => [dice.below(1 << 30), JSON.stringify(id)] as const)
    .toSorted(([one], [other]) => one - other);
  return {
    ...WORDS,
    id: shuffled.map(([, id]) => id),
    coordinate: COORDINATES.map((each) => JSON.stringify(each)),
    with: companies,
    buyer: companies,
    holder: companies,
  };
}

const SEERS = "party rules keptBack disclosures clauses { agreement version clause }";

const COORDINATES = [
  "Order.total",
  "Order.number",
  "Order.buyer",
  "Shipment.cost",
  "Offer.price",
  "PriceList.kind",
  "Product.unitCost",
  "Customer.stage",
  "Person.displayName",
  "Agreement.clauses",
];

/** Lists under every filter, with what paging tells; computed prices; reverse edges. */
const PROBES: readonly string[] = [
  `{ open: orders(state: OPEN, first: 2) { nodes { id number total { amount } } pageInfo { hasNextPage endCursor } }
     sold: orders(role: SELLER) { nodes { id state tax { amount } buyer { id } } pageInfo { endCursor } }
     brought: orders(role: INTERMEDIARY, first: 1) { nodes { id placedAt } pageInfo { hasNextPage endCursor } } }`,
  `{ customers(first: 3) { nodes { id kind stage lawfulPurposes holders { role since organization { id } } }
       pageInfo { hasNextPage endCursor } }
     won: customers(stage: NEW) { nodes { id segments } pageInfo { hasNextPage } }
     hoped: customers(stage: PROSPECT) { nodes { id } } me { displayName email } }`,
  `{ agreements { id status model parties { organization { name } role signedAt } signatures { person decision }
       clauses { __typename code text } } running: agreements(status: ACTIVE) { id validFrom sha256 } }`,
  `{ products(first: 4) { nodes { id name unitCost { amount } cheap: supplyPrice { unitPrice { amount } appliedTier
       { minimumQuantity } } many: supplyPrice(quantity: "500", commitmentMonths: 24) { unitPrice { amount }
       priceList { id kind buyer { id } } } offers { id seller { name } price { amount } stock offeredTo { id } } }
       pageInfo { endCursor } } awards { nodes { object total { amount } order { number total { amount } } } } }`,
];

/** Products that are still prepared, by all that names them. */
function drafts(world: World): string[] {
  return rowsIn(world, "catalogue.product")
    .filter(({ status }) => status === "DRAFT")
    .map(
      ({ id, gtin }) => `{ byId: product(id: ${JSON.stringify(id)}) { name status unitCost { amount } }
        byGtin: product(gtin: ${JSON.stringify(gtin)}) { id name recommendedRetailPrice { amount } } }`,
    );
}

/** Companies and everything that hangs on them, and objects of which only the id is known. */
function lookUps({ id = [] }: Readonly<Record<string, readonly string[]>>): string[] {
  const some = (prefix: string, most: number) =>
    id.filter((each) => each.startsWith(`"${prefix}`)).slice(0, most);
  const ask = (prefix: string, most: number, field: (id: string) => string) =>
    some(prefix, most).map((each, index) => `${prefix}${index}: ${field(each)}`);
  return [
    `{ ${ask(
      "org",
      4,
      (each) => `organization(id: ${each}) { name priceLists { id kind entries(first: 2) { nodes {
        unitPrice { amount } tiers { minimumQuantity } } pageInfo { endCursor } } } agreements { id status }
        ordersAsBuyer(first: 2) { nodes { number } pageInfo { hasNextPage } } ordersAsSeller { nodes { number } }
        customers { nodes { id } } members { jobTitle approvalLimit { amount } } referents { scope person { email } } }`,
    ).join(" ")} }`,
    `{ ${[
      ...ask("ord", 5, (each) => `order(id: ${each}) { id number total { amount } shipments { state } }`),
      ...ask(
        "cus",
        5,
        (each) => `customer(id: ${each}) { id kind person { displayName } orders { nodes { id } } }`,
      ),
      ...ask("agr", 4, (each) => `agreement(id: ${each}) { id status version }`),
      ...ask("prl", 4, (each) => `priceList(id: ${each}) { id validFrom }`),
    ].join(" ")} }`,
    `{ ${[
      ...ask(
        "ord",
        5,
        (each) => `explain(coordinate: "Order.total", id: ${each}) { effect rule reason missing }`,
      ),
      ...ask("cus", 5, (each) => `explain(coordinate: "Customer.stage", id: ${each}) { effect rule }`),
      ...ask("agr", 4, (each) => `whoCanSee(coordinate: "Agreement.clauses", id: ${each}) { ${SEERS} }`),
    ].join(" ")} }`,
    `{ ${[
      ...ask("ord", 5, (each) => `whoCanSee(coordinate: "Order.state", id: ${each}) { ${SEERS} }`),
      ...ask("prd", 4, (each) => `explain(coordinate: "Product.supplyPrice", id: ${each}) { effect rule }`),
    ].join(" ")} }`,
  ];
}
