import { createHash } from "node:crypto";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** The account a server runs under; undefined means the account of this process. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** Where one embedded server keeps its files, and as whom it runs. */
export interface PostgresPlace {
  /** The folder that was asked for; holds the password and the log. */
  readonly home: string;
  /** Where the binaries and the data are: `home`, or a folder elsewhere when the account cannot reach it. */
  readonly base: string;
  readonly data: string;
  readonly log: string;
  readonly passwordFile: string;
  readonly account: ServerAccount | undefined;
}

const ELSEWHERE = "elsewhere";

/**
 * Prepares the folders of a server. PostgreSQL refuses to run as root; another account then runs it, and a home
 * below a private folder (such as /root) is out of that account's reach: binaries and data go to /var/lib instead.
 */
export function openPlace(home: string): PostgresPlace {
  mkdirSync(home, { recursive: true });
  const place = layOut(realpathSync(home), undefined);
  if (process.platform === "win32" || process.getuid?.() !== 0) return place;
  // Others may pass through the home, not list it; the password in it is readable by root only.
  chmodSync(place.home, 0o711);
  const account = accountOf(place.data) ?? unprivilegedAccount();
  if (reachable(place.home)) return { ...place, account };
  const base = join("/var/lib/maillon", createHash("sha256").update(place.home).digest("hex").slice(0, 16));
  mkdirSync(base, { recursive: true, mode: 0o755 });
  if (!lstatSync(join(home, ELSEWHERE), { throwIfNoEntry: false })) symlinkSync(base, join(home, ELSEWHERE));
  const elsewhere = layOut(place.home, base);
  return { ...elsewhere, account: accountOf(elsewhere.data) ?? account };
}

/** Deletes everything that `openPlace` and a server left behind. */
export function removePlace(home: string): void {
  const link = join(home, ELSEWHERE);
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) {
    rmSync(realpathSync(link), { recursive: true, force: true });
  }
  rmSync(home, { recursive: true, force: true });
}

function layOut(home: string, base: string = home): PostgresPlace {
  return {
    home,
    base,
    data: join(base, "data"),
    log: join(home, "server.log"),
    passwordFile: join(home, "password"),
    account: undefined,
  };
}

/** The owner of existing data keeps running it. */
function accountOf(data: string): ServerAccount | undefined {
  const existing = statSync(data, { throwIfNoEntry: false });
  return existing && existing.uid !== 0 ? { uid: existing.uid, gid: existing.gid } : undefined;
}

function unprivilegedAccount(): ServerAccount {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find(([each]) => each === name) ?? [];
    if (uid !== undefined && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** Whether an account that owns nothing may pass through every folder down to this one. */
function reachable(folder: string): boolean {
  const open = (statSync(folder).mode & 0o001) !== 0;
  return open && (folder === dirname(folder) || reachable(dirname(folder)));
}
