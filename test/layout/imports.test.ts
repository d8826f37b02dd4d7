import { globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const folders = globSync(["gateway", "gateway/studio", "schema", "scripts", "test", "subgraphs/*"], {
  cwd: root,
});
const packages = folders.map((folder) => ({
  folder,
  manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest,
}));
const companies = packages
  .filter(({ folder }) => /^subgraphs\/(?!_)/.test(folder))
  .map(({ manifest }) => manifest.name);

/** Which packages of the workspace a package may use: gateway -> schema <- kit <- companies, and never across. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  "@maillon/schema": [],
  "@maillon/gateway": ["@maillon/schema"],
  // Its tests hold its words against what the policies say.
  "@maillon/studio": ["@maillon/schema"],
  "@maillon/subgraph-kit": ["@maillon/schema"],
  "@maillon/scripts": ["@maillon/schema", "@maillon/subgraph-kit"],
  "@maillon/test": ["@maillon/schema", "@maillon/gateway", "@maillon/subgraph-kit"],
  ...Object.fromEntries(companies.map((name) => [name, ["@maillon/schema", "@maillon/subgraph-kit"]])),
};

function declared({ dependencies, devDependencies, optionalDependencies }: Manifest): string[] {
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
}

/** Every module that a package's sources import: file and specifier. */
function importsOf(folder: string): { file: string; specifier: string }[] {
  const files = globSync("**/*.{ts,tsx}", {
    cwd: join(root, folder),
    exclude: (name) => /^(dist|node_modules)$/.test(name) || join(folder, name) === "gateway/studio",
  });
  return files.flatMap((file) => {
    const text = readFileSync(join(root, folder, file), "utf8");
    const found = text.matchAll(
      /^(?:import|export)\b[^"'()=]*?\bfrom\s+["']([^"']+)["']|^import\s+["']([^"']+)["']|\bimport\(["']([^"']+)["']\)/gm,
    );
    return [...found].map(([, from, bare, dynamic]) => ({
      file: join(folder, file),
      specifier: from ?? bare ?? dynamic ?? "",
    }));
  });
}

const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
const builtin = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);

describe.each(packages)("$manifest.name", ({ folder, manifest }) => {
  const workspace = new Set(packages.map((each) => each.manifest.name));

  test("declares only the packages of the workspace that it may use", () => {
    const used = declared(manifest).filter((name) => workspace.has(name));
    expect(used.filter((name) => !arrows[manifest.name]?.includes(name))).toEqual([]);
  });

  test("imports only what it declares", () => {
    const foreign = importsOf(folder)
      .filter(({ specifier }) => !specifier.startsWith(".") && !builtin.has(specifier))
      .filter(({ specifier }) => ![manifest.name, ...declared(manifest)].includes(packageOf(specifier)));
    expect(foreign).toEqual([]);
  });

  test("reaches into no other package by path", () => {
    const escapes = importsOf(folder)
      .filter(({ specifier }) => specifier.startsWith("."))
      .filter(({ file, specifier }) =>
        relative(join(root, folder), resolve(root, dirname(file), specifier)).startsWith(".."),
      );
    expect(escapes).toEqual([]);
  });
});

test("the root depends on tools alone, so that no package can use what it does not declare", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
  expect(manifest.dependencies).toBeUndefined();
  expect(declared(manifest).filter((name) => packages.some((each) => each.manifest.name === name))).toEqual(
    [],
  );
});
