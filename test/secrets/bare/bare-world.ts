import type { DataClass } from "@maillon/schema";
import { COMPANIES, type CompanyName, company } from "@maillon/schema/testing";
import type { Facts } from "@maillon/schema/visibility";
import type { Thing, World } from "../../composition/world.ts";
import type { Dice } from "../cells/dice.ts";
import { BARE_CONTRACTS } from "./bare-contracts.ts";

/** What is true at the companies that show everything to everybody. */
export type BareThings = readonly Thing[];

const NAMES: CompanyName[] = ["fabrica", "integra", "rivalis", "vega", "boulange", "nantes", "etrangere"];
const SELLERS: CompanyName[] = ["fabrica", "integra", "rivalis", "vega"];
const party = (name: CompanyName): Thing => ({ __typename: "Party", id: company(name) });

function deal(index: number, [seller, buyer, via]: readonly [CompanyName, CompanyName, CompanyName?]): Thing {
  return {
    __typename: "Deal",
    id: `deal-${index}`,
    seller: party(seller),
    buyer: party(buyer),
    via: via ? party(via) : null,
    title: `title ${index}`,
    amount: 1_000 + index,
    cost: 500 + index,
    stage: `stage ${index}`,
    state: `state ${index}`,
    remark: `remark ${index}`,
    undeclared: `undeclared ${index}`,
    product: { __typename: "Product", id: `product-${index % 3}`, recipe: `recipe ${index % 3}` },
  };
}

/** Deals between all that trade in the chain, bids, notes and products, before anything is changed. */
export function bareThings(): BareThings {
  const pairs = SELLERS.flatMap((seller) =>
    NAMES.filter((buyer) => buyer !== seller).map((buyer) => [seller, buyer] as const),
  );
  const deals = pairs.map(([seller, buyer], index) =>
    deal(index, [seller, buyer, NAMES.find((via) => index % 3 === 0 && via !== seller && via !== buyer)]),
  );
  const tenders = (["integra", "rivalis", "etrangere"] as const).map((bidder, index) => ({
    __typename: "Tender",
    id: `tender-${index}`,
    bidder: party(bidder),
    buyer: party("nantes"),
    title: `tender ${index}`,
    amount: 9_000 + index,
    remark: `remark of tender ${index}`,
  }));
  const notes = [
    {
      __typename: "Note",
      id: "note-0",
      title: "note",
      amount: 7,
      official: "for regulators",
      remark: "remark of the note",
    },
  ];
  const products = (["fabrica", "rivalis", "integra"] as const).map((maker, index) => ({
    __typename: "Product",
    id: `product-${index}`,
    maker: party(maker),
    name: `product ${index}`,
    recipe: `recipe ${index}`,
  }));
  return [...deals, ...tenders, ...notes, ...products, ...NAMES.map(party)];
}

/** The world whose things are whatever `things` holds when it is asked. */
export function bareWorld(things: () => BareThings): World {
  const of = (...types: string[]) => things().filter(({ __typename }) => types.includes(__typename));
  const named = (id: unknown) => things().find((each) => each["id"] === id) ?? null;
  return {
    subgraphs: BARE_CONTRACTS,
    get things() {
      return [...things()];
    },
    rules: {
      "Query.deals": () => of("Deal"),
      "Query.margins": () => of("Deal"),
      "Query.documents": () => of("Deal", "Tender", "Note"),
      "Query.papers": () => of("Deal", "Tender", "Note"),
      "Query.document": (_, { id }) => named(id),
      "Query.parties": () => of("Party"),
      "Query.products": () => of("Product"),
      "Mutation.agree": (_, { id }) => named(id),
      "Mutation.forecast": () => named("deal-0"),
      "Party.deals": ({ id }) => of("Deal").filter(({ seller }) => (seller as Thing)["id"] === id),
      "Deal.scaled": ({ amount }, { by }) => Number(amount) * Number(by),
      "Deal.margin": ({ amount }) => Number(amount) - 500,
      "Deal.ranked": ({ amount }) => `rank of ${String(amount)}`,
      "Deal.broken": ({ title, amount }) => {
        throw new Error(`${String(title)} of ${String(amount)} cannot be read`);
      },
    },
    operations: [],
    literals: {
      id: ["deal-0", "deal-3", "deal-4", "tender-1", "product-1", "none"].map((id) => `"${id}"`),
      by: ["1", "3"],
    },
  };
}

/** One value of a thing and the classes that protect it, the thing's own first. */
interface BareCell {
  readonly field: string;
  readonly classes: readonly DataClass[];
  /** Its owner shows it to companies of this kind alone, by a standard directive. */
  readonly kind?: string;
}

const CELLS: Readonly<Record<string, { readonly row: DataClass; readonly cells: readonly BareCell[] }>> = {
  Deal: {
    row: "TRADE_CORE",
    cells: [
      { field: "title", classes: [] },
      { field: "state", classes: [] },
      { field: "amount", classes: ["TRADE_AMOUNT"] },
      { field: "stage", classes: ["TRADE_AMOUNT"] },
      { field: "remark", classes: ["TRADE_AMOUNT"] },
      { field: "cost", classes: ["PRICE_COST"] },
      { field: "product", classes: ["TRADE_AMOUNT"] },
    ],
  },
  Tender: { row: "PUBLIC", cells: [{ field: "amount", classes: ["BID"] }] },
  Note: { row: "PUBLIC", cells: [{ field: "official", classes: [], kind: "REGULATOR" }] },
  Product: { row: "PUBLIC", cells: [{ field: "recipe", classes: ["PRICE_COST"] }] },
};

const idOf = (value: unknown): string[] => {
  const id = value && (value as Thing)["id"];
  return typeof id === "string" ? [id] : [];
};

/** The facts of a thing, as the matrix means them. */
export function factsOfThing({ __typename, ...thing }: Thing): Facts {
  const [seller, buyer, via] = [idOf(thing["seller"]), idOf(thing["buyer"]), idOf(thing["via"])];
  if (__typename === "Deal") return { owner: seller, seller, buyer, via };
  if (__typename === "Tender") return { owner: idOf(thing["bidder"]), buyer };
  return { owner: idOf(thing["maker"]) };
}

/** Every value of every thing that needs a class, with all classes it needs. */
export function bareCells(things: BareThings) {
  return things.flatMap((thing) => {
    const { row, cells } = CELLS[thing.__typename] ?? { row: "PUBLIC", cells: [] };
    return cells.map(({ classes, ...cell }) => ({
      ...cell,
      thing,
      row,
      classes: [row, ...classes] as const,
    }));
  });
}

/** Another value of the same kind. */
export function otherValue(value: unknown, dice: Dice): unknown {
  if (typeof value === "number") return value + 1 + dice.below(100_000);
  if (typeof value === "string") return dice.word();
  const index = dice.below(1_000);
  return { __typename: "Product", id: `product-${index % 3}`, recipe: `recipe ${index % 3}` };
}

/** The companies of the chain, and a consumer, as viewers. */
export const BARE_VIEWERS = [...(Object.keys(COMPANIES) as CompanyName[]), "claire"] as const;
