import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type FolderClaim,
  FolderInUse,
  claimFolder,
  folderUser,
  processEnded,
} from "@maillon/subgraph-kit/embedded";

const MARK = "maillon-state.txt";
const ENDING = "ending";
const NOTICE_PATIENCE = 6_000;
/** Gateway, subgraphs and databases, one after the other, each take up to ten seconds before they are made to end. */
const END_PATIENCE = 60_000;
const OURS = new Set([MARK, "postgres", "demo"]);
const EXPLANATION =
  "State of a Maillon demo chain. `npm run reset` deletes this folder with everything in it.\n";

/** The right of this run to use the state. */
export interface HomeClaim {
  /** Says that this run is ending: another one may wait for that. */
  announceEnd(): void;
  release(): void;
}

/**
 * Claims the state for this run, once a run that is ending has ended. Throws while another run uses it, naming the
 * process, and when the folder holds something else: `npm run reset` deletes the whole folder, and a slip in
 * MAILLON_HOME must not cost anyone theirs.
 */
export async function claimHome(home: string): Promise<HomeClaim> {
  mkdirSync(home, { recursive: true });
  if (!isOurs(home)) {
    throw new Error(
      `${home} (MAILLON_HOME) holds other files; name a new or empty folder for Maillon alone.`,
    );
  }
  await waitForEnd(home);
  const claim = claimOrExplain(home);
  rmSync(join(home, ENDING), { force: true });
  writeFileSync(join(home, MARK), EXPLANATION);
  return { announceEnd: () => writeFileSync(join(home, ENDING), ""), release: () => claim.release() };
}

/** A run whose npm was killed a moment ago may need another to notice it. */
async function waitForEnd(home: string): Promise<void> {
  const user = folderUser(home);
  if (user === undefined) return;
  if (!existsSync(join(home, ENDING))) await processEnded(user, NOTICE_PATIENCE);
  if (existsSync(join(home, ENDING))) await processEnded(user, END_PATIENCE);
}

/** Also when an import or a token came before the first start. */
function isOurs(home: string): boolean {
  const entries = readdirSync(home);
  return basename(home) === ".maillon" || entries.length === 0 || entries.some((entry) => OURS.has(entry));
}

function claimOrExplain(home: string): FolderClaim {
  try {
    return claimFolder(home);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    throw new Error(
      `Maillon already runs on ${home} (process ${error.pid}). Stop it with Ctrl-C where it was started, ` +
        "or set MAILLON_HOME and the ports (GATEWAY_PORT, CATALOGUE_PORT, …) to run another one beside it.",
      { cause: error },
    );
  }
}
