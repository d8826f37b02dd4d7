import "reflect-metadata";
import { Entity, PrimaryKey } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { everyRow, noRow, type RowRule, VisibleRows } from "../database/row-rule.ts";
import { Parties } from "../graphql/parties.ts";
import { Visible } from "../graphql/visible.ts";
import type { Subgraph } from "../subgraph.ts";
import { noticeSubgraph } from "../testing/notice-subgraph.ts";
import { Classed, Masked } from "./mask.ts";
import { unmaskedFaults } from "./unmasked-faults.ts";

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

@ObjectType({ description: "A return of goods." })
@Entity()
class Return {
  @Field(() => ID, { description: "Its id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Visible("AFTER_SALES")
  @Field(() => String, { nullable: true, description: "What is wrong." })
  reason!: string | null;
}

@ObjectType({ description: "A repair." })
@Entity()
@VisibleRows(everyRow)
@Masked({
  rows: "AFTER_SALES",
  facts: { owner: { sql: "this.id", holds: "one" }, buyer: { sql: "this.id", holds: "one" } },
})
class Repair {
  @Visible("AFTER_SALES")
  @Field(() => ID, { nullable: true, description: "Its id." })
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

  @Query(() => Return, { nullable: true, description: "A return." })
  return(): null {
    return null;
  }

  @Query(() => Repair, { nullable: true, description: "A repair." })
  repair(): null {
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

describe("an entity", () => {
  test.each([
    [
      "with a protected field and no mask is told what to write",
      Quote,
      [
        /^Quote has no mask, but not everybody may read Quote\.price \(NEGOTIATION\)[^]*@Masked\(\{ rows: .*owner: .*product: /u,
      ],
    ],
    [
      "that is no type, shows its rows to some only and has no mask is told so",
      Margin,
      [/^Margin has no mask, but not everybody may read its rows/u],
    ],
    [
      "whose mask and gateway decide by different facts is told which",
      Bid,
      [
        /^Bid is decided by different facts here and at the gateway: its mask has no product, its @Parties have no buyer\./u,
      ],
    ],
    [
      "with a protected field and nothing else is told all three decorators at once",
      Return,
      [/@Parties\(\{ owner: "<field>" \}\)$/u, /@Masked\(/u, /^Return has no row rule[^]*@VisibleRows\(/u],
    ],
    [
      "with a mask and no parties is told the facts that its mask has",
      Repair,
      [/@Parties\(\{ owner: "<field>", buyer: "<field>" \}\)$/u],
    ],
  ])("%s", (_, entity, faults) => {
    expect(unmaskedFaults(subgraphOf(entity))).toEqual(faults.map((each) => expect.stringMatching(each)));
  });
});

test.each([
  ["without protected fields, whose rows are everybody's", subgraphOf(Country)],
  ["with a mask over the facts that the gateway reads", noticeSubgraph],
])("an entity %s is accepted", (_, subgraph) => {
  expect(unmaskedFaults(subgraph)).toEqual([]);
});

test("a rule that shows no row is no opening", () => {
  @Entity()
  @VisibleRows(noRow)
  class Hidden {
    @PrimaryKey({ type: "text" })
    id!: string;
  }
  expect(unmaskedFaults(subgraphOf(Hidden))).toEqual([expect.stringContaining("Hidden has no mask")]);
});
