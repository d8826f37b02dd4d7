import { newId } from "@maillon/schema";
import type { Viewer } from "@maillon/schema";
import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import { company, consumer, heldBy, openEmptyChain } from "../testing/open-chain.ts";
import { CustomerHolding } from "./customer-holding.ts";

const REGISTER = `mutation ($input: CustomerInput!) { registerCustomer(input: $input) {
  id kind stage segments consents { purpose basis granted withdrawnAt controller { id } } introduced { id } situation { buyClass } loyaltyPoints
  organization { id } acquiredThrough { id } person { displayName email }
  holders { role until organization { id } agreement { id } } } }`;

const vega = company("vega", "sales");
const rivalis = company("rivalis", "service");
const integra = "integra";
const boulange = "boulange";
const nobody = newId("org", "conforma");
const organizationOf = (viewer: Viewer) => (viewer.kind === "company" ? viewer.organization : "");

const business = { kind: "BUSINESS", organizationId: boulange };
const uses = [{ purpose: "CONTRACT", basis: "CONTRACT" }];
const claire = { kind: "CONSUMER", displayName: " Claire Martin ", email: "claire@example.org", uses };
const sharing = (basis: string) => ({ ...claire, uses: [...uses, { purpose: "PARTNER_SHARING", basis }] });

const register = (chain: TestSubgraph, viewer: Viewer, input: object) =>
  chain.ask(viewer, REGISTER, { input });

const NEW = {
  id: expect.stringMatching(/^cus_vega_[a-z2-7]{26}$/u) as unknown,
  stage: "NEW",
  segments: [],
  consents: [],
  introduced: [],
  situation: null,
  loyaltyPoints: null,
  acquiredThrough: null,
  organization: null,
  person: null,
  holders: [{ role: "OWNER", until: null, organization: { id: organizationOf(vega) }, agreement: null }],
};

const consent = (purpose: string, basis: string) => ({
  purpose,
  basis,
  granted: true,
  withdrawnAt: null,
  controller: { id: organizationOf(vega) },
});

describe("registerCustomer", () => {
  test.each([
    ["an organization", business, { kind: "BUSINESS", organization: { id: boulange } }],
    [
      "an administration that a partner brought in",
      { kind: "ADMINISTRATION", organizationId: boulange, acquiredThroughId: integra },
      { kind: "ADMINISTRATION", organization: { id: boulange }, acquiredThrough: { id: integra } },
    ],
    [
      "a consumer",
      sharing("CONSENT"),
      {
        kind: "CONSUMER",
        person: { displayName: "Claire Martin", email: "claire@example.org" },
        consents: [consent("CONTRACT", "CONTRACT"), consent("PARTNER_SHARING", "CONSENT")],
      },
    ],
    [
      "a consumer of whom only the name is known",
      { kind: "CONSUMER", displayName: "Hugo", uses },
      {
        kind: "CONSUMER",
        person: { displayName: "Hugo", email: null },
        consents: [consent("CONTRACT", "CONTRACT")],
      },
    ],
  ])("makes %s a customer whom the viewer's company owns", async (_, input, expected) => {
    await using chain = await openEmptyChain();
    const answer = await register(chain, vega, input);
    expect(answer).toEqual({ data: { registerCustomer: { ...NEW, ...expected } } });
  });

  test("shows the customer to its holder from then on, and to no other company", async () => {
    await using chain = await openEmptyChain();
    await register(chain, vega, business);
    const list = "{ customers { nodes { organization { id } } } }";
    await expect(chain.ask(vega, list)).resolves.toEqual({
      data: { customers: { nodes: [{ organization: { id: boulange } }] } },
    });
    await expect(chain.ask(rivalis, list)).resolves.toEqual({ data: { customers: { nodes: [] } } });
  });

  test.each([
    { what: "a consumer who asks", viewer: consumer("cus_claire"), input: business },
    { what: "somebody without the role", viewer: company(integra, "buying"), input: business },
  ])("is refused to $what", async ({ viewer, input }) => {
    await using chain = await openEmptyChain();
    const answer = await register(chain, viewer, input);
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: "FORBIDDEN" } }] });
    expect(chain.statements).toEqual([]);
  });

  test.each([
    ["organizationId", "a business without its organization", { kind: "BUSINESS" }],
    ["organizationId", "a business that does not exist", { ...business, organizationId: nobody }],
    ["acquiredThroughId", "an introducer that does not exist", { ...claire, acquiredThroughId: nobody }],
    ["organizationId", "the id of something else", { ...business, organizationId: newId("per", "vega") }],
    ["organizationId", "the viewer's own company", { ...business, organizationId: organizationOf(vega) }],
    ["displayName", "a business with a name", { ...business, displayName: "canary" }],
    ["email", "a business with an address", { ...business, email: "canary@example.org" }],
    ["uses", "a business with uses of personal data", { ...business, uses }],
    ["displayName", "a consumer without a name", { kind: "CONSUMER", uses }],
    ["uses", "a consumer for no purpose", { kind: "CONSUMER", displayName: "Hugo" }],
    ["uses", "an empty list of uses", { ...claire, uses: [] }],
    [
      "uses",
      "a purpose named twice",
      { ...claire, uses: [...uses, { purpose: "CONTRACT", basis: "CONSENT" }] },
    ],
    ["uses", "sharing with partners without consent", sharing("LEGITIMATE_INTERESTS")],
    ["organizationId", "a consumer who is an organization", { ...claire, organizationId: boulange }],
    ["displayName", "a name of spaces", { ...claire, displayName: "  " }],
    ["displayName", "a name with control characters", { ...claire, displayName: "canary\n" }],
    ["displayName", "a name that is too long", { ...claire, displayName: "canary".repeat(40) }],
    ["email", "an address that is none", { ...claire, email: "canary" }],
    ["acquiredThroughId", "an introducer that is no company", { ...claire, acquiredThroughId: "canary" }],
  ])("refuses a wrong `%s`, %s, without repeating it", async (argument, _, input) => {
    await using chain = await openEmptyChain();
    const answer = await register(chain, vega, input);
    const extensions = { code: "BAD_USER_INPUT", argument: `input.${argument}` };
    expect(answer).toMatchObject({ data: null, errors: [{ extensions }] });
    expect(JSON.stringify(answer)).not.toContain("canary");
    expect(chain.statements).toEqual([]);
  });
});

describe("registering the same buyer again", () => {
  test.each([
    ["organization", business, business],
    ["organization, as another kind", business, { ...business, kind: "ADMINISTRATION" }],
    ["e-mail address", claire, { ...claire, displayName: "C. Martin", email: "Claire@Example.org" }],
  ])("is a conflict when the holder has a customer with this %s", async (_, input, again) => {
    await using chain = await openEmptyChain();
    await register(chain, vega, input);
    const { errors } = await register(chain, vega, again);
    expect(errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    const { data } = await chain.ask(vega, "{ customers { nodes { kind } } }");
    expect(data).toEqual({ customers: { nodes: [{ kind: input.kind }] } });
  });

  test("is none when the other customer has the same name only", async () => {
    await using chain = await openEmptyChain();
    const hugo = { kind: "CONSUMER", displayName: "Hugo", uses };
    await register(chain, vega, hugo);
    const { errors } = await register(chain, vega, hugo);
    expect(errors).toBeUndefined();
  });

  test.each([business, claire])(
    "makes another relation for another holder, who learns nothing: $kind",
    async (input) => {
      await using chain = await openEmptyChain();
      await register(chain, vega, input);
      const { data } = await register(chain, rivalis, input);
      const holders = [
        { role: "OWNER", until: null, organization: { id: organizationOf(rivalis) }, agreement: null },
      ];
      expect(data).toMatchObject({ registerCustomer: { holders } });
    },
  );

  test.each([
    ["holds the relation no longer", { since: "2020-01-01", until: "2021-01-01" }],
    ["was a mere intermediary of it", { role: "INTERMEDIARY" }],
  ] as const)("makes another relation when the company %s", async (_, holding) => {
    await using chain = await openEmptyChain();
    const { data } = await register(chain, rivalis, business);
    const customerId = String(/cus_vega_\w+/u.exec(JSON.stringify(data)));
    await chain.store([heldBy(organizationOf(vega), { customerId, ...holding })]);
    const { errors } = await register(chain, vega, business);
    expect(errors).toBeUndefined();
  });

  test.each([business, claire])("makes one relation when ten come at once: $kind", async (input) => {
    await using chain = await openEmptyChain();
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(chain, vega, input)));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions?.code ?? "done");
    expect(codes.toSorted()).toEqual([...Array.from({ length: 9 }, () => "CONFLICT"), "done"]);
    await expect(chain.database.as(vega).count(CustomerHolding)).resolves.toBe(1);
  });
});
