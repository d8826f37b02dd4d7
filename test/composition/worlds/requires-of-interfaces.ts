import type { Thing, World } from "../world.ts";

const book: Thing = { __typename: "Book", title: "Sensors", author: "Ada" };
const film: Thing = { __typename: "Film", minutes: 90, author: "Bob" };
const song: Thing = { __typename: "Song", title: "Wires" };
const shelf = (id: string, ...media: readonly (Thing | null)[]): Thing => ({
  __typename: "Shelf",
  id,
  media,
});
const shelves = [shelf("1", book, film, null, song), shelf("2"), shelf("3", film)];

const media = (directive: string) => `
  interface Medium { id: ID }
  interface Titled { title: String }
  interface Authored { author: String }
  type Book implements Medium & Titled & Authored ${directive} { id: ID title: String author: String }
  type Film implements Medium & Authored ${directive} { id: ID minutes: Int author: String }
  type Song implements Medium & Titled ${directive} { id: ID title: String }`;

/** What is required of objects by their types. */
const told =
  (required: Readonly<Record<string, readonly string[]>>) =>
  ({ media: list }: Thing): string =>
    (list as (Thing | null)[])
      .map((each) => each && (required[each.__typename] ?? []).map((name) => String(each[name])).join(" "))
      .join(", ");

/** Fields computed from lists of interfaces, of whose objects only some have what is required. */
export const requiresOfInterfaces: World = {
  subgraphs: {
    library: `
      type Query { shelves: [Shelf!]! }
      type Shelf @key(fields: "id") { id: ID! media: [Medium]! }
      ${media("@shareable")}`,
    labels: `
      type Shelf @key(fields: "id") {
        id: ID! media: [Medium]! @external
        titles: String @requires(fields: "media { __typename ... on Titled { title } }")
        films: String @requires(fields: "media { __typename ... on Film { minutes author } }")
        written: String @requires(
          fields: "media { __typename ... on Titled { ... on Book { author } } ... on Song { title } }"
        )
        signed: String @requires(fields: "media { __typename ... on Titled { ... on Authored { author } } }")
      }
      ${media("@shareable")}`,
  },
  things: shelves,
  rules: {
    "Query.shelves": () => shelves,
    "Shelf.titles": told({ Book: ["title"], Song: ["title"] }),
    "Shelf.films": told({ Film: ["minutes", "author"] }),
    "Shelf.written": told({ Book: ["author"], Song: ["title"] }),
    "Shelf.signed": told({ Book: ["author"] }),
  },
  operations: [
    "{ shelves { titles } }",
    "{ shelves { films written } }",
    "{ shelves { signed } }",
    "{ shelves { written media { __typename ... on Authored { author } } } }",
  ],
};
