import type { ExchangeInput } from "@maillon/schema/exchange";
import { importedId, importRecords } from "@maillon/subgraph-kit/testing";
import { openTestSubgraph } from "@maillon/subgraph-kit/testing";
import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import { complianceSubgraph } from "../subgraph.ts";
import { importers } from "./importers.ts";

type Company = ExchangeInput<"companies">;
type Agreement = ExchangeInput<"agreements">;

const companies: Company[] = ["fabrica", "integra"].map((key) => ({ key, name: key, country: "FR" }));

const yes = (company: string, at = "2025-01-02T10:00:00+01:00") => {
  return { company, signatory: "direction", verdict: "APPROVE" as const, at };
};
const no = (company: string) => ({ ...yes(company), verdict: "REJECT" as const });

/** An agreement in force, as a source would deliver it, with whatever differs. */
const agreement = (differing: Partial<Agreement> = {}): Agreement => {
  return {
    key: "a-1",
    model: "B2B2B",
    status: "ACTIVE",
    validFrom: "2025-01-01",
    parties: [
      { company: "fabrica", role: "SUPPLIER", signatories: ["direction"] },
      { company: "integra", role: "RESELLER", signatories: ["direction"] },
    ],
    signatures: [yes("fabrica"), yes("integra")],
    ...differing,
  };
};
const proposed = (differing: Partial<Agreement> = {}) =>
  agreement({ status: "PROPOSED", signatures: [], ...differing });

/** Imports an agreement with the companies; answers the reason of its rejection, or its counts. */
async function deliver(register: TestSubgraph, record: Agreement): Promise<string> {
  const events = await importRecords(register.owner, importers, { companies, agreements: [record] });
  const rejected = events.find((event) => event.type === "rejected");
  if (rejected?.type === "rejected") return rejected.reason;
  const counted = events.find((event) => event.type === "counted" && event.file === "agreements");
  if (counted?.type !== "counted") return "nothing was counted";
  return counted.imported === 1 ? "imported" : "unchanged";
}

async function read(register: TestSubgraph): Promise<unknown> {
  const viewer = {
    kind: "company" as const,
    organization: importedId("companies", "integra"),
    roles: ["direction"],
    subject: "s",
  };
  const id = importedId("agreements", "a-1");
  const query = `{ agreement(id: "${id}") { status version refusedAt parties { organization { name } signedAt } } }`;
  return (await register.ask(viewer, query)).data?.agreement;
}

describe("importing agreements", () => {
  test("derives status and signatures from the decisions", async () => {
    await using register = await openTestSubgraph(complianceSubgraph);
    await deliver(register, agreement({ version: 3 }));
    const signedAt = "2025-01-02T09:00:00.000Z";
    expect(await read(register)).toEqual({
      status: "ACTIVE",
      version: 3,
      refusedAt: null,
      parties: ["fabrica", "integra"].map((name) => ({ organization: { name }, signedAt })),
    });
  });

  const deliveries: { title: string; records: Agreement[]; outcomes: string[]; status: string }[] = [
    {
      title: "of the same twice changes nothing",
      records: [agreement(), agreement()],
      outcomes: ["imported", "unchanged"],
      status: "ACTIVE",
    },
    {
      title: "takes over signatures that came later",
      records: [proposed({ signatures: [yes("fabrica")] }), agreement()],
      outcomes: ["imported", "imported"],
      status: "ACTIVE",
    },
    {
      title: "takes over an end",
      records: [agreement(), agreement({ status: "TERMINATED", terminatedOn: "2025-06-30" })],
      outcomes: ["imported", "imported"],
      status: "TERMINATED",
    },
    {
      title: "takes over a halt and its end",
      records: [
        agreement(),
        agreement({ status: "SUSPENDED" }),
        agreement({ essenceForDataSubjects: undefined }),
      ],
      outcomes: ["imported", "imported", "imported"],
      status: "ACTIVE",
    },
    {
      title: "takes over that a draft is proposed",
      records: [proposed({ status: "DRAFT" }), proposed()],
      outcomes: ["imported", "imported"],
      status: "PROPOSED",
    },
    {
      title: "lets one no block for good",
      records: [proposed({ signatures: [yes("fabrica"), no("integra")] }), agreement()],
      outcomes: ["imported", "signatures.1: the signatory has decided otherwise, which is final"],
      status: "TERMINATED",
    },
    {
      title: "never changes terms",
      records: [agreement(), agreement({ territories: ["FR"] })],
      outcomes: ["imported", "the terms differ from those that are stored; a new version needs a new key"],
      status: "ACTIVE",
    },
    {
      title: "never puts off an end",
      records: [
        agreement({ status: "TERMINATED", terminatedOn: "2025-06-30" }),
        agreement({ status: "TERMINATED", terminatedOn: "2035-06-30" }),
      ],
      outcomes: ["imported", "terminatedOn: the agreement ends earlier already"],
      status: "TERMINATED",
    },
    {
      title: "never puts in force what its source does not",
      records: [proposed(), proposed({ signatures: [yes("fabrica"), yes("integra")] })],
      outcomes: ["imported", "status: is PROPOSED although signatures and dates put it in force"],
      status: "PROPOSED",
    },
  ];

  test.each(deliveries)("$title", async ({ records, outcomes, status }) => {
    await using register = await openTestSubgraph(complianceSubgraph);
    const answered: string[] = [];
    for (const record of records) answered.push(await deliver(register, record));
    expect(answered).toEqual(outcomes);
    expect(await read(register)).toMatchObject({ status });
  });

  const share = {
    type: "COMMISSION" as const,
    code: "1",
    text: "As agreed.",
    payer: "fabrica",
    payee: "integra",
    ratePercent: "101",
    base: "net price",
    capturedAt: "payment",
  };
  const bad: [string, Partial<Agreement>, RegExp][] = [
    ["a share above 100 percent", { clauses: [share] }, /^clauses\.0\.ratePercent: /u],
    [
      "a stranger in a clause",
      { clauses: [{ ...share, ratePercent: "5", payee: "rivalis" }] },
      /^clauses\.0\.payee: /u,
    ],
    ["an end on its first day", { validUntil: "2025-01-01" }, /^validUntil: /u],
    [
      "a party that was not delivered",
      {
        parties: ["fabrica", "unknown"].map((company) => ({
          company,
          role: "BUYER" as const,
          signatories: ["direction"],
        })),
        signatures: [yes("fabrica"), yes("unknown")],
      },
      /refers to a record that has not been imported/u,
    ],
  ];

  test.each(bad)("rejects %s and keeps nothing of it", async (_, differing, reason) => {
    await using register = await openTestSubgraph(complianceSubgraph);
    await expect(deliver(register, agreement(differing))).resolves.toMatch(reason);
    const rows: unknown[] = await register.owner
      .asOwner()
      .execute("select id from agreement union select agreement_id from agreement_signature");
    expect(rows).toEqual([]);
  });

  test("stores the others of a delivery when one is bad", async () => {
    await using register = await openTestSubgraph(complianceSubgraph);
    const agreements = [
      agreement(),
      agreement({ key: "a-2", validUntil: "2025-01-01" }),
      agreement({ key: "a-3" }),
    ];
    const events = await importRecords(register.owner, importers, { companies, agreements });
    expect(events.at(-1)).toMatchObject({ read: 3, imported: 2, rejected: 1 });
  });
});

describe("importing companies", () => {
  const siren = { scheme: "SIREN", value: "732829320", icd: "0002" } as const;
  const siret = { scheme: "SIRET", value: "73282932000074" } as const;

  async function deliverCompanies(register: TestSubgraph, records: Company[]) {
    const events = await importRecords(register.owner, importers, { companies: records });
    return events.at(-1);
  }

  async function readCompany(register: TestSubgraph, key: string): Promise<unknown> {
    const id = importedId("companies", key);
    const viewer = { kind: "company" as const, organization: id, roles: [], subject: "s" };
    const query = `{ organization(id: "${id}") { name roles authorities size registrations { scheme value icd } parent { name } } }`;
    return (await register.ask(viewer, query)).data?.organization;
  }

  test("keeps what the last delivery states, and a division that came before its company", async () => {
    await using register = await openTestSubgraph(complianceSubgraph);
    const ouest: Company = { key: "ouest", name: "Integra Ouest", country: "FR", parent: "integra" };
    const integra: Company = {
      key: "integra",
      name: "Integra",
      country: "FR",
      roles: ["INTEGRATOR", "INTEGRATOR"],
      size: "SME",
      registrations: [siren, siret, siret],
    };
    expect(await deliverCompanies(register, [ouest, integra])).toMatchObject({ imported: 2, rejected: 0 });
    const renamed = { ...integra, name: "Integra SA", registrations: [siren] };
    expect(await deliverCompanies(register, [ouest, renamed])).toMatchObject({ imported: 1, unchanged: 1 });
    expect(await readCompany(register, "integra")).toEqual({
      name: "Integra SA",
      roles: ["INTEGRATOR"],
      authorities: [],
      size: "SME",
      registrations: [siren],
      parent: null,
    });
    expect(await readCompany(register, "ouest")).toMatchObject({ parent: { name: "Integra SA" } });
  });

  test("keeps what the law puts a regulator in charge of, and rejects it of any other company", async () => {
    await using register = await openTestSubgraph(complianceSubgraph);
    const company = (key: string, roles: Company["roles"]): Company => {
      return { key, name: key, country: "FR", roles, authorities: ["TAX"] };
    };
    const records = [company("fisc", ["REGULATOR"]), company("shop", ["RETAILER"])];
    expect(await deliverCompanies(register, records)).toMatchObject({ imported: 1, rejected: 1 });
    expect(await readCompany(register, "fisc")).toMatchObject({ authorities: ["TAX"] });
    expect(await readCompany(register, "shop")).toBeNull();
  });

  test("rejects a second company with the same SIREN and keeps nothing of it", async () => {
    await using register = await openTestSubgraph(complianceSubgraph);
    const company = (key: string): Company => ({ key, name: key, country: "FR", registrations: [siren] });
    const events = await importRecords(register.owner, importers, {
      companies: [company("a"), company("b")],
    });
    expect(events).toContainEqual({
      type: "rejected",
      file: "companies",
      line: 2,
      reason: expect.stringContaining("registration_names_one_organization"),
    });
    expect(await readCompany(register, "b")).toBeNull();
  });
});
