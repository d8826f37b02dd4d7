import { noticeSubgraph } from "../testing/notice-subgraph.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { withClient } from "./with-client.ts";

const { name: contract, migrations, entities } = noticeSubgraph;

/** Prepares a database again, after somebody had its owner run a statement. */
async function prepareAfter(statement: string): Promise<unknown> {
  await using notices = await openTestDatabase({ contract, migrations, entities });
  const { ownerUrl } = notices;
  await withClient(ownerUrl, (client) => client.query(statement));
  return await prepareDatabase({ ownerUrl, contract, migrations, entities });
}

describe("a database", () => {
  test("whose policies are those of the row rules is accepted", async () => {
    await expect(prepareAfter("select")).resolves.toHaveProperty("appUrl");
  });

  test.each([
    {
      flaw: "has a looser policy",
      statement: "alter policy readable_rows on notice using (author_id is not null)",
      says: "notice, the table of Notice, has the policy readable_rows, which lets through: (author_id IS NOT NULL)",
    },
    {
      flaw: "has a stricter policy",
      statement: "create policy more on notice as restrictive using (title <> '')",
      says: "has the policy more, which lets through: (title <> ''::text)",
    },
    {
      flaw: "has a second policy that adds rows",
      statement: "create policy more on notice for select using (title = 'open')",
      says: "has the policy more, which lets through: (title = 'open'::text)",
    },
    {
      flaw: "has the policy for one role only",
      statement: "alter policy readable_rows on notice to pg_monitor",
      says: "has the policy readable_rows",
    },
    {
      flaw: "lost its policy",
      statement: "drop policy readable_rows on notice",
      says: "has no policy that lets rows through",
    },
    {
      flaw: "does not bind the owner of the table",
      statement: "alter table notice no force row level security",
      says: "The table notice of Notice is not under row-level security",
    },
  ])("that $flaw is refused", async ({ statement, says }) => {
    await expect(prepareAfter(statement)).rejects.toThrow(says);
  });
});
