import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import type { PostgresPlace } from "./postgres-place.ts";

/** The name of the superuser of every embedded server. */
export const SUPERUSER = "postgres";

/** Creates the data of a server unless they exist; returns the superuser's password. */
export async function openDataFolder(
  place: PostgresPlace,
  initdb: string,
  durable: boolean,
): Promise<string> {
  if (!existsSync(place.data)) await createDataFolder(place, initdb, durable);
  try {
    return readFileSync(place.passwordFile, "utf8");
  } catch (cause) {
    throw new Error(`The data in ${place.data} need the password in ${place.passwordFile}, which is gone.`, {
      cause,
    });
  }
}

async function createDataFolder(place: PostgresPlace, initdb: string, durable: boolean): Promise<void> {
  const password = randomBytes(24).toString("base64url");
  // A killed initdb leaves half a folder: only a complete one gets the real name.
  const draft = `${place.data}-draft`;
  const passwordDraft = `${draft}-password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordDraft, password, { mode: 0o600 });
  const { account } = place;
  if (account) for (const path of [draft, passwordDraft]) chownSync(path, account.uid, account.gid);
  try {
    await promisify(execFile)(initdb, initArguments({ draft, passwordDraft, durable }), {
      cwd: place.base,
      env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" },
      ...account,
    });
  } finally {
    rmSync(passwordDraft, { force: true });
  }
  writeFileSync(place.passwordFile, password, { mode: 0o600 });
  renameSync(draft, place.data);
}

function initArguments(paths: { draft: string; passwordDraft: string; durable: boolean }): string[] {
  return [
    `--pgdata=${paths.draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${paths.passwordDraft}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Built into PostgreSQL: the same order and the same upper case on every operating system.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(paths.durable ? [] : ["--no-sync"]),
  ];
}
