import { Cleanup } from "./start/cleanup.ts";
import { reachDatabases } from "./start/open-databases.ts";
import { readDatabaseSettings } from "./start/settings.ts";
import { idSecret } from "./import/id-secret.ts";
import { importSource } from "./import/import-source.ts";
import { parseCommand } from "./import/parse-command.ts";
import { describeCounts, describeRejections, resultAsJson } from "./import/report.ts";
import { showProgress } from "./import/show-progress.ts";
import { repositoryRoot } from "./repository-root.ts";

// npm run import -- <source> <folder>: see import/parse-command.ts. Works beside `npm start` and without it.
const cleanup = new Cleanup();
const progress = showProgress(process.stderr);
try {
  const command = parseCommand(process.argv.slice(2), process.env["INIT_CWD"] ?? process.cwd());
  const settings = readDatabaseSettings(process.env);
  const result = await importSource({
    ...command,
    root: repositoryRoot,
    home: settings.home,
    secret: idSecret(settings.home, process.env),
    databases: await reachDatabases(settings, cleanup),
    onProgress: progress.onProgress,
  });
  progress.end();
  for (const line of command.json ? [] : describeRejections(result)) console.error(line);
  console.log(command.json ? resultAsJson(result) : describeCounts(result));
  if (command.strict && result.rejections.length > 0) process.exitCode = 2;
} catch (error) {
  progress.end();
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await cleanup.run();
}
