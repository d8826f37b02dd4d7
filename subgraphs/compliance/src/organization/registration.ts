import { DateTime, everyRow, VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { RegistrationScheme } from "./registration-scheme.ts";

/** A number under which a public register knows an organization. */
@ObjectType({ description: "A number under which a public register knows an organization." })
@Entity({ tableName: "registration" })
@VisibleRows(everyRow)
export class Registration {
  // Not a field: a registration is only read with its organization.
  @PrimaryKey({ type: "text" })
  organizationId!: string;

  @Field(() => RegistrationScheme, { description: "The register." })
  @PrimaryKey({ type: "text" })
  scheme!: RegistrationScheme;

  @Field({ description: "The number, check digits included." })
  @PrimaryKey({ type: "text" })
  value!: string;

  @Field(() => String, { nullable: true, description: "The register's code in ISO/IEC 6523." })
  @Property({ type: "text", nullable: true })
  icd!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the register last confirmed the number; absent when nobody asked it yet.",
  })
  @Property({ type: "datetime", nullable: true })
  verifiedAt!: Date | null;

  static of(
    registration: Pick<Registration, "organizationId" | "scheme" | "value" | "icd" | "verifiedAt">,
  ): Registration {
    return Object.assign(new Registration(), registration);
  }
}
