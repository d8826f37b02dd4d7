import { type Constructor, MikroORM } from "@mikro-orm/postgresql";
import { type Migration, Migrator } from "@mikro-orm/migrations";
import type { Client } from "pg";

/** One migration; its name is what the database remembers, so it never changes once released. */
export interface NamedMigration {
  readonly name: string;
  readonly class: Constructor<Migration>;
}

/**
 * The migrations of a subgraph, oldest first. A list rather than a folder: it means the same from source,
 * build and tests.
 */
export type MigrationSource = readonly NamedMigration[];

/** The table in which the migrations that ran are noted. */
const MIGRATIONS_TABLE = "mikro_orm_migrations";

/** Whether any of the migrations has not run yet. */
export async function hasPending(client: Client, migrations: MigrationSource): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>("select to_regclass($1) is not null as found", [
    MIGRATIONS_TABLE,
  ]);
  if (!rows[0]?.found) return true;
  const ran = await client.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE}`);
  const names = new Set(ran.rows.map(({ name }) => name));
  return migrations.some(({ name }) => !names.has(name));
}

/** Runs the migrations that have not run yet, all of them or none. */
export async function runMigrations(ownerUrl: string, migrations: MigrationSource): Promise<void> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    migrations: {
      tableName: MIGRATIONS_TABLE,
      migrationsList: [...migrations],
      transactional: true,
      allOrNothing: true,
      snapshot: false,
      // Would need a superuser; migrations are written in an order that keeps foreign keys true.
      disableForeignKeys: false,
      silent: true,
    },
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}
