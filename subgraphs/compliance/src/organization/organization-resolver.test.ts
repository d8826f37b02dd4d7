import type { Viewer } from "@maillon/schema";
import { openTestSubgraph } from "@maillon/subgraph-kit/testing";
import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import { complianceSubgraph } from "../subgraph.ts";
import { as, claire } from "../testing/open-chain.ts";
import { Organization } from "./organization.ts";
import { Registration } from "./registration.ts";

const company = (id: string, parentId: string | null = null) =>
  Organization.of({
    id,
    name: id.toUpperCase(),
    country: "FR",
    roles: ["INTEGRATOR"],
    size: "SME",
    parentId,
  });

const registration = (organizationId: string, scheme: Registration["scheme"], value: string) =>
  Registration.of({ organizationId, scheme, value, icd: null, verifiedAt: null });

/** Integra with its registrations and two divisions, and Fabrica. */
async function openRegister(): Promise<TestSubgraph> {
  const register = await openTestSubgraph(complianceSubgraph);
  await register.store([
    company("integra"),
    company("integra-ouest", "integra"),
    company("integra-est", "integra"),
    company("fabrica"),
  ]);
  await register.store([
    registration("integra", "SIREN", "732829320"),
    registration("integra", "SIRET", "73282932000074"),
    registration("integra", "VAT", "FR44732829320"),
    // An own number of Fabrica's that looks like Integra's SIREN.
    registration("fabrica", "OTHER", "732829320"),
  ]);
  return register;
}

describe("an organization", () => {
  test.each([
    ["its id", 'id: "integra"', "integra"],
    ["its SIREN", 'siren: "732829320"', "integra"],
    ["its VAT number", 'vatId: "FR44732829320"', "integra"],
    ["an id that nobody has", 'id: "unknown"', undefined],
    ["a SIREN that nobody has", 'siren: "552100554"', undefined],
  ])("is found by %s", async (_, args, id) => {
    await using register = await openRegister();
    const answer = await register.ask(as("vega/service"), `{ organization(${args}) { id } }`);
    expect(answer).toEqual({ data: { organization: id === undefined ? null : { id } } });
  });

  test.each([
    ["nothing", ""],
    ["null", "(id: null)"],
    ["two names", '(id: "integra", siren: "732829320")'],
    ["a SIREN with a wrong check digit", '(siren: "732829321")'],
    ["a VAT number with a wrong key", '(vatId: "FR45732829320")'],
  ])("is not looked for by %s", async (_, args) => {
    await using register = await openRegister();
    const { errors } = await register.ask(as("vega/service"), `{ organization${args} { id } }`);
    expect(errors).toMatchObject([
      { extensions: { code: expect.stringMatching(/BAD_USER_INPUT|VALIDATION/u) } },
    ]);
  });

  const everyone: [string, Viewer][] = [
    ["a company", as("rivalis/buying")],
    ["a consumer", claire],
  ];

  test.each(everyone)("is public within the chain, for %s", async (_, viewer) => {
    await using register = await openRegister();
    const query = `{ organization(id: "integra") {
      name country roles size registrations { scheme value icd verifiedAt } divisions { id parent { id } } agreements { id }
    } }`;
    const parent = { id: "integra" };
    const number = (scheme: string, value: string) => ({ scheme, value, icd: null, verifiedAt: null });
    expect(await register.ask(viewer, query)).toEqual({
      data: {
        organization: {
          name: "INTEGRA",
          country: "FR",
          roles: ["INTEGRATOR"],
          size: "SME",
          registrations: [
            number("SIREN", "732829320"),
            number("SIRET", "73282932000074"),
            number("VAT", "FR44732829320"),
          ],
          divisions: [
            { id: "integra-est", parent },
            { id: "integra-ouest", parent },
          ],
          agreements: [],
        },
      },
    });
  });

  test("shares its SIREN and its VAT number with no other", async () => {
    await using register = await openRegister();
    for (const [scheme, value] of [
      ["SIREN", "732829320"],
      ["VAT", "FR44732829320"],
    ] as const) {
      const twice = register.store([registration("fabrica", scheme, value)]);
      await expect(twice).rejects.toThrow(/registration_names_one_organization/u);
    }
  });

  test("is loaded with all others of a request by one statement for each table", async () => {
    await using register = await openRegister();
    const names = ["integra", "fabrica", "unknown", "integra-est", "integra"];
    const representations = names.map((id) => ({ __typename: "Organization", id }));
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Organization { name parent { name } registrations { value } divisions { id } agreements { id parties { role } } }
    } }`;
    const { data, errors } = await register.ask(as("vega/service"), query, { representations });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      _entities: [
        { name: "INTEGRA" },
        { name: "FABRICA" },
        null,
        { name: "INTEGRA-EST" },
        { name: "INTEGRA" },
      ],
    });
    // Organizations, registrations, divisions, agreements; the parent is among the organizations already.
    expect(register.statements).toHaveLength(4);
  });
});
