import { demoToken } from "./demo/demo-token.ts";
import { maillonHome } from "./demo/maillon-home.ts";
import { askGateway } from "./explain/ask-gateway.ts";
import { readQuery } from "./explain/read-query.ts";
import { sideBySide } from "./explain/side-by-side.ts";

/** Whom one viewer is set beside: manufacturer, integrator and rival. */
const OTHERS = ["fabrica/pricing", "integra/buying", "rivalis/buying"];

const personas = process.argv.slice(2, -1);
const file = process.argv.slice(2).at(-1);
try {
  if (file === undefined || personas.length === 0)
    throw new Error(
      "Whose view, and of what? npm run explain -- <company/role> [<company/role> …] <query file>",
    );
  const query = await readQuery(file, process.env["INIT_CWD"] ?? process.cwd());
  const url = `http://127.0.0.1:${process.env["GATEWAY_PORT"] || 4000}/graphql`;
  const home = maillonHome(process.env);
  const viewers = personas.length > 1 ? personas : [...new Set([...personas, ...OTHERS])];
  const answers = viewers.map(async (viewer) =>
    askGateway({ url, viewer, token: await demoToken(home, viewer), query }),
  );
  console.log(`${query.trim()}\n\n${sideBySide(await Promise.all(answers))}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
