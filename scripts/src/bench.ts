import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { supergraphOf } from "@maillon/schema/compose";
import { classicChain, classicQuery } from "./bench/classic-chain.ts";
import { type Contender, startContender } from "./bench/contender.ts";
import { createBenchIdentity } from "./bench/identity.ts";
import { measureHostility, renderHostility } from "./bench/measure-hostility.ts";
import { type Measured, measure } from "./bench/measure.ts";
import { measureVisibility, renderVisibility } from "./bench/measure-visibility.ts";
import { nodeFlags } from "./node-flags.ts";
import { readFlags } from "./read-flags.ts";
import { repositoryRoot } from "./repository-root.ts";

// npm run bench: ours beside its peers, in turns, on the classic query, and ours with and without visibility;
// writes the tables of the README. `-- --quick` measures little and writes nothing; `-- --visibility` leaves
// the peers out; `-- --hostile` measures what hostile documents and partners cost everybody else, and nothing
// else.
const { quick, visibility, hostile } = readFlags("npm run bench -- [--quick] [--visibility | --hostile]", {
  quick: { type: "boolean", default: false },
  visibility: { type: "boolean", default: false },
  hostile: { type: "boolean", default: false },
});
const peers = join(repositoryRoot, "scripts/bench/peers");
const folder = await mkdtemp(join(tmpdir(), "maillon-bench-"));
const started: Contender[] = [];
try {
  if (hostile) await publish("bench hostile", renderHostility(await measureHostility(folder, quick)));
  else await measureSpeed();
} finally {
  for (const contender of started) contender.stop();
  await rm(folder, { recursive: true });
}
// Connections that peers keep open must not keep this process.
process.exit();

async function measureSpeed(): Promise<void> {
  if (!visibility) await publish("bench", render(await measureGateways()));
  await publish("bench visibility", renderVisibility(await measureVisibility(folder, quick ? 6 : 30)));
}

async function measureGateways(): Promise<Measured[]> {
  installPeers();
  const subgraphs = await start({
    name: "subgraphs",
    script: join(repositoryRoot, "scripts/src/bench/serve-classic-chain.ts"),
    nodeFlags,
  });
  const supergraph = join(folder, "supergraph.graphql");
  await writeFile(supergraph, composedAt(subgraphs.url));
  const contenders = await startContenders(supergraph);
  return measure({
    contenders,
    subgraphs,
    query: classicQuery,
    rounds: quick ? 6 : 30,
    operations: quick ? 50 : 100,
  });
}

async function start(options: Parameters<typeof startContender>[0]): Promise<Contender> {
  const contender = await startContender(options);
  started.push(contender);
  return contender;
}

function installPeers(): void {
  if (existsSync(join(peers, "node_modules"))) return;
  process.stderr.write("Installing the gateways to compare with …\n");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: peers,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0)
    throw new Error("The gateways to compare with could not be installed; the lines above say why.");
}

function composedAt(url: string): string {
  return supergraphOf(classicChain.map(({ name, sdl }) => ({ name, sdl, url: `${url}/${name}` })));
}

async function startContenders(supergraph: string): Promise<Contender[]> {
  const identity = await createBenchIdentity(folder);
  const ours = await start({
    name: "Maillon (tokens checked, assertions signed)",
    script: join(repositoryRoot, "gateway/src/main.ts"),
    nodeFlags,
    env: { ...identity.env, GATEWAY_SUPERGRAPH: supergraph, GATEWAY_PORT: "0", GATEWAY_LOG_LEVEL: "silent" },
    headers: { authorization: `Bearer ${identity.token}` },
  });
  const env = { SUPERGRAPH: supergraph };
  return [
    ours,
    await start({ name: "@graphql-hive/gateway (native planner)", script: join(peers, "hive.mjs"), env }),
    await start({ name: "@apollo/gateway", script: join(peers, "apollo.mjs"), env }),
  ];
}

function render(measured: readonly Measured[]): string {
  const [ours] = measured;
  const rows = measured.map(({ name, cpu, rate, subgraphRequests, subgraphBytes }) => {
    const ratio = (cpu / (ours?.cpu ?? cpu)).toFixed(1);
    return `| ${name} | ${cpu.toFixed(2)} ms | ${ratio} | ${rate.toFixed(0)} | ${subgraphRequests} | ${(subgraphBytes / 1000).toFixed(1)} kB |`;
  });
  return [
    "| gateway | CPU per operation | ratio | operations per second | subgraph requests | read from subgraphs |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

async function publish(place: string, table: string): Promise<void> {
  process.stdout.write(`${table}\n\n`);
  if (quick) return;
  const path = join(repositoryRoot, "README.md");
  const readme = await readFile(path, "utf8");
  const written = readme.replace(
    new RegExp(`(<!-- ${place} -->\\n)[\\s\\S]*(<!-- /${place} -->)`),
    (_all, open: string, close: string) => `${open}\n${table}\n\n${close}`,
  );
  await writeFile(path, written);
  spawnSync(process.execPath, [join(repositoryRoot, "node_modules/oxfmt/bin/oxfmt"), path], {
    stdio: "ignore",
  });
}
