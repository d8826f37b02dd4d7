import { readFlags } from "./read-flags.ts";
import { repositoryRoot } from "./repository-root.ts";
import { runInForeground } from "./start/run-in-foreground.ts";

// npm start: runs the demo chain until Ctrl-C.
readFlags("npm start (GATEWAY_PORT and the like move ports, MAILLON_HOME the state)", {});
process.exit(await runInForeground(repositoryRoot, process.env));
