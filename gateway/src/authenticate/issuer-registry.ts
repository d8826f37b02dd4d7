import { stat } from "node:fs/promises";
import { readJson } from "../read-json.ts";
import { type Issuer, issuerFile, openIssuer } from "./issuer.ts";

/** Finds the identity provider of a token by its `iss`. */
export interface IssuerRegistry {
  find(issuer: string): Promise<Issuer | undefined>;
  /** Changes whenever the list of issuers changes: what was decided under another revision no longer counts. */
  revision(): Promise<string>;
}

interface RegistryOptions {
  /** The issuer file. */
  readonly path: string;
  /** Whether issuers marked `demo` count. */
  readonly demo: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told when the changed file is not valid; the last good one stays in force. */
  readonly onBrokenFile: (error: unknown) => void;
}

/** Between two looks at the file, in milliseconds: unknown issuers must not become a flood of reads. */
const LOOK_AGAIN_AFTER = 1_000;

/**
 * Reads the issuer file, and again when it has changed: adding or removing a company's identity provider takes
 * effect within a second, without a restart. A broken file is refused at the start; later it keeps the last good one.
 *
 * @throws Error that names the file and the entry when the file cannot be read or is not valid.
 */
export async function openIssuerRegistry(options: RegistryOptions): Promise<IssuerRegistry> {
  const { onBrokenFile } = options;
  let issuers = await readIssuers(options);
  let version = await versionOf(options.path);
  let lookedAt = options.now();

  async function refresh(): Promise<void> {
    if (options.now() - lookedAt < LOOK_AGAIN_AFTER) return;
    lookedAt = options.now();
    const current = await versionOf(options.path);
    if (current === version) return;
    issuers = await readIssuers(options);
    version = current;
  }

  return {
    async find(issuer) {
      await refresh().catch(onBrokenFile);
      return issuers.get(issuer);
    },
    async revision() {
      await refresh().catch(onBrokenFile);
      return version;
    },
  };
}

async function versionOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path);
  return `${mtimeMs}:${size}:${ino}`;
}

async function readIssuers({ path, demo }: RegistryOptions): Promise<ReadonlyMap<string, Issuer>> {
  const listed = await readJson(path, issuerFile);
  const admitted = listed.filter((record) => demo || !record.demo);
  return new Map(admitted.map((record) => [record.issuer, openIssuer(record)]));
}
