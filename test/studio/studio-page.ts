import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The first start builds the studio once the chain answers; until then a plain page waits for it. */
const BUILD_PATIENCE = 300_000;

/** The studio in a browser of its own, as a person sees it. */
export interface StudioPage extends AsyncDisposable {
  readonly page: Page;
  /** What went wrong so far that no person should meet: errors, refused scripts, requests to anyone else. */
  readonly faults: readonly string[];
  /** The rules of accessibility that the page breaks now, those of level serious and above. */
  accessibilityFaults(): Promise<readonly string[]>;
  /** After how many milliseconds a person could press an example, and write a question. */
  readonly usableAfter: { readonly examples: number; readonly editor: number };
  viewAs(persona: string): Promise<void>;
  /** Presses one of the examples and waits for its answer. */
  askExample(title: string): Promise<void>;
}

interface StudioPageOptions extends Pick<BrowserContextOptions, "viewport" | "colorScheme" | "locale"> {
  readonly url: string;
  readonly executablePath: string;
  /** Origins beside the gateway's own that the page may turn to: the provider with which people sign in. */
  readonly others?: readonly string[];
}

/** Opens the studio in Chromium, and waits until a person can use it. */
export async function openStudioPage({
  url,
  executablePath,
  others = [],
  ...context
}: StudioPageOptions): Promise<StudioPage> {
  // A sandbox needs rights that containers seldom grant; the only page opened is ours.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await (await browser.newContext({ locale: "en-GB", ...context })).newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  // What the pages of an identity provider do is not the studio's fault.
  const note = (fault: string) => void (new URL(page.url()).origin === url && faults.push(fault));
  page.on("pageerror", ({ message }) => note(`error: ${message}`));
  page.on("console", (message) => message.type() === "error" && note(`console: ${message.text()}`));
  page.on("dialog", (dialog) => void dialog.dismiss().then(() => note("a script opened a dialog")));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && ![url, ...others].includes(new URL(request.url()).origin))
      note(`request to ${request.url()}`);
  });
  await page.goto(url);
  await page.locator(".cards button").first().waitFor({ timeout: BUILD_PATIENCE });
  const examples = await sinceOpened(page);
  await page.locator(".query .view-lines").waitFor();
  const usableAfter = { examples, editor: await sinceOpened(page) };
  return {
    page,
    faults,
    usableAfter,
    async accessibilityFaults() {
      // Through the debugger: the page's own policy admits no script but the studio's.
      const { violations } = (await page.evaluate(`${axe}; axe.run()`)) as AxeResults;
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

/** Milliseconds since the page now open was asked for. */
async function sinceOpened(page: Page): Promise<number> {
  return Math.round(Number(await page.evaluate("performance.now()")));
}
