import type { Thing, World } from "../world.ts";

const book: Thing = { __typename: "Book", id: "b1", title: "Sensors", pages: 12, stock: 3, similar: null };
const film: Thing = { __typename: "Film", id: "f1", title: "Wires", minutes: 90, stock: 4, director: "Ada" };
const game: Thing = { __typename: "Game", id: "g1", title: "Plugs", players: 2, stock: 5 };
const shelf: Thing = { __typename: "Shelf", id: "s1", label: "top", content: [book, film, game] };
const things = [book, film, game, shelf];
const media = [book, film, game];
const named = (list: readonly Thing[], names: readonly string[]) =>
  list.filter(({ __typename }) => names.includes(__typename));

/** Interfaces and unions whose members the companies know in part, and fields of one name and different types. */
export const abstractTypes: World = {
  subgraphs: {
    library: `
      type Query { media: [Media] things: [Thing!]! node(id: ID!): Node shelf: Shelf }
      interface Node { id: ID! }
      interface Media implements Node { id: ID! title: String }
      type Book implements Media & Node @key(fields: "id") { id: ID! title: String pages: Int! detail: Int! }
      type Film implements Media & Node @key(fields: "id") { id: ID! title: String minutes: Int detail: String! }
      type Game implements Media & Node @key(fields: "id") { id: ID! title: String players: Int detail: [String!]! }
      type Shelf implements Node @key(fields: "id") { id: ID! label: String content: [Media!]! }
      union Thing = Book | Film | Game | Shelf`,
    stock: `
      type Query { inStock: [Stocked!]! }
      interface Stocked { stock: Int! }
      type Book implements Stocked @key(fields: "id") { id: ID! stock: Int! }
      type Film implements Stocked @key(fields: "id") { id: ID! stock: Int! }
      type Game implements Stocked @key(fields: "id") { id: ID! stock: Int! }`,
    people: `
      type Query { signed: [Signed!]! }
      union Signed = Book | Film
      type Book @key(fields: "id") { id: ID! similar(limit: Int = 1): [Similar!] }
      type Film @key(fields: "id") { id: ID! director: String similar(limit: Int = 2): [Similar!] }
      union Similar = Book | Film`,
  },
  things,
  rules: {
    "Query.media": () => [book, null, film, game],
    "Query.things": () => things,
    "Query.node": (_, { id }) => things.find((each) => each["id"] === id) ?? null,
    "Query.shelf": () => shelf,
    "Query.inStock": () => media,
    "Query.signed": () => named(media, ["Book", "Film"]),
    "Book.detail": () => 7,
    "Film.detail": () => "seven",
    "Game.detail": () => ["s", "even"],
    "Book.similar": (_, { limit }) => [film, book].slice(0, Number(limit)),
    "Film.similar": (_, { limit }) => [book, film].slice(0, Number(limit)),
  },
  operations: [
    "{ media { __typename id title ... on Book { stock } ... on Film { director stock } } }",
    "{ things { ... on Node { id } ... on Shelf { content { title ... on Game { stock } } } ... on Media { title } } }",
    "{ inStock { stock ... on Book { pages } ... on Film { minutes similar { __typename ... on Book { title } } } } }",
    "{ signed { __typename ... on Book { title similar(limit: 2) { ... on Film { director } } } } }",
    '{ node(id: "s1") { id ... on Shelf { label content { ... on Stocked { stock } } } } }',
    "{ media { ... on Book { y: detail } ... on Film { x: minutes } ... on Game { x: players } } }",
    "{ media { ... on Book { d: detail } ... on Film { e: detail } ... on Game { f: detail } } }",
    '{ node(id: "b1") { ... on Film { stock } } }',
    "{ shelf { content { __typename } } things { __typename } }",
  ],
  literals: { id: ['"b1"', '"f1"', '"s1"', '"none"'], limit: ["0", "1", "2"] },
};
