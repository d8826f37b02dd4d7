import { ASSERTION, type Asserted, assertedBy, assertionClaims, claimsOf } from "./assertion.ts";

const ruling = { epoch: 7, agreements: ["agr_conforma_a"] };
const asserted: Asserted[] = [
  { viewer: { kind: "company", organization: "org_conforma_a", roles: ["buying"], subject: "p1" }, ruling },
  { viewer: { kind: "consumer", customers: ["cus_vega_b"], subject: "p2" } },
];

describe("claims of an assertion", () => {
  test.each(asserted)("name what they were made of ($viewer.kind)", (each) => {
    expect(assertedBy(claimsOf(each))).toEqual(each);
  });

  test("name no more agreements than a header can hold", () => {
    const agreements = Array.from({ length: ASSERTION.maximumAgreements + 1 }, (_, index) => `agr_${index}`);
    const claims = {
      sub: "p1",
      viewer: { kind: "consumer", customers: [] },
      ruling: { epoch: 1, agreements },
    };
    expect(assertionClaims.safeParse(claims).success).toBe(false);
  });
});
