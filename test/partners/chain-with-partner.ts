import { type EngineInForce, openEngine, startOperationTime } from "@maillon/gateway";
import { parse } from "graphql";
import { composeWorld } from "../composition/federation-of-world.ts";
import { subgraphOfWorld } from "../composition/subgraph-of-world.ts";
import type { Thing, World } from "../composition/world.ts";
import { type HostilePartner, openHostilePartner } from "./hostile-partner.ts";

const products: Thing[] = ["a", "b", "c", "d", "e"].map((id, index) => ({
  __typename: "Product",
  id,
  name: `product ${id}`,
  price: index + 1.5,
  note: `note ${id}`,
  tags: [`tag ${id}`],
  seller: { __typename: "Seller", name: `seller ${id}` },
  stock: index,
}));

/** Three companies; the middle one will not be honest. */
const world: World = {
  subgraphs: {
    catalogue: `
      type Query { products: [Product!]! }
      type Product @key(fields: "id") { id: ID! name: String! }`,
    prices: `
      type Query { priced: [Product!] cheapest: Product }
      type Product @key(fields: "id") { id: ID! price: Float note: String tags: [String!] seller: Seller }
      type Seller { name: String }`,
    stock: `type Product @key(fields: "id") { id: ID! stock: Int }`,
  },
  things: products,
  rules: {
    "Query.products": () => products,
    "Query.priced": () => products,
    "Query.cheapest": () => products[0],
  },
  operations: [],
};

const supergraphSdl = composeWorld(world);

/** What a client would get, as JSON and as text. */
export interface ClientAnswer {
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  /** The list under `products`; empty if there is none. */
  readonly products: readonly Readonly<Record<string, unknown>>[];
  readonly errors: readonly { readonly code: string; readonly path: readonly unknown[] | undefined }[];
}

/** How patient a chain is, in milliseconds; without a number nothing ends but by itself. */
interface Patience {
  /** The time of an operation. */
  readonly time?: number;
  /** For how long a partner is left alone that keeps failing. */
  readonly pause?: number;
}
/** Longer than a test runs. */
const ENDLESS = 600_000;
/** The largest answer that this chain accepts, in bytes. */
export const ANSWER_CAP = 100_000;

/** A chain of three companies over real HTTP, of which `partner` can be told to misbehave. */
export interface ChainWithPartner {
  readonly partner: HostilePartner;
  readonly ask: (text: string, client?: AbortSignal) => Promise<ClientAnswer>;
  [Symbol.asyncDispose](): Promise<void>;
}

type Time = ReturnType<typeof startOperationTime>;

/** Opens the chain. */
export async function openChainWithPartner({
  time = ENDLESS,
  pause = ENDLESS,
}: Patience = {}): Promise<ChainWithPartner> {
  const names = Object.keys(world.subgraphs);
  const partners = await Promise.all(names.map((name) => openHostilePartner(subgraphOfWorld(world, name))));
  const engine = await openEngine<Time>({
    supergraphSdl,
    subgraphUrls: new Map(names.map((name, index) => [name, partners[index]?.url ?? ""])),
    // Nothing but the operation's own time ends the wait for a partner.
    limits: { bytes: ANSWER_CAP, pause, time: ENDLESS },
    networks: ["127.0.0.0/8"],
    transportContext: (asked) => ({ ...asked, headersFor: () => ({}), sharing: "one viewer" }),
  });
  const [, partner] = partners;
  if (!partner) throw new Error("The chain has no partner");
  return {
    partner,
    ask: (text, client) => askEngine(engine, text, startOperationTime(time, client)),
    async [Symbol.asyncDispose]() {
      await engine.close();
      await Promise.all(partners.map((each) => each[Symbol.asyncDispose]()));
    },
  };
}

async function askEngine(engine: EngineInForce<Time>, text: string, time: Time): Promise<ClientAnswer> {
  const { apiSchema } = engine.current().supergraph;
  try {
    const { data, errors } = await engine.answer(apiSchema, { text, document: parse(text), context: time });
    const told = errors.map(({ failure: { code }, path }) => ({ code, path }));
    const read = JSON.parse(data) as ClientAnswer["data"];
    const listed = (read?.["products"] ?? []) as ClientAnswer["products"];
    return { text: data + JSON.stringify(told), data: read, products: listed, errors: told };
  } finally {
    time.end();
  }
}
