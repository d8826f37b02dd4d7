export { type PrepareDatabaseOptions, prepareDatabase } from "./database/prepare-database.ts";
export type { MigrationSource, NamedMigration } from "./database/run-migrations.ts";
