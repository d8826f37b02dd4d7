import { repositoryRoot } from "./repository-root.ts";
import { runInForeground } from "./start/run-in-foreground.ts";

// npm start: runs the demo chain until Ctrl-C.
process.exit(await runInForeground(repositoryRoot, process.env));
