import type { Viewer } from "@maillon/schema";
import { Notice, noticeSubgraph } from "../testing/notice-subgraph.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";
import { byId } from "./by-id.ts";
import { cursorCipher } from "./cursor-cipher.ts";
import { createContext } from "./subgraph-context.ts";

const fabrica: Viewer = { kind: "company", organization: "fabrica", roles: [], subject: "s" };

describe("the context of a request", () => {
  test.each([
    { title: "shows what was loaded before a change", forget: false, seen: "before" },
    { title: "shows the new state once it forgot what was loaded", forget: true, seen: "after" },
  ])("$title", async ({ forget, seen }) => {
    await using notices = await openTestSubgraph(noticeSubgraph);
    await notices.store([Notice.of({ id: "n1", authorId: "fabrica", readerId: "integra", title: "before" })]);
    const em = notices.database.as(fabrica);
    const context = createContext({
      viewer: fabrica,
      requestId: "r",
      knowsAgreements: true,
      now: new Date(0),
      em,
      cursors: cursorCipher("secret"),
      isCompany: () => false,
      isAgreementOf: () => false,
    });
    await context.load(byId(Notice), "n1");
    await notices.database.as(fabrica).nativeUpdate(Notice, { id: "n1" }, { title: "after" });
    if (forget) context.forget();
    await expect(context.load(byId(Notice), "n1")).resolves.toMatchObject({ title: seen });
  });
});
