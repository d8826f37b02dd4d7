import type { BenchSubgraph } from "./bench-subgraph.ts";

interface Review {
  readonly id: string;
  readonly body: string;
  readonly author: { readonly id: string };
  readonly product: { readonly upc: string };
}

const users = range(6).map((n) => ({ id: `u${n}`, name: `User Number ${n}`, username: `user${n}` }));
const products = range(9).map((n) => ({
  upc: `p${n}`,
  name: `Product ${n}`,
  price: 10 * n + 5,
  weight: 7 * n + 1,
}));
const reviews: Review[] = range(24).map((n) => ({
  id: `r${n}`,
  body: `What I think of it, in a sentence or two, number ${n}.`,
  author: { id: `u${n % users.length}` },
  product: { upc: `p${(n * 5) % products.length}` },
}));
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@provides", "@shareable"])\n`;

/** Accounts, products, inventory and reviews: the classic example of federation, with data of our own. */
export const classicChain: readonly BenchSubgraph[] = [
  {
    name: "accounts",
    sdl: `${link} type Query { users: [User] } type User @key(fields: "id") { id: ID! name: String username: String @shareable }`,
    resolvers: {
      Query: { users: () => users },
      User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) },
    },
  },
  {
    name: "products",
    sdl: `${link} type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
      Product: {
        __resolveReference: ({ upc }: { upc: string }) => products.find((each) => each.upc === upc),
      },
    },
  },
  {
    name: "inventory",
    sdl: `${link} type Product @key(fields: "upc") {
      upc: String! weight: Int @external price: Int @external inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight") }`,
    resolvers: {
      Product: {
        __resolveReference: (sent: object) => sent,
        inStock: ({ upc }: { upc: string }) => upc !== "p3",
        shippingEstimate: ({ price, weight }: { price: number; weight: number }) =>
          price > 50 ? 0 : Math.round(weight / 2),
      },
    },
  },
  {
    name: "reviews",
    sdl: `${link} type Review @key(fields: "id") {
        id: ID! body: String author: User @provides(fields: "username") product: Product }
      type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: {
      Review: {
        __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id),
        author: ({ author }: Review) => ({
          ...author,
          username: users.find(({ id }) => id === author.id)?.username,
        }),
      },
      User: {
        __resolveReference: (sent: object) => sent,
        reviews: ({ id }: { id: string }) => reviews.filter(({ author }) => author.id === id),
      },
      Product: {
        __resolveReference: (sent: object) => sent,
        reviews: ({ upc }: { upc: string }) => reviews.filter(({ product }) => product.upc === upc),
      },
    },
  },
];

/** Every user's reviews, their products, who else reviewed those, and what else they reviewed. */
export const classicQuery = `
  fragment U on User { id username name }
  fragment R on Review { id body }
  fragment P on Product { inStock name price shippingEstimate upc weight }
  query Classic {
    users { ...U reviews { ...R product { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } } } }
    topProducts { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } }
  }`;

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
