import type { Viewer } from "@maillon/schema";
import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import { switchOffRowSecurity } from "../testing/belts.ts";
import { company, consumer, openChain } from "../testing/open-chain.ts";

/** Asks what this subgraph adds to companies, as the gateway does. */
async function askOf(chain: TestSubgraph, viewer: Viewer, { of, fields }: { of: string[]; fields: string }) {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { ${fields} } } }`;
  const representations = of.map((id) => ({ __typename: "Organization", id }));
  return chain.ask(viewer, query, { r: representations });
}

const PAGE = "nodes { id } pageInfo { hasNextPage endCursor }";

describe("the customers of a company", () => {
  test.each([
    { who: "itself", viewer: company("vega"), of: "vega", expected: ["cus_claire", "cus_hugo"] },
    { who: "a co-holder of some", viewer: company("fabrica"), of: "vega", expected: ["cus_claire"] },
    { who: "a company with nothing", viewer: company("etrangere"), of: "vega", expected: [] },
    { who: "one of them", viewer: consumer("cus_hugo"), of: "vega", expected: ["cus_hugo"] },
    { who: "a former holder", viewer: company("rivalis"), of: "rivalis", expected: [] },
    { who: "the holder that came after", viewer: company("integra"), of: "rivalis", expected: [] },
  ])("are told to $who as far as it knows them: $expected", async ({ viewer, of, expected }) => {
    await using chain = await openChain();
    const { data } = await askOf(chain, viewer, { of: [of], fields: "customers { nodes { id } }" });
    expect(data).toEqual({ _entities: [{ customers: { nodes: expected.map((id) => ({ id })) } }] });
  });

  test("are kept from others by the query alone, too, even that there are more", async () => {
    await using chain = await openChain();
    await switchOffRowSecurity(chain);
    const fields = "customers(first: 1) { nodes { id } pageInfo { hasNextPage } }";
    const page = (...ids: string[]) => ({
      customers: { nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage: false } },
    });
    const toFabrica = await askOf(chain, company("fabrica"), { of: ["vega"], fields });
    expect(toFabrica.data).toEqual({ _entities: [page("cus_claire")] });
    const toIntegra = await askOf(chain, company("integra"), { of: ["rivalis", "future"], fields });
    expect(toIntegra.data).toEqual({ _entities: [page(), page()] });
  });

  test("come in pages, for each company its own, with one statement for all positions", async () => {
    await using chain = await openChain();
    const fields = `some: customers(first: 1) { ${PAGE} } all: customers { ${PAGE} }`;
    const { data } = await askOf(chain, company("vega"), { of: ["vega", "fabrica", "rivalis"], fields });
    const endCursor: unknown = expect.any(String);
    const claire = { nodes: [{ id: "cus_claire" }], pageInfo: { hasNextPage: false, endCursor } };
    const nobody = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    expect(data).toEqual({
      _entities: [
        {
          some: { nodes: [{ id: "cus_claire" }], pageInfo: { hasNextPage: true, endCursor } },
          all: {
            nodes: [{ id: "cus_claire" }, { id: "cus_hugo" }],
            pageInfo: { hasNextPage: false, endCursor },
          },
        },
        { some: claire, all: claire },
        { some: nobody, all: nobody },
      ],
    });
    expect(chain.statements).toHaveLength(2);
  });

  test("go on where a page ended, under a cursor that no other company's list takes", async () => {
    await using chain = await openChain();
    const first = await askOf(chain, company("vega"), {
      of: ["vega"],
      fields: `customers(first: 1) { ${PAGE} }`,
    });
    const after = /"endCursor":("[^"]+")/u.exec(JSON.stringify(first.data))?.[1];
    const fields = `customers(after: ${after}) { nodes { id } }`;
    const next = await askOf(chain, company("vega"), { of: ["vega"], fields });
    expect(next.data).toEqual({ _entities: [{ customers: { nodes: [{ id: "cus_hugo" }] } }] });
    const other = await askOf(chain, company("vega"), { of: ["fabrica"], fields });
    expect(other.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "after" } }]);
  });

  test("are not counted out in pages of no or too many customers", async () => {
    await using chain = await openChain();
    const fields = "a: customers(first: 0) { nodes { id } } b: customers(first: 101) { nodes { id } }";
    const { errors } = await askOf(chain, company("vega"), { of: ["vega"], fields });
    const refusal = { extensions: { code: "BAD_USER_INPUT", argument: "first" } };
    expect(errors).toMatchObject([refusal, refusal]);
  });
});

describe("the people of a company", () => {
  const fields = `referents { scope person { displayName } forPartner { id } }
    billing: referents(scope: BILLING) { scope }
    members { jobTitle buyingRoles approvalLimit { amount currencyCode } person { displayName } organization { id } }`;
  const nadia = { scope: "COMMERCIAL", person: { displayName: "Name of nadia" }, forPartner: null };
  const paul = { scope: "BILLING", person: { displayName: "Name of paul" }, forPartner: { id: "integra" } };

  test("are all known to the company itself, its referents for others as well", async () => {
    await using chain = await openChain();
    const { data } = await askOf(chain, company("integra"), { of: ["integra", "boulange"], fields });
    const member = {
      jobTitle: "Buyer",
      buyingRoles: ["BUYER"],
      approvalLimit: { amount: "5000.00", currencyCode: "EUR" },
      person: { displayName: "Name of nadia" },
      organization: { id: "integra" },
    };
    expect(data).toEqual({
      _entities: [
        { referents: [nadia], billing: [], members: [member] },
        { referents: [paul], billing: [{ scope: "BILLING" }], members: [] },
      ],
    });
  });

  test.each([
    ["a co-holder", company("vega"), [nadia]],
    ["a company with nothing", company("etrangere"), []],
    ["its customer", company("boulange"), []],
    ["a consumer", consumer("cus_claire"), []],
  ])("are known to %s as far as they are there for it", async (_, viewer, referents) => {
    await using chain = await openChain();
    const { data } = await askOf(chain, viewer, { of: ["integra"], fields });
    expect(data).toEqual({ _entities: [{ referents, billing: [], members: [] }] });
  });
});
