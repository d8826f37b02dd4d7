import { CountryCode, everyRow, VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Authority } from "./authority.ts";
import { OrgRole } from "./org-role.ts";
import { OrgSize } from "./org-size.ts";

/** A company, administration or regulator. Who exists is public within the chain; who deals with whom is not. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A company, administration or regulator of the chain." })
@Entity({ tableName: "organization" })
@VisibleRows(everyRow)
export class Organization {
  @Field(() => ID, { description: "The organization's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Field({ description: "What it is called." })
  @Property({ type: "text" })
  name!: string;

  @Field(() => CountryCode, { description: "The country of its seat." })
  @Property({ type: "text" })
  country!: string;

  @Field(() => [OrgRole], { description: "What it does in the chain; empty while nobody knows." })
  @Property({ type: "string[]" })
  roles!: OrgRole[];

  @Field(() => [Authority], {
    description: "What the law puts it in charge of; empty for whoever is no regulator.",
  })
  @Property({ type: "string[]" })
  authorities!: Authority[];

  @Field(() => OrgSize, { nullable: true, description: "Its size, as the law counts it." })
  @Property({ type: "text", nullable: true })
  size!: OrgSize | null;

  // Not a field: `parent` gives the organization itself.
  @Property({ type: "text", nullable: true })
  parentId!: string | null;

  static of(
    organization: Pick<Organization, "id" | "name" | "country" | "roles" | "size" | "parentId"> &
      Partial<Pick<Organization, "authorities">>,
  ): Organization {
    return Object.assign(new Organization(), { authorities: [], ...organization });
  }
}
