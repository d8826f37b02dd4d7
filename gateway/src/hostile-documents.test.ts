import { drawFrom, hostileDocument } from "@maillon/schema/testing";
import { isErrorCode } from "./error-registry.ts";
import { openTestGateway } from "./testing/open-test-gateway.ts";
import { openTestSubgraph } from "./testing/open-test-subgraph.ts";

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { users(first: Int): [User!] id: ID name: String }
  type User @key(fields: "id") { id: ID! name: String users(first: Int): [User!] }`;
/** `npm run bench -- --hostile` sends ten thousand. */
const DOCUMENTS = Number(process.env["MAILLON_HOSTILE_DOCUMENTS"] ?? 2_000);

interface Refusal {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

test(
  "hostile documents are each answered or refused with a code, and the gateway answers as before",
  async () => {
    const people = [{ id: "1", name: "Ada" }];
    const subgraph = await openTestSubgraph("people", SDL, {
      Query: { users: () => people, id: () => "root", name: () => "root" },
      User: { users: () => people },
    });
    await using gateway = await openTestGateway([subgraph], { GATEWAY_COMPANY_BUDGET: "1000000000" });
    const draw = drawFrom(7);
    const counts = { answered: 0, refused: 0 };
    for (let index = 0; index < DOCUMENTS; index += 1) {
      const document = hostileDocument(draw);
      const { status, body } = await gateway.ask(document);
      const codes = (body as Refusal).errors?.map(({ extensions }) => extensions.code) ?? [];
      if (status >= 500 || !codes.every(isErrorCode) || codes.includes("INTERNAL_SERVER_ERROR"))
        throw new Error(`${status} ${codes.join()} for ${document.slice(0, 500)}`);
      if (codes.length > 0) counts.refused += 1;
      else counts.answered += 1;
    }
    expect(counts.answered + counts.refused).toBe(DOCUMENTS);
    expect(counts.refused).toBeGreaterThan(DOCUMENTS / 2);
    const { body } = await gateway.ask("{ users { name } }");
    expect(body).toEqual({ data: { users: [{ name: "Ada" }] } });
  },
  300_000 + DOCUMENTS * 30,
);
