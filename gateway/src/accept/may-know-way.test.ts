import type { Viewer } from "@maillon/schema";
import { createMayKnowWay } from "./may-know-way.ts";

const person = (organization: string): Viewer => ({ kind: "company", organization, roles: [], subject: "s" });
const consumer: Viewer = { kind: "consumer", customers: ["org_a"], subject: "s" };

describe("the way of an answer", () => {
  test.each([
    {
      whom: "nobody, unless the operator names somebody",
      config: { demo: false, wayOrganizations: [] },
      viewer: person("org_a"),
      told: false,
    },
    {
      whom: "people of a company that it names",
      config: { demo: false, wayOrganizations: ["org_a"] },
      viewer: person("org_a"),
      told: true,
    },
    {
      whom: "no people of another company",
      config: { demo: false, wayOrganizations: ["org_a"] },
      viewer: person("org_b"),
      told: false,
    },
    {
      whom: "no consumer",
      config: { demo: false, wayOrganizations: ["org_a"] },
      viewer: consumer,
      told: false,
    },
    {
      whom: "everybody of the fictional chain",
      config: { demo: true, wayOrganizations: [] },
      viewer: consumer,
      told: true,
    },
  ])("is told to $whom", ({ config, viewer, told }) => {
    expect(createMayKnowWay(config)(viewer)).toBe(told);
  });
});
