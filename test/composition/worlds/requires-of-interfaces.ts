import type { Thing, World } from "../world.ts";

const maker: Thing = { __typename: "Maker", name: "Quai", city: "Nantes" };
const book: Thing = { __typename: "Book", title: "Sensors", author: "Ada", maker };
const film: Thing = { __typename: "Film", minutes: 90, author: "Bob", maker };
const song: Thing = { __typename: "Song", title: "Wires", maker };
const shelf = (id: string, ...media: readonly (Thing | null)[]): Thing => ({
  __typename: "Shelf",
  id,
  media,
});
const shelves = [shelf("1", book, film, null, song), shelf("2"), shelf("3", film)];

const media = (directive: string) => `
  interface Medium { maker: Maker }
  interface Titled { title: String }
  interface Authored { author: String }
  type Maker ${directive} { name: String city: String }
  type Book implements Medium & Titled & Authored ${directive} { maker: Maker title: String author: String }
  type Film implements Medium & Authored ${directive} { maker: Maker minutes: Int author: String }
  type Song implements Medium & Titled ${directive} { maker: Maker title: String }`;

/** What is required of objects by their types. */
const told =
  (required: Readonly<Record<string, readonly string[]>>) =>
  ({ media: list }: Thing): string =>
    (list as (Thing | null)[])
      .map((each) => each && (required[each.__typename] ?? []).map((name) => String(each[name])).join(" "))
      .join(", ");

const made = ({ media: list }: Thing): string =>
  (list as (Thing | null)[])
    .map((each) => {
      const { name, city } = (each?.["maker"] ?? {}) as Partial<Thing>;
      return each?.__typename === "Book" ? `${String(name)} in ${String(city)}` : String(name);
    })
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
        made: String @requires(fields: "media { __typename maker { name } ... on Book { maker { city } } }")
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
    "Shelf.made": made,
    "Shelf.signed": told({ Book: ["author"] }),
  },
  operations: [
    "{ shelves { titles } }",
    "{ shelves { films written } }",
    "{ shelves { signed } }",
    "{ shelves { made } }",
    "{ shelves { made titles signed } }",
    "{ shelves { written media { __typename ... on Authored { author } } } }",
  ],
};
