import { company, consumer, openChain } from "../testing/open-chain.ts";

describe("me", () => {
  test.each([
    ["a consumer", consumer("cus_claire"), { displayName: "Name of claire" }],
    [
      "a consumer, one of whose relations is gone",
      consumer("cus_gone", "cus_hugo"),
      { displayName: "Name of hugo" },
    ],
    ["a consumer none of whose relations exists", consumer("cus_gone"), null],
    ["a consumer who claims the relation of a company", consumer("cus_boulange"), null],
    ["a company", company("vega"), null],
  ])("for %s is the person who asks, if there is one", async (_, viewer, me) => {
    await using chain = await openChain();
    await expect(chain.ask(viewer, "{ me { displayName } }")).resolves.toEqual({ data: { me } });
  });
});
