import { VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { personIdentityRows } from "./person-rows.ts";

/**
 * What tells who a person is. It lives in a table of its own, so that the row rule keeps it from intermediaries, even
 * where a query forgets to. Its fields are fields of `Person`.
 */
@Entity({ tableName: "person_identity" })
@VisibleRows(personIdentityRows)
export class PersonIdentity {
  /** The person's id. */
  @PrimaryKey({ type: "text", name: "person_id" })
  id!: string;

  @Property({ type: "text" })
  displayName!: string;

  @Property({ type: "text", nullable: true })
  email!: string | null;

  @Property({ type: "text", nullable: true })
  phone!: string | null;

  @Property({ type: "text", nullable: true })
  locale!: string | null;

  static of(identity: PersonIdentityRow): PersonIdentity {
    return Object.assign(new PersonIdentity(), identity);
  }
}

/** An identity as it is stored. */
export type PersonIdentityRow = Pick<PersonIdentity, "id" | "displayName" | "email" | "phone" | "locale">;
