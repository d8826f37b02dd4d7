import { escapeIdentifier, escapeLiteral } from "pg";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { scramVerifier } from "./scram-verifier.ts";
import { urlFor, withClient } from "./with-client.ts";

describe("scramVerifier", () => {
  test.each(["plain", "with spaces and 'quotes'", "é€𝄞"])(
    "lets its password in and no other: %s",
    async (password) => {
      await using database = await openTestDatabase({ contract: "scram", migrations: [] });
      const role = `${new URL(database.ownerUrl).pathname.slice(1)}_login`;
      const [name, verifier] = [escapeIdentifier(role), escapeLiteral(scramVerifier(password))];
      await withClient(database.ownerUrl, async (client) => {
        await client.query(`create role ${name} login password ${verifier}`);
        await client.query(
          `grant connect on database ${escapeIdentifier(new URL(database.ownerUrl).pathname.slice(1))} to ${name}`,
        );
      });
      const login = (attempt: string) =>
        withClient(urlFor(database.ownerUrl, { user: role, password: attempt }), async () => "in");
      await expect(login(password)).resolves.toBe("in");
      await expect(login(`${password}!`)).rejects.toThrow(/password authentication failed/);
    },
  );

  test("does not contain the password and is the same every time", () => {
    expect(scramVerifier("canary")).toBe(scramVerifier("canary"));
    expect(scramVerifier("canary")).not.toContain("canary");
    expect(scramVerifier("canary")).not.toBe(scramVerifier("canary2"));
  });
});
