export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from "./embedded/embedded-postgres.ts";
export { findEmbeddedPostgres } from "./embedded/find-embedded-postgres.ts";
export { type FolderClaim, FolderInUse, claimFolder, folderUser } from "./embedded/folder-claim.ts";
export { freePort, isFreePort } from "./embedded/free-port.ts";
export { processEnded, processIdentity } from "./embedded/process-identity.ts";
