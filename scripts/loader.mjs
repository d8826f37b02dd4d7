// Lets Node run the workspace's TypeScript without a build: it needs what Node's own type stripping cannot do,
// legacy decorators and their metadata (type-graphql and MikroORM read them).
import { readFileSync } from "node:fs";
import { enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "@swc/core";
import { swcOptions } from "./swc-options.mjs";

// Nine processes of one start load mostly the same libraries: only the first has to compile them.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/node", import.meta.url)));

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith("file:") || !url.endsWith(".ts") || url.includes("/node_modules/"))
      return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, "utf8"), { ...swcOptions, filename });
    return { format: "module", source: code, shortCircuit: true };
  },
});
