import { Field, InputType } from "type-graphql";
import { LawfulBasis } from "./lawful-basis.ts";
import { Purpose } from "./purpose.ts";

/** One use of a consumer's data that the registering company answers for. */
@InputType({ description: "What a consumer's data are used for, and why that is lawful." })
export class DataUseInput {
  @Field(() => Purpose, { description: "What the data are used for." })
  purpose!: Purpose;

  @Field(() => LawfulBasis, {
    description: "Why the use is lawful; data are shared with partners with the person's consent alone.",
  })
  basis!: LawfulBasis;
}
