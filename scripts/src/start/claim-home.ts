import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type FolderClaim, FolderInUse, claimFolder } from "@maillon/subgraph-kit/embedded";

const MARK = "maillon-state.txt";
const OURS = new Set([MARK, "postgres", "demo"]);
const EXPLANATION =
  "State of a Maillon demo chain. `npm run reset` deletes this folder with everything in it.\n";

/**
 * Claims the state for this run. Throws while another run uses it, naming the process, and when the folder holds
 * something else: `npm run reset` deletes the whole folder, and a slip in MAILLON_HOME must not cost anyone theirs.
 */
export function claimHome(home: string): FolderClaim {
  mkdirSync(home, { recursive: true });
  if (!isOurs(home)) {
    throw new Error(
      `${home} (MAILLON_HOME) holds other files; name a new or empty folder for Maillon alone.`,
    );
  }
  const claim = claimOrExplain(home);
  writeFileSync(join(home, MARK), EXPLANATION);
  return claim;
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
