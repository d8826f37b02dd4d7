export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from "./database/embedded-postgres.ts";
export { findEmbeddedPostgres } from "./database/find-embedded-postgres.ts";
export { type FolderClaim, FolderInUse, claimFolder, folderUser } from "./database/folder-claim.ts";
export { freePort, isFreePort } from "./database/free-port.ts";
export { processEnded, processIdentity } from "./database/process-identity.ts";
