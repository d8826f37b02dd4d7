import type { StudioPage } from "./studio-page.ts";

const COMPANIES = 50;

const companyOf = (index: number) => ({
  id: `org_test_${index}`,
  name: `Company ${index}`,
  roles: ["INTEGRATOR"],
});

/** Fifty companies with two agreements each: the demo chain has a tenth of that. */
const agreements = Array.from({ length: 2 * COMPANIES }, (_, index) => ({
  id: `agr_test_${index}`,
  status: index % 6 === 0 ? "TERMINATED" : "ACTIVE",
  model: "B2B",
  parties: [
    { role: "SUPPLIER", organization: companyOf(index % COMPANIES) },
    { role: "RESELLER", organization: companyOf((index * 7 + 3) % COMPANIES) },
  ],
}));

/** Lays out a chain of fifty companies: every name within the picture, none upon another. */
export async function seesALargeChain({ page, accessibilityFaults }: StudioPage): Promise<void> {
  await page.route("**/graphql", async (route) => {
    const { query } = route.request().postDataJSON() as { query: string };
    await (query.includes("query Chain")
      ? route.fulfill({ json: { data: { agreements } } })
      : route.continue());
  });
  await page.getByRole("button", { name: "Chain", exact: true }).click();
  await page
    .locator(".company")
    .nth(COMPANIES - 1)
    .waitFor();
  const picture = await page.locator(".network-picture").boundingBox();
  const labels = await page.locator(".company text").all();
  const boxes = await Promise.all(labels.map((label) => label.boundingBox()));
  const outside = boxes.filter(
    (box) => !box || !picture || box.y < picture.y || box.y + box.height > picture.y + picture.height,
  );
  expect(outside).toEqual([]);
  await page.locator(".company-list button", { hasText: /^Company 7$/ }).click();
  expect(await page.locator(".agreement-list li").count()).toBe(4);
  expect(await accessibilityFaults()).toEqual([]);
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Explore", exact: true }).click();
}
