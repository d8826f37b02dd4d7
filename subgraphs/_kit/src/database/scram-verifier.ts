import { createHash, createHmac, pbkdf2Sync } from "node:crypto";

const ITERATIONS = 4096;

/**
 * What PostgreSQL stores to check a password (SCRAM-SHA-256, RFC 5803). Sent in place of the password itself,
 * so that a server that logs its statements logs no secret. The salt follows from the password: setting it
 * again changes nothing.
 */
export function scramVerifier(password: string): string {
  const salt = createHmac("sha256", password).update("salt").digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const clientKey = createHmac("sha256", salted).update("Client Key").digest();
  const storedKey = createHash("sha256").update(clientKey).digest("base64");
  const serverKey = createHmac("sha256", salted).update("Server Key").digest("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
