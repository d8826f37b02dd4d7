import type { Viewer } from "@maillon/schema";
import { askWhileStopping } from "@maillon/schema/testing";
import { Notice, noticeSubgraph } from "../testing/notice-subgraph.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";
import type { TestSubgraph } from "../testing/open-test-subgraph.ts";

const company = (organization: string): Viewer => ({
  kind: "company",
  organization,
  roles: [],
  subject: "s",
});
const consumer = (...customers: string[]): Viewer => ({ kind: "consumer", customers, subject: "s" });

/** Three companies: `fabrica` writes to `integra` and to `rivalis`, `rivalis` to a consumer. */
async function openNotices(): Promise<TestSubgraph> {
  const subgraph = await openTestSubgraph(noticeSubgraph);
  await subgraph.store([
    Notice.of({ id: "n1", authorId: "fabrica", readerId: "integra", title: "b" }),
    Notice.of({ id: "n2", authorId: "fabrica", readerId: "rivalis", title: "a" }),
    Notice.of({ id: "n3", authorId: "rivalis", readerId: "cus_vega_claire", title: "c" }),
  ]);
  return subgraph;
}

const ids = "{ notices { nodes { id } } }";

describe("a request to a subgraph", () => {
  test.each([
    ["a query", { query: "{ __typename }" }],
    ["its SDL", { query: "{ _service { sdl } }" }],
    [
      "entities",
      {
        query: "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }",
        variables: { r: [] },
      },
    ],
    ["an introspection", { query: "{ __schema { queryType { name } } }" }],
    ["nonsense", "nonsense"],
  ])("for %s is refused without an assertion, before its body is read", async (_, payload) => {
    await using notices = await openNotices();
    const response = await notices.server.inject({ method: "POST", url: "/graphql", payload });
    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({
      errors: [
        {
          message: "This subgraph answers only its gateway: no assertion was sent.",
          extensions: { code: "ASSERTION_MISSING" },
        },
      ],
    });
  });

  test("with an assertion for another subgraph is refused", async () => {
    await using notices = await openNotices();
    const authorization = await notices.gateway.authorize("orders", company("integra"));
    const response = await notices.server.inject({
      method: "POST",
      url: "/graphql",
      headers: { authorization },
      payload: { query: ids },
    });
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: "ASSERTION_AUDIENCE" } }] });
  });

  test("is refused until the subgraph knows what is in force, and never answered with less than is there", async () => {
    let ready = false;
    await using notices = await openTestSubgraph(noticeSubgraph, { isReady: () => ready });
    await notices.store([Notice.of({ id: "n1", authorId: "fabrica", readerId: "integra", title: "a" })]);
    const early = await notices.ask(company("integra"), ids);
    expect(early).toMatchObject({ errors: [{ extensions: { code: "NOT_READY" } }] });
    ready = true;
    const { data } = await notices.ask(company("integra"), ids);
    expect(data).toEqual({ notices: { nodes: [{ id: "n1" }] } });
  });

  test.each([
    ["rows that not everybody may read", ids, ["AGREEMENTS_UNKNOWN"]],
    ["no more than the name of their type", "{ notices { nodes { __typename } } }", ["AGREEMENTS_UNKNOWN"]],
    ["what everybody may read", "{ __typename notices { __typename } }", []],
  ])("for %s is answered without a ledger, and says what may be missing", async (_what, query, codes) => {
    await using notices = await openTestSubgraph(noticeSubgraph, { agreements: () => undefined });
    const { errors = [] } = await notices.ask(company("integra"), query);
    expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual(codes);
  });

  test("says what may be missing if the gateway knows of a ledger that the operator never hears of", async () => {
    await using notices = await openNotices();
    const ruling = { epoch: 2 ** 30, agreements: [] };
    const authorization = await notices.gateway.authorize("catalogue", company("integra"), ruling);
    const response = await notices.server.inject({
      method: "POST",
      url: "/graphql",
      headers: { authorization },
      payload: { query: ids },
    });
    expect(response.json()).toMatchObject({
      data: { notices: { nodes: [{ id: "n1" }] } },
      errors: [{ extensions: { code: "AGREEMENTS_UNKNOWN" } }],
    });
  });

  test("is answered over a connection that it has while it stops", async () => {
    await using notices = await openNotices();
    const { server, gateway } = notices;
    await server.listen({ host: "127.0.0.1", port: 0 });
    const authorization = await gateway.authorize("catalogue", company("integra"));
    const stop = () => server.close();
    const statuses = await askWhileStopping({ server: server.server, authorization, query: ids, stop });
    expect(statuses).toEqual([200, 200]);
  });

  test("for its SDL is answered to the gateway", async () => {
    await using notices = await openNotices();
    const { data } = await notices.ask(company("integra"), "{ _service { sdl } }");
    expect(data).toMatchObject({
      _service: { sdl: expect.stringContaining('title: String @visible(class: ["AFTER_SALES"])') },
    });
  });

  test("for its health needs no assertion", async () => {
    await using notices = await openNotices();
    const response = await notices.server.inject({ url: "/health" });
    expect(response.json()).toEqual({ status: "ok", subgraph: "catalogue" });
  });

  test.each([
    ["GET", "/graphql", 400],
    ["GET", "/graphql?query={__typename}", 400],
    ["GET", "/nowhere", 400],
  ] as const)("%s %s is refused", async (method, url, status) => {
    await using notices = await openNotices();
    const response = await notices.server.inject({ method, url });
    expect([response.statusCode, response.json()]).toMatchObject([
      status,
      { errors: [{ extensions: { code: "BAD_REQUEST" } }] },
    ]);
  });

  test.each([
    [
      "larger than the limit",
      "PAYLOAD_TOO_LARGE",
      { type: "application/json", payload: "x".repeat(1_100_000) },
    ],
    ["not JSON", "BAD_REQUEST", { type: "application/json", payload: "{" }],
    ["of a type that a form can send", "BAD_REQUEST", { type: "text/plain", payload: '{"query":"{ a }"}' }],
    ["no GraphQL request", "BAD_REQUEST", { type: "application/json", payload: "[]" }],
  ])("that is %s is refused", async (_, code, { type, payload }) => {
    await using notices = await openNotices();
    const authorization = await notices.gateway.authorize("catalogue", company("integra"));
    const headers = { authorization, "content-type": type };
    const response = await notices.server.inject({ method: "POST", url: "/graphql", headers, payload });
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  test("over a real connection is answered under the id that the gateway gave it", async () => {
    await using notices = await openNotices();
    const address = await notices.server.listen({ host: "127.0.0.1", port: 0 });
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: {
        authorization: await notices.gateway.authorize("catalogue", company("integra")),
        "content-type": "application/json",
        "x-request-id": "request-7",
      },
      body: JSON.stringify({ query: ids }),
    });
    await expect(response.json()).resolves.toEqual({ data: { notices: { nodes: [{ id: "n1" }] } } });
    expect(notices.log.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ rid: "request-7", route: "/graphql", status: 200 }),
    );
  });
});

describe("the rows of an answer", () => {
  test.each([
    ["their author", company("fabrica"), ["n2", "n1"]],
    ["their reader", company("integra"), ["n1"]],
    ["author of some and reader of others", company("rivalis"), ["n2", "n3"]],
    ["a company with nothing", company("etrangere"), []],
    ["a consumer", consumer("cus_vega_claire", 'cus_vega_"{},\\'), ["n3"]],
    ["a consumer who is no customer", consumer(), []],
  ])("are those of %s", async (_, viewer, expected) => {
    await using notices = await openNotices();
    const { data } = await notices.ask(viewer, ids);
    expect(data).toEqual({ notices: { nodes: expected.map((id) => ({ id })) } });
  });

  test("that are absent and that are hidden look the same", async () => {
    await using notices = await openNotices();
    const query = "query ($id: ID!) { notice(id: $id) { id } }";
    const hidden = await notices.ask(company("integra"), query, { id: "n2" });
    const absent = await notices.ask(company("integra"), query, { id: "n9" });
    expect(hidden).toEqual({ data: { notice: null } });
    expect(absent).toEqual(hidden);
  });

  test("come from one statement per type however many references there are", async () => {
    await using notices = await openNotices();
    const representations = ["n3", "n2", "n9", "n1", "n2"].map((id) => ({ __typename: "Notice", id }));
    representations.push({ __typename: "Company", id: "fabrica" }, { __typename: "Company", id: "integra" });
    const query =
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Notice { id } ... on Company { notices { id } } } }";
    const { data } = await notices.ask(company("rivalis"), query, { r: representations });
    expect(data).toEqual({
      _entities: [
        { id: "n3" },
        { id: "n2" },
        null,
        null,
        { id: "n2" },
        { notices: [{ id: "n2" }] },
        { notices: [] },
      ],
    });
    expect(notices.statements).toHaveLength(2);
  });

  test("come in pages that leave out nothing and repeat nothing", async () => {
    await using notices = await openTestSubgraph(noticeSubgraph);
    const titles = ["b", "a", "b", "c", "a", "b", "a"];
    await notices.store(
      titles.map((title, index) =>
        Notice.of({ id: `n${index}`, authorId: "fabrica", readerId: "integra", title }),
      ),
    );
    const query =
      "query ($after: String) { notices(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data?: unknown } = await notices.ask(company("integra"), query, { after });
      const page = (
        data as {
          notices: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        }
      ).notices;
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(["n1", "n4", "n6", "n0", "n2", "n5", "n3"]);
  });
});

describe("a mistake in a request", () => {
  test.each([
    ["{ notices(first: 0) { nodes { id } } }", "first", /between 1 and 100/u],
    ["{ notices(first: 101) { nodes { id } } }", "first", /between 1 and 100/u],
    ['{ notices(after: "WyJhIl0") { nodes { id } } }', "after", /not a cursor of this list/u],
    [
      'mutation { addNotice(title: "canary canary canary canary") { id } }',
      "title",
      /shorter than or equal to 20/u,
    ],
  ])("%s names the argument", async (query, argument, message) => {
    await using notices = await openNotices();
    const { errors } = await notices.ask(company("integra"), query);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: "BAD_USER_INPUT", argument } },
    ]);
    expect(JSON.stringify(errors)).not.toContain("canary");
  });

  test.each([
    ["a variable", 'mutation ($g: Gtin) { addNotice(title: "x", gtin: $g) { id } }', { g: "canary" }],
    ["a literal", 'mutation { addNotice(title: "x", gtin: "canary") { id } }', {}],
    [
      "a variable of another type",
      "query ($f: Int!) { notices(first: $f) { nodes { id } } }",
      { f: "canary" },
    ],
    ["a literal of another type", '{ notices(first: "canary") { nodes { id } } }', {}],
  ])("in %s is refused without repeating the value", async (_, query, variables) => {
    await using notices = await openNotices();
    const answer = await notices.ask(company("integra"), query, variables);
    expect(answer.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(JSON.stringify(answer)).not.toContain("canary");
    expect(notices.log.join("")).not.toMatch(/canary|"level":50/u);
  });

  const TITLE = "mutation ($text: String!) { addNotice(title: $text) { id } }";
  const key = (type: string) =>
    `query ($text: ID!) { _entities(representations: [{ __typename: "${type}", id: $text }]) { __typename } }`;
  test.each([
    ["U+0000", "title", TITLE, "a\0b"],
    ["U+0000", "representations", key("Notice"), "a\0b"],
    ["U+0000", "representations", key("Company"), "a\0b"],
    ["half a character", "title", TITLE, "\ud800"],
    ["half a character", "representations", key("Notice"), "\ud800"],
    ["half a character", "representations", key("Company"), "\ud800"],
  ])("is %s, which no database can hold, in `%s`: %s", async (_, argument, ...[query, text]) => {
    await using notices = await openNotices();
    const { errors } = await notices.ask(company("integra"), query, { text });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });

  test("in the document says which field is unknown, and suggests none", async () => {
    await using notices = await openNotices();
    const { errors } = await notices.ask(company("integra"), "{ notice1 { id } }");
    expect(errors).toMatchObject([
      {
        message: 'Cannot query field "notice1" on type "Query".',
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      },
    ]);
  });
});

test("an unexpected error is masked for the gateway and logged without values", async () => {
  await using notices = await openNotices();
  const answer = await notices.ask(company("integra"), "{ broken }");
  expect(answer.errors).toMatchObject([
    {
      message: "The subgraph could not answer; its log says why.",
      path: ["broken"],
      extensions: { code: "INTERNAL_SERVER_ERROR" },
    },
  ]);
  expect(JSON.stringify(answer)).not.toContain("canary");
  expect(notices.log.join("")).toContain('"code":"22P02"');
  expect(notices.log.join("")).not.toContain("canary");
});
