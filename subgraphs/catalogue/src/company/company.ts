import { everyRow, VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";

/**
 * What the catalogue has to know of a company: its public roles in the chain. They decide who is due the
 * general tariff and which tiers a buyer reaches. The company itself is the compliance subgraph's; this is no
 * type of the graph.
 */
@Entity({ tableName: "company" })
@VisibleRows(everyRow)
export class Company {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Property({ type: "string[]" })
  roles!: string[];

  static of(company: { id: string; roles: string[] }): Company {
    return Object.assign(new Company(), company);
  }
}
