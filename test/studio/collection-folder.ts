import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../start/until.ts";
import type { StudioPage } from "./studio-page.ts";

/** The browser's own private folder stands for the one that a person picks: its dialog is not part of any page. */
const PICK_PRIVATE_FOLDER = "window.showDirectoryPicker = () => navigator.storage.getDirectory()";

const READ_PRIVATE_FOLDER = `(async () => {
  const files = {};
  for await (const [name, handle] of (await navigator.storage.getDirectory()).entries())
    // Beside a file that is being written, a swap file comes and goes.
    if (name.endsWith(".graphql")) files[name] = await (await handle.getFile()).text();
  return files;
})()`;

/** Writes the collection into a folder, and reads it back from one, variables included. */
export async function exportsAndImportsAFolder({ page }: StudioPage): Promise<void> {
  await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Saved" }).click();
  await page.evaluate(PICK_PRIVATE_FOLDER);
  await page.getByRole("button", { name: "Export to a folder" }).first().click();
  const written = await until(
    async () => (await page.evaluate(READ_PRIVATE_FOLDER)) as Record<string, string>,
    (files) => (files["Prices of all.graphql"] ?? "") !== "",
  );
  expect(written["Prices of all.graphql"]).toContain("query Prices");
  const folder = await mkdtemp(join(tmpdir(), "maillon-questions-"));
  try {
    await writeFile(
      join(folder, "One product.graphql"),
      "query One($id: ID!) { product(id: $id) { name } }\n",
    );
    await writeFile(join(folder, "One product.variables.json"), `{"id":"prd_x"}\n`);
    await page.locator("input[type=file]").setInputFiles(folder);
    const button = page.locator(".collection li button", { hasText: "One product" });
    await button.waitFor();
    await button.click();
    await page.locator(".query .view-lines", { hasText: "query One" }).waitFor();
    await page.getByRole("button", { name: "Variables" }).click();
    await page.locator(".input-editors .view-lines", { hasText: "prd_x" }).first().waitFor();
    await page.getByRole("button", { name: "Variables" }).click();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Where the browser writes no folders, the files come one by one. */
export async function exportsFilesOneByOne({ page }: StudioPage): Promise<void> {
  await page.evaluate("delete window.showDirectoryPicker; delete Window.prototype.showDirectoryPicker");
  const download = page.waitForEvent("download");
  const collection = page.locator(".collection", { hasText: "Prices of all" });
  await collection.getByRole("button", { name: "Export to a folder" }).click();
  expect((await download).suggestedFilename()).toBe("Prices of all.graphql");
}
