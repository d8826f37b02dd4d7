import { createHmac } from "node:crypto";

/** A password for a role that everyone who holds the secret derives alike, and nobody else can. */
export function derivedPassword(secret: string, role: string): string {
  return createHmac("sha256", secret).update(`maillon role ${role}`).digest("base64url");
}
