import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** GraphiQL's own field explorer and history: their fields have no labels, and are not ours to mend. */
const PANELS_OF_OTHERS = [".graphiql-explorer-root", ".docExplorerWrap", ".graphiql-history"];

/** The first start builds the studio once the chain answers; until then a plain page waits for it. */
const BUILD_PATIENCE = 300_000;

/** The studio in a browser of its own, as a person sees it. */
export interface StudioPage extends AsyncDisposable {
  readonly page: Page;
  /** What went wrong so far that no person should meet: errors, refused scripts, requests to anyone else. */
  readonly faults: readonly string[];
  /** The rules of accessibility that the page breaks now, those of level serious and above. */
  accessibilityFaults(): Promise<readonly string[]>;
  viewAs(persona: string): Promise<void>;
  /** Presses one of the examples and waits for its answer. */
  askExample(title: string): Promise<void>;
}

interface StudioPageOptions extends Pick<BrowserContextOptions, "viewport" | "colorScheme" | "locale"> {
  readonly url: string;
  readonly executablePath: string;
}

/** Opens the studio in Chromium, and waits until a person can use it. */
export async function openStudioPage({
  url,
  executablePath,
  ...context
}: StudioPageOptions): Promise<StudioPage> {
  // A sandbox needs rights that containers seldom grant; the only page opened is ours.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await (await browser.newContext({ locale: "en-GB", ...context })).newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(`error: ${message}`));
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("dialog", (dialog) => void dialog.dismiss().then(() => faults.push("a script opened a dialog")));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== url)
      faults.push(`request to ${request.url()}`);
  });
  await page.goto(url);
  await page.locator(".query .view-lines").waitFor({ timeout: BUILD_PATIENCE });
  return {
    page,
    faults,
    async accessibilityFaults() {
      // Through the debugger: the page's own policy admits no script but the studio's.
      const scope = JSON.stringify({ exclude: PANELS_OF_OTHERS });
      const { violations } = (await page.evaluate(`${axe}; axe.run(${scope})`)) as AxeResults;
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    },
    viewAs: async (persona) => void (await page.selectOption(".viewer-switcher select", persona)),
    async askExample(title) {
      await page.locator(".cards button", { hasText: title }).first().click();
      await page.locator(".answer-facts").waitFor();
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
