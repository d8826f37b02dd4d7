import { CalendarDate } from "@maillon/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";

/** What a regulator asks to read. */
@InputType({ description: "What a regulator asks to read, of whom, and on which legal basis." })
export class DisclosureInput {
  @Field(() => ID, { description: "The company whose data is asked for." })
  subjectId!: string;

  @Field({ description: "The law on which the regulator relies, at most 500 characters." })
  legalBasis!: string;

  @Field(() => [String], { description: "The classes that are to be opened, such as TRADE_AMOUNT." })
  dataClasses!: string[];

  @Field(() => CalendarDate, {
    description: "The first day on which it opens nothing any more (UTC); at most a year from today.",
  })
  grantedUntil!: string;
}
