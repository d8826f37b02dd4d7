// A process of its own, started by `launch-server.ts`: it runs the server and stops it when the channel to the
// launcher closes. PostgreSQL itself does not notice that its parent was killed.
// Only Node's own modules and erasable types, so that any Node runs this file without a loader.
import { spawn } from "node:child_process";

const [account = "", command = "", ...args] = process.argv.slice(2);
const [uid, gid] = account === "" ? [] : account.split(":").map(Number);

const server = spawn(command, args, {
  stdio: ["ignore", "inherit", "inherit"],
  ...(uid === undefined ? {} : { uid }),
  ...(gid === undefined ? {} : { gid }),
});
server.on("exit", (code) => process.exit(code ?? 1));
server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
for (const ending of ["disconnect", "SIGTERM", "SIGINT", "SIGHUP"]) process.once(ending, stopServer);
if (!process.connected) stopServer();

/** SIGINT ends open sessions and writes everything to disk; SIGQUIT stops at once and the next start recovers. */
function stopServer(): void {
  server.kill("SIGINT");
  setTimeout(() => server.kill("SIGQUIT"), 10_000).unref();
}
