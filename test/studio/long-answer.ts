import { readFile } from "node:fs/promises";
import type { StudioPage } from "./studio-page.ts";

const ROWS = 5_000;

/** More than a page of the demo chain holds: the browser is handed it in the gateway's place. */
const longAnswer = {
  data: {
    products: {
      nodes: Array.from({ length: ROWS }, (_, index) => ({ id: `prd_${index}`, name: `Sensor ${index}` })),
    },
  },
};

/** Reads an answer with 5,000 rows in every form without putting all of them into the page. */
export async function readsALongAnswer({ page, accessibilityFaults }: StudioPage): Promise<void> {
  await page.route("**/graphql", (route) => route.fulfill({ json: longAnswer }));
  await page.locator(".ask-button").click();
  const views = page.getByRole("group", { name: "Views of the answer" });
  await page.locator(".tree").getByText("Sensor 0", { exact: true }).first().waitFor();
  expect(await page.locator(".tree .leaf").count()).toBeLessThan(500);
  await views.getByRole("button", { name: "Table" }).click();
  await page.locator("td", { hasText: "Sensor 0" }).first().waitFor();
  expect(await page.locator(".table-view tbody tr").count()).toBeLessThanOrEqual(500);
  expect(await accessibilityFaults()).toEqual([]);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(ROWS + 1);
  await views.getByRole("button", { name: "Answer" }).click();
  await page.unroute("**/graphql");
}
