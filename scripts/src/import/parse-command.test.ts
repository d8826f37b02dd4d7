import { exchange } from "./exchange.ts";
import { northwind } from "./northwind.ts";
import { parseCommand } from "./parse-command.ts";

describe("the import command", () => {
  it("takes a source and a folder, relative to where it was called", () => {
    expect(parseCommand(["northwind", "../data/northwind"], "/home/me/maillon")).toEqual({
      adapter: northwind,
      source: "northwind",
      folder: "/home/me/data/northwind",
      json: false,
      strict: false,
    });
  });

  it("calls an exchange folder by its own name unless told otherwise", () => {
    expect(parseCommand(["exchange", "scripts/demo"], "/")).toMatchObject({
      adapter: exchange,
      source: "demo",
    });
    expect(parseCommand(["exchange", "scripts/demo", "--source", "acme"], "/")).toMatchObject({
      source: "acme",
    });
  });

  it.each([
    ["no source", [], /npm run import -- <northwind\|decp\|exchange>/],
    ["a source nobody knows", ["sap", "folder"], /npm run import --/],
    ["no folder", ["decp"], /npm run import --/],
    ["a name that cannot name a source", ["exchange", "Délivery 1"], /cannot name a source/],
    ["an option nobody knows", ["decp", "folder", "--force"], /--force/],
  ])("is refused with %s", (_fault, args, message) => {
    expect(() => parseCommand(args, "/")).toThrow(message);
  });
});
