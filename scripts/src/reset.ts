import { maillonHome } from "./demo/maillon-home.ts";
import { readFlags } from "./read-flags.ts";
import { resetHome } from "./start/reset-home.ts";

// npm run reset: deletes all state of the demo chain, so that the next start begins afresh.
readFlags("npm run reset (MAILLON_HOME names another folder)", {});
const home = maillonHome(process.env);
try {
  await resetHome(home);
  console.log(`Deleted ${home}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
