import { demoToken } from "./demo/demo-token.ts";
import { maillonHome } from "./demo/maillon-home.ts";

const [persona] = process.argv.slice(2);
try {
  if (!persona)
    throw new Error("Whose token? npm run --silent token -- <company>/<role>, for example integra/buying.");
  console.log(await demoToken(maillonHome(process.env), persona));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
