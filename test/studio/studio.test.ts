import { DATA_CLASS_READERS } from "@maillon/schema";
import type { Route } from "playwright-core";
import { freePort } from "@maillon/subgraph-kit/embedded";
import { type Chain, openChain } from "../start/chain.ts";
import { exportsAndImportsAFolder, exportsFilesOneByOne } from "./collection-folder.ts";
import { chromiumPath } from "./chromium.ts";
import { loadsWithinItsBudget } from "./first-load.ts";
import { seesALargeChain } from "./large-chain.ts";
import { readsALongAnswer } from "./long-answer.ts";
import { openProviderOfIntegra, signInEnvironment, signsIn } from "./signs-in.ts";
import { openStudioPage, type StudioPage } from "./studio-page.ts";

// A start of the whole chain, the build of the studio and a browser, on whatever machine runs this.
const PATIENCE = 900_000;

if (chromiumPath === undefined) {
  process.stderr.write("The studio is not tested in a browser: install chromium, or name it in CHROMIUM.\n");
}
const executablePath = chromiumPath ?? "";
const inChromium = chromiumPath === undefined ? test.skip : test;

const HOSTILE = `<img src=x onerror="alert(1)">`;

describe("the studio", () => {
  inChromium(
    "shows every panel to people, on a chain with a hostile name and a subgraph that is down",
    async () => {
      const port = await freePort();
      await using chain = await openChain(signInEnvironment(port));
      await chain.start();
      await nameProduct(chain, HOSTILE);
      await using provider = await openProviderOfIntegra(chain, port);
      const others = [provider.issuer];
      await using studio = await openStudioPage({ url: chain.url, executablePath, others });
      await loadsWithinItsBudget(studio);
      await tellsAnOwnerWhoSeesAnOrder(studio);
      await exploresAsSeveralCompanies(studio);
      await asksAsWhoeverIsChosenMeanwhile(studio);
      await keepsTheAnswerToAChangeForWhoeverAsked(studio);
      await readsAnAnswerInEveryForm(studio);
      await opensEveryPanelBesideTheEditor(studio);
      await comparesThreeViewers(studio);
      await triesAgainWhenTheChainCannotBeRead(studio);
      await seesTheChainAndItsTypes(studio);
      await seesALargeChain(studio);
      await reproducesAQuestionFromALink(studio, chain);
      await exportsAndImportsAFolder(studio);
      await exportsFilesOneByOne(studio);
      await readsALongAnswer(studio);
      await signsIn(studio, provider.issuer);
      meetsNoFault(studio);
      await readsOnAPhoneInFrenchAndInTheDark(chain);
      await survivesASubgraphThatIsDown(studio, chain);
    },
    PATIENCE,
  );
});

async function nameProduct(chain: Chain, name: string): Promise<void> {
  const answer = await chain.query(
    `mutation ($name: String!) { upsertProduct(input: { sku: "AAA-1", name: $name, kind: COMPONENT, unit: "C62" }) { id } }`,
    await chain.token("fabrica/catalogue"),
    { name },
  );
  expect(answer.errors).toBeUndefined();
}

async function tellsAnOwnerWhoSeesAnOrder(studio: StudioPage): Promise<void> {
  const { page } = studio;
  await studio.viewAs("integra/buying");
  await studio.askExample("Orders");
  await page
    .locator(".tree .leaf", { hasText: /^number INT-/ })
    .first()
    .locator(".value")
    .click();
  const detail = page.getByRole("complementary", { name: "About this field" });
  await detail.getByRole("button", { name: "Who can see this?" }).click();
  await detail.getByText("Clause 3.2 (data sharing) of the agreement Fabrica – Integra").waitFor();
  expect(await studio.accessibilityFaults()).toEqual([]);
  await detail.getByRole("button", { name: "Close" }).click();
}

async function exploresAsSeveralCompanies(studio: StudioPage): Promise<void> {
  const { page } = studio;
  await studio.askExample("Prices");
  expect(await page.locator(".answer-facts").innerText()).toContain("200");
  await studio.viewAs("rivalis/buying");
  // The same question is asked again as the rival, without another press.
  await page.locator(".tree .leaf", { hasText: "unitCost" }).locator(".value.refused").first().click();
  const detail = page.getByRole("complementary", { name: "About this field" });
  await detail.getByText("No clause of an agreement would open it.").waitFor();
  expect(await detail.innerText()).toContain("PRICE_COST");
  expect(await detail.innerText()).toContain(DATA_CLASS_READERS.PRICE_COST);
  expect(await studio.accessibilityFaults()).toEqual([]);
  await detail.getByRole("button", { name: "Close" }).click();
}

async function asksAsWhoeverIsChosenMeanwhile(studio: StudioPage): Promise<void> {
  const { page } = studio;
  const [underWay, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const hold = async (route: Route) => {
    underWay.resolve();
    await goOn.promise;
    await route.continue();
  };
  await page.route("**/graphql", hold, { times: 1 });
  await page.locator(".cards button", { hasText: "Prices" }).first().click();
  await underWay.promise;
  await studio.viewAs("fabrica/pricing");
  goOn.resolve();
  // The maker reads its own costs; whoever asked first may not.
  await page.locator(".tree .leaf", { hasText: "70.20" }).first().waitFor();
  expect(await page.locator(".tree .leaf", { hasText: "unitCost" }).locator(".value.refused").count()).toBe(
    0,
  );
  await studio.viewAs("rivalis/buying");
  await page.locator(".tree .leaf", { hasText: "unitCost" }).locator(".value.refused").first().waitFor();
}

async function keepsTheAnswerToAChangeForWhoeverAsked({
  page,
  viewAs,
  askExample,
}: StudioPage): Promise<void> {
  const [underWay, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const changes: string[] = [];
  const hold = async (route: Route) => {
    changes.push(route.request().postData() ?? "");
    underWay.resolve();
    await goOn.promise;
    await route.continue();
  };
  await page.route("**/graphql", hold);
  await page.locator(".cards button", { hasText: "Disclosure request" }).click();
  // Once the editor has read the new text, there are operations to choose from.
  await page.locator('.ask-button[aria-haspopup="menu"]').click();
  await page.getByRole("menuitem", { name: "Request", exact: true }).click();
  await underWay.promise;
  await viewAs("fabrica/pricing");
  goOn.resolve();
  const whose = page.getByText("This is the answer to Rivalis, who asked.");
  await whose.waitFor();
  const views = page.getByRole("group", { name: "Views of the answer" });
  for (const view of ["Table", "JSON", "Way", "Answer"]) {
    await views.getByRole("button", { name: view }).click();
    expect(await whose.isVisible()).toBe(true);
  }
  await viewAs("rivalis/buying");
  await whose.waitFor({ state: "detached" });
  expect(await page.locator(".faults").isVisible()).toBe(true);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.getByText("Only a question that changes nothing").waitFor();
  expect(await page.getByRole("button", { name: "Compare 3" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Explore", exact: true }).click();
  expect(changes).toHaveLength(1);
  await page.unroute("**/graphql", hold);
  await askExample("Prices");
}

async function readsAnAnswerInEveryForm({ page }: StudioPage): Promise<void> {
  const views = page.getByRole("group", { name: "Views of the answer" });
  await page.getByText(HOSTILE).first().waitFor();
  await views.getByRole("button", { name: "Table" }).click();
  await page.locator("td", { hasText: HOSTILE }).first().waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  expect((await download).suggestedFilename()).toBe("products-nodes.csv");
  await views.getByRole("button", { name: "JSON" }).click();
  await page.locator(".json-view .view-lines").waitFor();
  await views.getByRole("button", { name: "Way" }).click();
  await views.getByRole("button", { name: "Answer" }).click();
}

async function opensEveryPanelBesideTheEditor({ page, accessibilityFaults }: StudioPage): Promise<void> {
  const rail = page.getByRole("navigation", { name: "Panels" });
  await rail.getByRole("button", { name: "Schema" }).click();
  await page.locator(".side").getByText("AgreementParty").waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the schema" }).click();
  expect((await download).suggestedFilename()).toBe("schema.graphql");
  await rail.getByRole("button", { name: "Fields" }).click();
  await page.locator(".side").getByText("products").first().waitFor();
  expect(await accessibilityFaults()).toEqual([]);
  await rail.getByRole("button", { name: "History" }).click();
  await page.locator(".side").getByText("Prices").first().waitFor();
  expect(await accessibilityFaults()).toEqual([]);
  await rail.getByRole("button", { name: "Saved" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await page.getByLabel("Name").fill("Prices of all");
  await page.locator("dialog[open] button.primary").click();
  await page.locator(".collection").getByText("Prices of all").waitFor();
  expect(await accessibilityFaults()).toEqual([]);
}

async function comparesThreeViewers({ page, accessibilityFaults }: StudioPage): Promise<void> {
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.getByRole("button", { name: "Compare 3" }).click();
  const table = page.getByRole("table");
  await table.waitFor();
  expect(await table.locator("thead th").count()).toBe(4);
  expect(await table.locator("tbody tr[data-differs=true]").count()).toBeGreaterThan(0);
  expect(await accessibilityFaults()).toEqual([]);
}

async function triesAgainWhenTheChainCannotBeRead({ page, accessibilityFaults }: StudioPage): Promise<void> {
  const failed = {
    data: null,
    errors: [{ message: "The company that owns this field cannot be reached now." }],
  };
  await page.route("**/graphql", (route) => route.fulfill({ json: failed }), { times: 1 });
  await page.getByRole("button", { name: "Chain", exact: true }).click();
  await page.getByRole("alert").getByText("cannot be reached now").waitFor();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: /^Fabrica/ }).waitFor();
}

async function seesTheChainAndItsTypes({ page, accessibilityFaults }: StudioPage): Promise<void> {
  await page.getByRole("button", { name: "Chain", exact: true }).click();
  await page.getByRole("button", { name: /^Fabrica/ }).press("Enter");
  await page.locator(".agreement-list li").first().waitFor();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole("button", { name: "Types", exact: true }).click();
  await page.getByRole("searchbox").fill("unitCost");
  await page.locator(".columns .class", { hasText: "PRICE_COST" }).first().waitFor();
  expect(await accessibilityFaults()).toEqual([]);
}

async function reproducesAQuestionFromALink({ page }: StudioPage, { url }: Chain): Promise<void> {
  await page.getByRole("button", { name: "Copy a link" }).click();
  await page.waitForURL(/viewer=rivalis/);
  const link = page.url();
  expect(link).not.toContain("eyJ");
  await page.goto("about:blank");
  await page.goto(link);
  await page.locator(".query .view-lines", { hasText: "Prices" }).waitFor();
  await page.locator('option[value="rivalis/buying"]:checked').waitFor({ state: "attached" });
  await page.goto(url);
  await page.locator(".query .view-lines").waitFor();
}

async function readsOnAPhoneInFrenchAndInTheDark({ url }: Chain): Promise<void> {
  await using studio = await openStudioPage({
    url,
    executablePath,
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
    locale: "fr-FR",
  });
  const { page } = studio;
  await studio.askExample("Commandes");
  await page.getByRole("button", { name: /^Poser la question/ }).waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  expect(await studio.accessibilityFaults()).toEqual([]);
  await page.getByRole("button", { name: "Schéma" }).click();
  // What others wrote stays English, and is read as such.
  await page.locator('[lang="en"]', { hasText: "Root Types" }).waitFor();
  await page.locator('[lang="fr"]').and(page.getByPlaceholder("Chercher dans le schéma")).waitFor();
  meetsNoFault(studio);
}

function meetsNoFault({ faults }: StudioPage): void {
  expect(faults).toEqual([]);
}

async function survivesASubgraphThatIsDown(studio: StudioPage, chain: Chain): Promise<void> {
  const fault = studio.page.locator(".faults code", { hasText: "UPSTREAM_UNAVAILABLE" });
  // The chain starts it again after a few seconds, which may be before a slow machine has asked.
  for (let attempt = 0; attempt < 5 && (await fault.count()) === 0; attempt += 1) {
    await chain.stop("orders");
    await studio.askExample("Public awards");
  }
  await fault.waitFor();
  expect(await studio.accessibilityFaults()).toEqual([]);
}
