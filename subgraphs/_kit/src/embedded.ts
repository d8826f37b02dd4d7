export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./database/embedded-postgres.ts";
export { type FolderClaim, FolderInUse, claimFolder, folderUser } from "./database/folder-claim.ts";
export { removePlace } from "./database/postgres-place.ts";
export { commandLine, processEnded, processIdentity } from "./database/process-identity.ts";
