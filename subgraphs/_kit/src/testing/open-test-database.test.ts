import { Entity, PrimaryKey } from "@mikro-orm/decorators/legacy";
import { Migration } from "@mikro-orm/migrations";
import { VisibleRows, WritableRows } from "../database/row-rule.ts";
import { SETTINGS } from "../database/session-variables.ts";
import { withClient } from "../database/with-client.ts";
import { openTestDatabase } from "./open-test-database.ts";

class CreateNotes extends Migration {
  override up(): void {
    this.addSql("create table note (id text primary key)");
  }
}

@Entity({ tableName: "note" })
@VisibleRows(() => "true")
@WritableRows({ insert: () => "true" })
class Note {
  @PrimaryKey({ type: "text" })
  id!: string;
}

const notes = {
  contract: "notes",
  migrations: [{ name: "create-notes", class: CreateNotes }],
  entities: [Note],
};

describe("openTestDatabase", () => {
  test("opens a database with the migrations applied", async () => {
    await using database = await openTestDatabase(notes);
    await expect(count(database.appUrl)).resolves.toBe(0);
  });

  test("keeps two databases apart", async () => {
    await using first = await openTestDatabase(notes);
    await using second = await openTestDatabase(notes);
    await withClient(first.appUrl, (client) => client.query("insert into note values ('a')"));
    await expect(Promise.all([count(first.appUrl), count(second.appUrl)])).resolves.toEqual([1, 0]);
  });

  test("opens several at once", async () => {
    const opened = await Promise.all([1, 2, 3, 4].map(() => openTestDatabase(notes)));
    expect(new Set(opened.map(({ appUrl }) => appUrl)).size).toBe(4);
    for (const database of opened) await database[Symbol.asyncDispose]();
  });

  test("drops the database when the test is over, even with a connection open", async () => {
    const database = await openTestDatabase(notes);
    await withClient(database.appUrl, async (client) => {
      await database[Symbol.asyncDispose]();
      await expect(client.query("select 1")).rejects.toThrow(/terminat|not queryable/);
    });
    await expect(count(database.appUrl)).rejects.toThrow(/does not exist/);
  });
});

async function count(url: string): Promise<number> {
  return withClient(url, async (client) => {
    await client.query("select set_config($1, 'somebody', false)", [SETTINGS.organization]);
    return (await client.query("select from note")).rowCount ?? -1;
  });
}
