import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { startGateway } from "./start-gateway.ts";

const OPEN = { GATEWAY_OPEN: "1", GATEWAY_PORT: "0", GATEWAY_LOG_LEVEL: "silent" };
const NAMED = {
  GATEWAY_ISSUER: "http://gateway.test",
  LEDGER_URL: "http://127.0.0.1:1/ledger",
  LEDGER_JWKS_URL: "http://127.0.0.1:1/keys",
};
const BROKEN = `{ "signing": a-secret-key`;
const root = join(import.meta.dirname, "../..");

/** Files of an operator, for one test. */
function openFiles() {
  const folder = mkdtempSync(join(tmpdir(), "maillon-gateway-"));
  return {
    write(content: string) {
      const file = join(folder, "file");
      writeFileSync(file, content);
      return file;
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

describe("a gateway does not start, and names what is wrong,", () => {
  test.each<[string, (write: (content: string) => string) => NodeJS.ProcessEnv, RegExp]>([
    ["without a word about who asks", () => ({}), /GATEWAY_ISSUER: is needed unless GATEWAY_OPEN=1/],
    ["with a port that is none", () => ({ ...OPEN, GATEWAY_PORT: "99999" }), /GATEWAY_PORT: .*65535/],
    [
      "without a file of keys",
      () => ({ ...NAMED, GATEWAY_KEYS_FILE: "/nowhere", GATEWAY_ISSUERS_FILE: "/nowhere" }),
      /^GATEWAY_KEYS_FILE: .*ENOENT.*'\/nowhere'/,
    ],
    [
      "with keys that are no JSON, of which it repeats nothing",
      (write) => ({ ...NAMED, GATEWAY_KEYS_FILE: write(BROKEN), GATEWAY_ISSUERS_FILE: "/nowhere" }),
      /^GATEWAY_KEYS_FILE: \S+ is not JSON\.$/,
    ],
    [
      "without a supergraph",
      () => ({ ...OPEN, GATEWAY_SUPERGRAPH: "/nowhere" }),
      /^GATEWAY_SUPERGRAPH: .*ENOENT.*'\/nowhere'/,
    ],
    [
      "with the URL of a supergraph that nobody serves",
      () => ({ ...OPEN, GATEWAY_SUPERGRAPH: "http://127.0.0.1:1/" }),
      /^GATEWAY_SUPERGRAPH: .*ECONNREFUSED/,
    ],
    [
      "with a schema that was not composed",
      (write) => ({ ...OPEN, GATEWAY_SUPERGRAPH: write("type Query { name: String }") }),
      /^GATEWAY_SUPERGRAPH: This is no composed supergraph/,
    ],
  ])("%s", async (_title, environmentOf, fault) => {
    using files = openFiles();
    await expect(startGateway(environmentOf(files.write))).rejects.toThrow(fault);
  });
});

test("a gateway whose port is taken says so in one line, without a stack, and ends with code 1", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const program = [
    "--import",
    join(root, "scripts/loader.mjs"),
    "--conditions=source",
    join(root, "gateway/src/main.ts"),
  ];
  const gateway = spawn(process.execPath, program, {
    env: { ...OPEN, GATEWAY_PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [said, [code]] = await Promise.all([text(gateway.stderr), once(gateway, "exit")]);
  other.close();
  expect({ said, code }).toEqual({
    said: `The gateway does not start: GATEWAY_PORT: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
    code: 1,
  });
});
