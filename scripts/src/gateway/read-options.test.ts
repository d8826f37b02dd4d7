import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOptions } from "./read-options.ts";

function openFolder() {
  const path = mkdtempSync(join(tmpdir(), "maillon-gateway-"));
  writeFileSync(join(path, "chain.graphql"), "type Query");
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

test("a file is looked for where the command was given", () => {
  using folder = openFolder();
  expect(readOptions(["--supergraph", "chain.graphql", "--open"], folder.path)).toEqual({
    supergraph: join(folder.path, "chain.graphql"),
    port: undefined,
    open: true,
  });
});

test("a URL stays as it is", () => {
  const supergraph = "https://registry.example/chain";
  expect(readOptions(["--supergraph", supergraph, "--port", "4001"], "/")).toEqual({
    supergraph,
    port: "4001",
    open: false,
  });
});

test.each([
  { title: "without a supergraph", args: ["--open"], message: /^Usage: npm run/u },
  {
    title: "with an unknown option",
    args: ["--opne"],
    message: /Unknown option '--opne'[^]*Usage: npm run/u,
  },
  {
    title: "with a file that is not there",
    args: ["--supergraph", "nowhere"],
    message: /^There is no supergraph at .*nowhere\.$/u,
  },
])("a command $title is told so", ({ args, message }) => {
  using folder = openFolder();
  expect(() => readOptions(args, folder.path)).toThrow(message);
});
