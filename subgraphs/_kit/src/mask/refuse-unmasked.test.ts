import "reflect-metadata";
import { Entity, PrimaryKey } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { everyRow, noRow, type RowRule, VisibleRows } from "../database/row-rule.ts";
import { Parties } from "../graphql/parties.ts";
import { Visible } from "../graphql/visible.ts";
import type { Subgraph } from "../subgraph.ts";
import { noticeSubgraph } from "../testing/notice-subgraph.ts";
import { Classed, Masked } from "./mask.ts";
import { refuseUnmasked } from "./refuse-unmasked.ts";

@Parties({ owner: "id", product: "id" })
@ObjectType({ description: "A quote." })
@Entity()
@VisibleRows(everyRow)
class Quote {
  @Field(() => ID, { description: "Its id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Visible("NEGOTIATION")
  @Field(() => String, { nullable: true, description: "Its price." })
  price!: string | null;
}

@Parties({ owner: "id", product: "id" })
@ObjectType({ description: "A bid." })
@Entity()
@VisibleRows(everyRow)
@Masked({
  rows: "BID",
  facts: { owner: { sql: "this.id", holds: "one" }, buyer: { sql: "this.id", holds: "one" } },
})
class Bid {
  @Visible("BID")
  @Field(() => ID, { nullable: true, description: "Its id." })
  @PrimaryKey({ type: "text" })
  id!: string;
}

const someRows: RowRule = (row, { organization }) => `${row}.id = ${organization}`;

@Entity()
@VisibleRows(someRows)
class Margin {
  @Classed("PRICE_COST")
  @PrimaryKey({ type: "text" })
  id!: string;
}

@ObjectType({ description: "A country." })
@Entity()
@VisibleRows(everyRow)
class Country {
  @Field(() => ID, { description: "Its id." })
  @PrimaryKey({ type: "text" })
  id!: string;
}

@Resolver()
class Everything {
  @Query(() => Quote, { nullable: true, description: "A quote." })
  quote(): null {
    return null;
  }

  @Query(() => Bid, { nullable: true, description: "A bid." })
  bid(): null {
    return null;
  }

  @Query(() => Country, { nullable: true, description: "A country." })
  country(): null {
    return null;
  }
}

const subgraphOf = (...entities: Subgraph["entities"]): Subgraph => ({
  name: "catalogue",
  entities,
  resolvers: [Everything],
  references: {},
  migrations: [],
});

describe("a subgraph is refused", () => {
  test.each([
    [
      "when a type has a protected field and no mask, with what to write",
      Quote,
      /Quote has no mask, but not everybody may read Quote\.price \(NEGOTIATION\)[^]*@Masked\(\{ rows: .*owner: .*product: /u,
    ],
    [
      "when a table that is no type shows its rows to some only, and has no mask",
      Margin,
      /Margin has no mask, but not everybody may read its rows/u,
    ],
    [
      "when a mask and the gateway decide by different facts",
      Bid,
      "Bid is decided by different facts here and at the gateway: its mask has no product, its @Parties have no buyer.",
    ],
  ])("%s", (_, entity, message) => {
    expect(() => refuseUnmasked(subgraphOf(entity))).toThrow(message);
  });

  test("for all of its entities at once", () => {
    expect(() => refuseUnmasked(subgraphOf(Quote, Bid, Margin))).toThrow(/Quote[^]*Bid[^]*Margin/u);
  });
});

test.each([
  ["without protected fields, whose rows are everybody's", subgraphOf(Country)],
  ["with a mask over the facts that the gateway reads", noticeSubgraph],
])("an entity %s is accepted", (_, subgraph) => {
  expect(() => refuseUnmasked(subgraph)).not.toThrow();
});

test("a rule that shows no row is no opening", () => {
  @Entity()
  @VisibleRows(noRow)
  class Hidden {
    @PrimaryKey({ type: "text" })
    id!: string;
  }
  expect(() => refuseUnmasked(subgraphOf(Hidden))).toThrow("Hidden has no mask");
});
