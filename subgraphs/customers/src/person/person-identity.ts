import { Classed, Masked, VisibleRows, WritableRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { personMask } from "./person-mask.ts";
import { personIdentityRows, identitiesOfOwnPersons } from "./person-rows.ts";

/**
 * What tells who a person is. It lives in a table of its own, so that whoever may not read it finds no row. Its fields
 * are fields of `Person`.
 */
@Entity({ tableName: "person_identity" })
@VisibleRows(personIdentityRows)
@WritableRows({ insert: identitiesOfOwnPersons })
@Masked(personMask("this.person_id"))
export class PersonIdentity {
  /** The person's id. */
  @PrimaryKey({ type: "text", name: "person_id" })
  id!: string;

  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "text" })
  displayName!: string;

  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "text", nullable: true })
  email!: string | null;

  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "text", nullable: true })
  phone!: string | null;

  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "text", nullable: true })
  locale!: string | null;

  /** The address as two are compared. */
  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "text", nullable: true, generated: "lower(email)", persist: false })
  emailKey!: string | null;

  static of(identity: PersonIdentityRow): PersonIdentity {
    return Object.assign(new PersonIdentity(), identity);
  }
}

/** An identity as it is stored. */
export type PersonIdentityRow = Pick<PersonIdentity, "id" | "displayName" | "email" | "phone" | "locale">;
