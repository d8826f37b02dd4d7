import { inForce } from "@maillon/schema/policy";
import { ledgerWith, NOW } from "@maillon/schema/testing";
import { catchUp } from "./catch-up.ts";

const [first, second] = [1, 2].map((sequence) => inForce({ ...ledgerWith(), sequence }, NOW));

describe("an operator who is asked by the word of a gateway", () => {
  test("that knows of a later ledger waits until it has that ledger itself", async () => {
    let looks = 0;
    const agreements = () => ((looks += 1) < 3 ? first : second);
    await expect(catchUp(agreements, second?.epoch)).resolves.toBe(true);
    expect(looks).toBe(3);
  });

  test.each([
    ["the same ledger", first?.epoch],
    ["none", undefined],
  ])("that knows of %s does not wait", async (_which, epoch) => {
    let looks = 0;
    const agreements = () => ((looks += 1), first);
    await expect(catchUp(agreements, epoch)).resolves.toBe(true);
    expect(looks).toBe(1);
  });

  test.each([
    ["holds no ledger", () => undefined],
    ["never hears of the later one", () => first],
  ])("and %s does not know what is in force", async (_why, agreements) => {
    await expect(catchUp(agreements, second?.epoch)).resolves.toBe(false);
  });
});
