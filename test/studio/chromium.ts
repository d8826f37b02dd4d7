import { existsSync } from "node:fs";

/** Where Chromium is: `CHROMIUM`, or Debian's package. Undefined when there is none on this machine. */
export const chromiumPath: string | undefined = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));
