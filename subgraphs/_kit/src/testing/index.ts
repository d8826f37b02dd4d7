export { type TestDatabase, type TestDatabaseOptions, openTestDatabase } from "./open-test-database.ts";
