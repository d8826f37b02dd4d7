import type { Viewer } from "@maillon/schema";
import { withClient } from "@maillon/subgraph-kit/testing";
import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import type { EntityClass } from "@mikro-orm/core";
import { Organization } from "../organization/organization.ts";
import { as, claire, openChain, propose, sign } from "../testing/open-chain.ts";
import { Agreement } from "./agreement.ts";
import { AgreementParty } from "./agreement-party.ts";
import { AgreementSignature } from "./agreement-signature.ts";

const tables: Record<string, EntityClass<object>> = {
  agreement: Agreement,
  agreement_party: AgreementParty,
  agreement_signature: AgreementSignature,
  organization: Organization,
};

/** Fabrica has two agreements with Integra, of which one also binds Vega; Rivalis has none. */
async function openLedger(): Promise<TestSubgraph> {
  const ledger = await openChain();
  await sign(ledger);
  await propose(ledger, { partyIds: ["fabrica", "integra", "vega"], signatories: ["legal", "direction"] });
  return ledger;
}

const visible: [string, Viewer, number[]][] = [
  ["the manufacturer", as("fabrica/sales"), [2, 5, 3, 5]],
  ["the integrator", as("integra/buying"), [2, 5, 3, 5]],
  ["a party to one of them", as("vega/service"), [1, 3, 2, 5]],
  ["a company that is party to none", as("rivalis/legal"), [0, 0, 0, 5]],
  ["a consumer", claire, [0, 0, 0, 5]],
];

async function countRows(count: (table: string, entity: EntityClass<object>) => Promise<number>) {
  return Promise.all(Object.entries(tables).map(([table, entity]) => count(table, entity)));
}

describe.each(visible)("the rows of %s", (_, viewer, expected) => {
  test("are those of the query's own rule, with row-level security off", async () => {
    await using ledger = await openLedger();
    await withClient(ledger.ownerUrl, async (client) => {
      for (const table of Object.keys(tables))
        await client.query(`alter table ${table} disable row level security`);
    });
    const counted = countRows((_table, entity) => ledger.database.as(viewer).count(entity, {}));
    await expect(counted).resolves.toEqual(expected);
  });

  test("are those of row-level security, when the query has no rule", async () => {
    await using ledger = await openLedger();
    const counted = countRows(async (table) => {
      const rows: unknown[] = await ledger.database.as(viewer).execute(`select 1 from ${table}`);
      return rows.length;
    });
    await expect(counted).resolves.toEqual(expected);
  });
});

test("without a viewer there are no rows of agreements", async () => {
  await using ledger = await openLedger();
  await withClient(ledger.appUrl, async (client) => {
    for (const table of ["agreement", "agreement_party", "agreement_signature"]) {
      const { rowCount } = await client.query(`select 1 from ${table}`);
      expect([table, rowCount]).toEqual([table, 0]);
    }
  });
});

const decision = "decision = 'APPROVE', at = now()";

/** Statements of a program that got something wrong, as a party; `changed` counts the rows that they reach. */
const silent: { title: string; viewer: Viewer; sql: string }[] = [
  {
    title: "another company's signature",
    viewer: as("fabrica/legal"),
    sql: `update agreement_signature set ${decision} where organization_id <> 'fabrica'`,
  },
  {
    title: "that another company has signed",
    viewer: as("fabrica/legal"),
    sql: "update agreement_party set signed_at = now() where organization_id <> 'fabrica'",
  },
  {
    title: "an agreement of others",
    viewer: as("rivalis/legal"),
    sql: "update agreement set terminated_on = '2020-01-01'",
  },
  {
    title: "a name of an organization",
    viewer: as("fabrica/legal"),
    sql: "update organization set name = 'other'",
  },
  { title: "agreements away", viewer: as("fabrica/legal"), sql: "delete from agreement" },
  { title: "parties away", viewer: as("fabrica/legal"), sql: "delete from agreement_party" },
  { title: "its own decisions away", viewer: as("fabrica/legal"), sql: "delete from agreement_signature" },
];

const signature = "insert into agreement_signature (agreement_id, organization_id, signatory, decision, at)";

/** Statements that the database refuses aloud, with a part of its message. */
const refused: { title: string; viewer: Viewer; sql: string; message: RegExp }[] = [
  {
    title: "other terms",
    viewer: as("fabrica/legal"),
    sql: "update agreement set clauses = '[]', valid_from = '2020-01-01'",
    message: /terms of an agreement never change/u,
  },
  {
    title: "another party",
    viewer: as("fabrica/legal"),
    sql: "update agreement set party_ids = party_ids || array['rivalis']",
    message: /terms of an agreement never change/u,
  },
  {
    title: "a last signature undone",
    viewer: as("fabrica/legal"),
    sql: "update agreement set signed_at = null where signed_at is not null",
    message: /outcome of an agreement is final/u,
  },
  {
    title: "a signed agreement refused",
    viewer: as("fabrica/legal"),
    sql: "update agreement set refused_at = now() where signed_at is not null",
    message: /signed_or_refused/u,
  },
  {
    title: "another decision",
    viewer: as("fabrica/legal"),
    sql: "update agreement_signature set decision = 'REJECT' where decision is not null",
    message: /decision is final/u,
  },
  {
    title: "a signatory who has decided already",
    viewer: as("fabrica/legal"),
    sql: `${signature} select id, 'integra', 'sales', 'APPROVE', now() from agreement`,
    message: /row-level security/u,
  },
  {
    title: "a signatory in another company's proposal",
    viewer: as("integra/legal"),
    sql: `${signature} select id, 'fabrica', 'sales', null, null from agreement`,
    message: /row-level security/u,
  },
  {
    title: "a party that never was",
    viewer: as("fabrica/legal"),
    sql: "insert into agreement_party select id, 'rivalis', 9, 'BUYER' from agreement",
    message: /row-level security/u,
  },
];

test("a party can write what is its own", async () => {
  await using ledger = await openLedger();
  const own = `update agreement_signature set ${decision} where organization_id = 'fabrica' and decision is null`;
  await expect(changedRows(ledger, as("fabrica/legal"), own)).resolves.toBe(2);
});

describe("a party cannot write", () => {
  test.each(silent)("$title", async ({ viewer, sql }) => {
    await using ledger = await openLedger();
    await expect(changedRows(ledger, viewer, sql)).resolves.toBe(0);
  });

  test.each(refused)("$title", async ({ viewer, sql, message }) => {
    await using ledger = await openLedger();
    await expect(changedRows(ledger, viewer, sql)).rejects.toThrow(message);
  });
});

async function changedRows(ledger: TestSubgraph, viewer: Viewer, sql: string): Promise<number> {
  const result: { affectedRows: number } = await ledger.database.as(viewer).execute(sql, [], "run");
  return result.affectedRows;
}
