import "reflect-metadata";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import {
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Arg,
  registerEnumType,
} from "type-graphql";
import { everyRow, VisibleRows } from "./database/row-rule.ts";
import { Parties } from "./graphql/parties.ts";
import { Visible } from "./graphql/visible.ts";
import { Masked } from "./mask/mask.ts";
import { refuseUnfinished } from "./refuse-unfinished.ts";
import type { Subgraph } from "./subgraph.ts";
import { noticeSubgraph } from "./testing/notice-subgraph.ts";

@ObjectType()
@Entity()
@VisibleRows(everyRow)
class Sample {
  @Field(() => ID, { description: "Its id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: "text" })
  name!: string;

  // Nothing fills it.
  @Field(() => String, { nullable: true, description: "What it weighs." })
  weight!: string | null;

  @Field(() => String, { description: "Its label." })
  get label(): string {
    return this.name;
  }

  @Field(() => String, { description: "Its name in capitals." })
  @Property({ type: "text", persist: false })
  capitals!: string;
}

@Parties({ owner: "id" })
@Visible("PRICE_COST")
@ObjectType({ description: "What a sample costs." })
@Entity()
@VisibleRows(everyRow)
@Masked({ rows: "PRICE_COST", facts: { owner: { sql: "this.id", holds: "one" } } })
class Cost {
  @Field(() => ID, { description: "Its id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  // Neither a field nor classed.
  @Property({ type: "text" })
  amount!: string;
}

const Colour = { RED: "RED", GREY: "GREY" } as const;

registerEnumType(Colour, {
  name: "Colour",
  description: "What colour it has.",
  valuesConfig: { RED: { description: "As blood." } },
});

@InputType({ description: "A sample to send." })
class SampleInput {
  @Field(() => String)
  name!: string;

  @Field(() => Colour, { description: "Its colour." })
  colour!: keyof typeof Colour;
}

@Resolver(() => Sample)
class SampleResolver {
  @Query(() => Sample, { nullable: true, description: "A sample." })
  sample(): null {
    return null;
  }

  @Query(() => Cost, { nullable: true, description: "A cost." })
  cost(): null {
    return null;
  }

  @Mutation(() => Sample, { nullable: true, description: "Sends a sample." })
  send(@Arg("input", () => SampleInput) { name }: SampleInput): Sample {
    return Object.assign(new Sample(), { name });
  }

  @FieldResolver(() => String, { description: "Where it is." })
  place(): string {
    return "here";
  }
}

const samples: Subgraph = {
  name: "catalogue",
  entities: [Sample, Cost],
  resolvers: [SampleResolver],
  references: {},
  migrations: [],
};

/** Types in the order in which the resolvers name them. */
const FORGOTTEN = ["Sample", "Sample.name", "Mutation.send(input:)", "SampleInput.name", "Colour.GREY"];

function refusalOf(subgraph: Subgraph): string[] {
  try {
    refuseUnfinished(subgraph);
    return [];
  } catch (error) {
    return String(error).split("\n");
  }
}

test("a subgraph is refused with everything that was forgotten at once, and nothing else", () => {
  const nothingSaid =
    'has no description. Say in business words what it is: { description: "…" } in its decorator, or in the valuesConfig of its enum.';
  expect(refusalOf(samples)).toEqual([
    "Error: catalogue is not finished.",
    "No data class says who may read Cost.amount: write @Visible(…) above it if it is a field, @Classed(…) if it is a column that is no field.",
    ...FORGOTTEN.map((place) => `${place} ${nothingSaid}`),
    "Nothing fills Sample.weight: give it a column (@Property), write it as a getter, or resolve it in a resolver of Sample (@FieldResolver).",
  ]);
});

test("a type with a row rule that is left out of the entities is named", () => {
  expect(refusalOf({ ...samples, entities: [Sample] })).toContain(
    "Cost is not among the entities of catalogue: add it to them in subgraph.ts.",
  );
});

test("a finished subgraph is accepted", () => {
  expect(refusalOf(noticeSubgraph)).toEqual([]);
});
