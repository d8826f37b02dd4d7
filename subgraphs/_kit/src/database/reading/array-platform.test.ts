import type { Viewer } from "@maillon/schema";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Migration } from "@mikro-orm/migrations";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { openDatabase } from "../open-database.ts";
import { everyRow, VisibleRows, WritableRows } from "../row-rule.ts";

@Entity({ tableName: "shelf" })
@VisibleRows(everyRow)
@WritableRows({ insert: everyRow })
class Shelf {
  @PrimaryKey({ type: "text" })
  id!: string;

  @Property({ type: "string[]" })
  labels!: string[];
}

class CreateShelves extends Migration {
  override up(): void {
    this.addSql("create table shelf (id text primary key, labels text[] not null)");
  }
}

const LABELS = ["", " ", "\r\n", "NULL", " padded ", 'quoted "', "back\\slash", "a\nb", "a,b", "{a}"];
const integra: Viewer = { kind: "company", organization: "integra", roles: [], subject: "s" };
const contract = "shelves";
const migrations = [{ name: "create-shelves", class: CreateShelves }];

test.each(LABELS)("the text %j in an array is kept, and found by itself alone", async (label) => {
  await using shelves = await openTestDatabase({ contract, migrations, entities: [Shelf] });
  await using database = await openDatabase({
    url: shelves.appUrl,
    entities: [Shelf],
    agreements: () => undefined,
  });
  const em = database.as(integra);
  em.persist(LABELS.map((each) => Object.assign(new Shelf(), { id: each, labels: [each, "all"] })));
  await em.flush();
  const found = await database.as(integra).find(Shelf, { labels: { $contains: [label] } });
  expect(found.map(({ labels }) => labels)).toEqual([[label, "all"]]);
});
