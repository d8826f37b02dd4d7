// The only file that runs before anything is installed: plain JavaScript for any Node >= 20, no dependency.
// It installs what is missing, then runs the command on the Node that the workspace pins.
// package.json starts it by `exec` for the one command that people stop: a SIGINT sent to npm alone would end at the
// shell, which waits without a word when it is dash. Windows has no exec, and runs what stands behind the `||`.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PNPM = "pnpm@12.21.0";
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const installedMark = join(root, "node_modules", ".maillon-installed");

const [command = "", ...args] = process.argv.slice(2);
ensureInstalled();
process.exitCode = await run(command, args);

/** Runs one command of package.json; resolves with its exit code. */
async function run(name, rest) {
  switch (name) {
    case "test":
      return runNode([
        "--experimental-vm-modules",
        "--disable-warning=ExperimentalWarning",
        ...endsWithParent(),
        bin("jest"),
        ...rest,
      ]);
    case "check":
      return runAll([
        [bin("oxfmt"), "--check", "."],
        [bin("oxlint"), "--deny-warnings"],
        [bin("typescript", "bin/tsc"), "--build"],
      ]);
    case "format":
      return runNode([bin("oxfmt"), "."]);
    // These two end in order, and with all that they have started.
    case "start":
    case "gateway":
      return runNode([...sourceFlags(), program(name), ...rest]);
    default:
      if (!existsSync(program(name))) {
        console.error(`There is no command ${JSON.stringify(name)}; package.json lists them.`);
        return 2;
      }
      return runNode([...sourceFlags(), ...endsWithParent(), program(name), ...rest]);
  }
}

function program(name) {
  return join(root, "scripts", "src", `${name}.ts`);
}

/** Flags for whatever would not notice that this process was killed the hard way; workers inherit them. */
function endsWithParent() {
  return ["--import", pathToFileURL(join(root, "scripts", "end-with-parent.mjs")).href];
}

/** Flags that let Node run the workspace's TypeScript without a build. */
function sourceFlags() {
  const loader = pathToFileURL(join(root, "scripts", "loader.mjs")).href;
  return ["--import", loader, "--conditions=source", "--enable-source-maps"];
}

async function runAll(commands) {
  let failed = 0;
  for (const each of commands) failed ||= await runNode(each);
  return failed;
}

/** Spawns the pinned Node, hands signals on to it, and resolves with its exit code. */
function runNode(nodeArgs) {
  const node = join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");
  // The fourth channel lets the child notice at once when this process is killed the hard way.
  const child = spawn(node, nodeArgs, { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  // This process waits until the child has cleaned up. Ctrl-C reaches the child twice, a signal sent to npm once.
  const forward = (signal) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);
  const abandon = () => child.kill("SIGTERM");
  // A program that started this file with a channel, and is gone.
  process.on("disconnect", abandon);
  const watch = onceAbandoned(abandon);
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, forward);
      process.off("disconnect", abandon);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/**
 * Notices that npm has ended, or the shell that npm runs scripts in: a shell dies of a signal without handing it on,
 * and nothing hands on a SIGKILL. Only below npm: whoever starts this file otherwise may leave it to itself.
 */
function onceAbandoned(stop) {
  if (windows || !process.env.npm_lifecycle_event) return undefined;
  // npm itself when package.json used exec: what becomes of its own parent is not our concern.
  const exec = command === "start";
  const ancestors = () => (exec ? String(process.ppid) : [process.ppid, parentOf(process.ppid)].join());
  const before = ancestors();
  return setInterval(() => {
    if (ancestors() !== before) stop();
  }, 200);
}

/** The parent of a process where the system tells it without a program (Linux); elsewhere nothing. */
function parentOf(pid) {
  try {
    return /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

function bin(packageName, path) {
  const folder = join(root, "node_modules", packageName);
  if (path) return join(folder, path);
  const declared = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).bin;
  return join(folder, typeof declared === "string" ? declared : declared[packageName]);
}

/** Installs with the pinned pnpm unless node_modules was installed from exactly these manifests. */
function ensureInstalled() {
  const wanted = manifestsHash();
  if (existsSync(installedMark) && readFileSync(installedMark, "utf8") === wanted) return;
  console.error(`Installing dependencies with ${PNPM} …`);
  const install = spawnSync("npx", ["-y", PNPM, "install", "--frozen-lockfile"], {
    cwd: root,
    // Standard output belongs to the command that was asked for (`npm run --silent token` prints a token only).
    stdio: ["ignore", 2, 2],
    shell: windows,
  });
  if (install.status !== 0) {
    console.error("Installing failed; the lines above say why.");
    process.exit(1);
  }
  writeFileSync(installedMark, wanted);
}

function manifestsHash() {
  const folders = ["", "gateway", "gateway/studio", "schema", "scripts", "test"];
  folders.push(...readdirSync(join(root, "subgraphs")).map((name) => join("subgraphs", name)));
  const manifests = folders.map((folder) => join(folder, "package.json"));
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests.toSorted()]) {
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}
