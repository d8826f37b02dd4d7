import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { SUBGRAPHS, type SubgraphName } from "@maillon/schema";
import { freePort, removeEmbeddedPostgres } from "@maillon/subgraph-kit/embedded";
import { nodeFlags } from "../node-flags.ts";
import { repositoryRoot } from "../repository-root.ts";
import { type ServiceName, databaseVariable, portVariable, subgraphNames } from "../start/settings.ts";

/** Answers with its process id and its environment; ends with its parent, or, when stubborn, only by force. */
const PROGRAM = `
import { createServer } from "node:http";
const name = process.argv[1].split("/").at(-3);
if (process.env.LANG === "broken-" + name) throw new Error(name + " is broken");
let asked = 0;
const state = () => ({
  pid: process.pid,
  environment: process.env,
  asked: (asked += 1),
  ...(process.env.LANG === "late-ledger" && { followsLedger: asked >= 3 }),
});
createServer((request, response) => response.end(JSON.stringify(state())))
  .listen(Number(process.env[name.toUpperCase() + "_PORT"]), "127.0.0.1");
const end = () => { if (process.env.LANG !== "stubborn") process.exit(0); };
process.on("disconnect", end).on("SIGTERM", end);
`;

/** Leaves a trace of having run; stores nothing of the first record when it is picky. */
const IMPORT = `
import { appendFileSync } from "node:fs";
appendFileSync(new URL("../imports", import.meta.url), "*");
const name = process.argv[1].split("/").at(-3);
if (process.env.LANG === "picky-" + name)
  console.log(JSON.stringify({ type: "rejected", file: "companies", line: 1, reason: "is not to my taste" }));
`;

/** Builds a page, as the builder of the studio does. */
const STUDIO = `
import { writeFileSync } from "node:fs";
writeFileSync(process.argv[2] + "/index.html", "");
process.exit(0);
`;

/** What a stand-in answers. */
export interface StandInAnswer {
  readonly pid: number;
  readonly environment: Record<string, string>;
  /** How often it was asked anything so far. */
  readonly asked: number;
}

/** A start of the chain in a process of its own. */
export interface StartedChain {
  readonly process: ChildProcess;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
  /** Resolves when the line that says "ready" was printed, or when the process has ended. */
  readonly ready: Promise<void>;
  /** What it has told people so far. */
  said(): string;
}

/**
 * For tests that are not about databases: stand-ins do not connect to theirs, and a start is faster without a
 * server.
 */
export const databasesElsewhere: Readonly<Record<string, string>> = Object.fromEntries(
  subgraphNames.map((name) => [databaseVariable(name), `postgresql://owner:password@127.0.0.1:1/${name}`]),
);

/** A chain whose five programs are stand-ins, with a home and ports of its own; real PostgreSQL, real processes. */
export interface StandInChain extends AsyncDisposable {
  readonly home: string;
  readonly ports: Record<ServiceName, number>;
  start(environment?: Record<string, string>): StartedChain;
  ask(name: ServiceName): Promise<StandInAnswer>;
  /** Another program that builds the studio. */
  replaceStudio(program: string): void;
  /** How often a subgraph was given the demo chain. */
  imports(name: SubgraphName): number;
}

/** Writes the stand-ins; disposing of the chain kills what still runs and deletes everything. */
export async function openStandInChain(): Promise<StandInChain> {
  const root = writeStandIns();
  const home = join(root, ".maillon");
  const ports = await freePorts();
  const portVariables = Object.entries(ports).map(([name, port]) => [
    portVariable(name as ServiceName),
    `${port}`,
  ]);
  const started: ChildProcess[] = [];
  return {
    home,
    ports,
    start(environment = {}) {
      const { PATH = "" } = process.env;
      const chain = startChainProcess(root, {
        PATH,
        MAILLON_HOME: home,
        ...Object.fromEntries(portVariables),
        ...environment,
      });
      started.push(chain.process);
      return chain;
    },
    async ask(name) {
      const response = await fetch(`http://127.0.0.1:${ports[name]}/`);
      return (await response.json()) as StandInAnswer;
    },
    replaceStudio: (program) => writeFileSync(studioProgram(root), program),
    imports: (name) => readFileSync(join(root, "subgraphs", name, "imports"), "utf8").length,
    async [Symbol.asyncDispose]() {
      for (const child of started) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill("SIGKILL");
        await once(child, "exit");
      }
      await removeEmbeddedPostgres(join(home, "postgres"));
      rmSync(root, { recursive: true });
    },
  };
}

function writeStandIns(): string {
  const root = mkdtempSync(join(tmpdir(), "maillon-chain-"));
  // As root, PostgreSQL runs as another account, which must get to its data.
  chmodSync(root, 0o755);
  for (const folder of ["gateway", ...subgraphNames.map((name) => join("subgraphs", name))]) {
    mkdirSync(join(root, folder, "src"), { recursive: true });
    writeFileSync(join(root, folder, "src", "main.ts"), PROGRAM);
    writeFileSync(join(root, folder, "src", "import.ts"), IMPORT);
  }
  mkdirSync(dirname(studioProgram(root)));
  writeFileSync(studioProgram(root), STUDIO);
  writeFileSync(join(root, "pnpm-lock.yaml"), "");
  for (const folder of ["gateway", join("subgraphs", "compliance")])
    writeFileSync(join(root, folder, "src", "create-keys.ts"), "");
  mkdirSync(join(root, "scripts", "demo"), { recursive: true });
  const operators = Object.values(SUBGRAPHS).map(({ operator: key }) => ({ key, name: key, country: "FR" }));
  const companies = operators.map((company) => `${JSON.stringify(company)}\n`);
  writeFileSync(join(root, "scripts", "demo", "companies.ndjson"), companies.join(""));
  return root;
}

function studioProgram(root: string): string {
  return join(root, "gateway", "studio", "build-studio.ts");
}

function startChainProcess(root: string, environment: Record<string, string>): StartedChain {
  const module = join(repositoryRoot, "scripts", "src", "start", "run-in-foreground.ts");
  const program = `
    const { runInForeground } = await import(${JSON.stringify(module)});
    process.exit(await runInForeground(${JSON.stringify(root)}, process.env));`;
  const child = spawn(process.execPath, [...nodeFlags, "--input-type=module", "--eval", program], {
    cwd: repositoryRoot,
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = endOf(child);
  const printed = new Promise<void>((resolve) => {
    child.stdout?.on("data", () => resolve());
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ready = Promise.race([printed, ended]).then(() => undefined);
  return { process: child, ended, ready, said: () => said };
}

/** Not the event `close`: Node leaves it out once a parent has disconnected. */
async function endOf(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const [stdout, stderr] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, "exit"),
  ]);
  return { code: child.exitCode, stdout, stderr };
}

async function textOf(stream: Readable | null): Promise<string> {
  return stream === null ? "" : text(stream);
}

async function freePorts(): Promise<Record<ServiceName, number>> {
  const [gateway, catalogue, orders, customers, compliance] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  return { gateway, catalogue, orders, customers, compliance };
}
