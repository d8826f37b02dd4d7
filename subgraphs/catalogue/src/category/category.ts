import { everyRow, VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A shelf of the catalogue. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A shelf of the catalogue." })
@Entity({ tableName: "category" })
@VisibleRows(everyRow)
export class Category {
  @Field(() => ID, { description: "The category's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Field({ description: "What the shelf is called." })
  @Property({ type: "text" })
  name!: string;

  @Field(() => String, { nullable: true, description: "Its brick in GS1's Global Product Classification." })
  @Property({ type: "text", nullable: true })
  gpcBrick!: string | null;

  // Not a field: `parent` gives the category itself.
  @Property({ type: "text", nullable: true })
  parentId!: string | null;

  static of(category: Pick<Category, "id" | "name" | "gpcBrick" | "parentId">): Category {
    return Object.assign(new Category(), category);
  }
}
