import { readFileSync } from "node:fs";
import { SUPERUSER } from "./data-folder.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { folderUser } from "./folder-claim.ts";
import { readPostmasterNote } from "./leftover-server.ts";
import { createOwnedDatabase } from "../database/owned-database.ts";
import { openPlace } from "./postgres-place.ts";

/** The server of a folder that another process runs at this moment, if any; that process alone may stop it. */
export function findEmbeddedPostgres(home: string): Omit<EmbeddedPostgres, "stop"> | undefined {
  if (folderUser(home) === undefined) return undefined;
  const place = openPlace(home);
  const note = readPostmasterNote(place.data);
  if (!note?.ready) return undefined;
  const password = readFileSync(place.passwordFile, "utf8");
  const adminUrl = `postgresql://${SUPERUSER}:${password}@127.0.0.1:${note.port}/postgres`;
  return { port: note.port, adminUrl, createDatabase: (name) => createOwnedDatabase(adminUrl, name) };
}
