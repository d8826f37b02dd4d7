/** What a fact is: ids of companies or customers, words, a flag, or a count. */
export type FactKind = "parties" | "words" | "flag" | "count";

/** A fact about an object that decisions depend on; an argument of `@parties`. */
export interface FactDefinition {
  readonly kind: FactKind;
  /** What it says, for the specification page and for those who declare it. */
  readonly means: string;
}

/** Every fact that `@parties` can point to. The specification page explains what each means for which class. */
export const FACTS = {
  owner: { kind: "parties", means: "The companies whose object it is; only they can grant anything on it." },
  seller: { kind: "parties", means: "The company that sells." },
  buyer: {
    kind: "parties",
    means: "The company that buys; the audience of an offer or assortment; the addressee of a filing.",
  },
  carrier: { kind: "parties", means: "The company that carries the goods." },
  via: {
    kind: "parties",
    means:
      "The intermediary of an order; the companies that hold a customer beside its owner or brought it in.",
  },
  brand: { kind: "parties", means: "The company under whose brand it is sold." },
  payer: { kind: "parties", means: "Who pays the freight or the commission." },
  subject: { kind: "parties", means: "The customer, person or company that the object is about." },
  published: {
    kind: "flag",
    means: "Whether it is public: an open audience, an advertised price, an opened bid, a published award.",
  },
  category: {
    kind: "words",
    means: "The categories of buyers that a general tariff or conditions of sale are for; none: not general.",
  },
  basis: {
    kind: "words",
    means: "The purposes that have a lawful basis in force; NOT_PERSONAL when no person is concerned.",
  },
  group: { kind: "count", means: "How many parties an aggregate is made of; absent: it is no aggregate." },
  agreement: {
    kind: "words",
    means: "The agreements that the object belongs to; without a word on its scope it is within theirs.",
  },
  product: { kind: "words", means: "The products that it is about, for the scope of clauses." },
  territory: { kind: "words", means: "The countries that it is about, for the scope of clauses." },
  age: { kind: "count", means: "How many days ago the newest part of it happened, for delays in clauses." },
} as const satisfies Record<string, FactDefinition>;

export type FactName = keyof typeof FACTS;

/** The names of all facts, in the order of the directive's arguments. */
export const FACT_NAMES = Object.keys(FACTS).filter((name): name is FactName => name in FACTS);

type ValueOf<Kind extends FactKind> = Kind extends "flag"
  ? boolean
  : Kind extends "count"
    ? number
    : readonly string[];

/** The facts of one object; a fact that is missing never allows anything. */
export type Facts = { readonly [Name in FactName]?: ValueOf<(typeof FACTS)[Name]["kind"]> };
