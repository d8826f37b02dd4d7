import { claimsOfViewer, viewerOfClaims } from "./assertion.ts";
import type { Viewer } from "./viewer.ts";

const viewers: Viewer[] = [
  { kind: "company", organization: "org_conforma_a", roles: ["buying"], subject: "p1" },
  { kind: "consumer", customers: ["cus_vega_b"], subject: "p2" },
];

describe("claims of an assertion", () => {
  test.each(viewers)("name the viewer that they were made of ($kind)", (viewer) => {
    expect(viewerOfClaims(claimsOfViewer(viewer))).toEqual(viewer);
  });
});
