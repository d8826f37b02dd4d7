import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort, isFreePort } from "./free-port.ts";

/** The ports that another process chooses one after the other. */
async function chosenElsewhere(): Promise<number[]> {
  const file = fileURLToPath(new URL("free-port.ts", import.meta.url));
  const program = `
    const { freePort } = await import(${JSON.stringify(file)});
    const ports = [];
    for (let count = 0; count < 20; count += 1) ports.push(await freePort());
    console.log(JSON.stringify(ports));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program]);
  return JSON.parse(stdout) as number[];
}

describe("a free port", () => {
  test("is chosen by no other process at the same time, nor twice by one", async () => {
    const chosen = await Promise.all([chosenElsewhere(), chosenElsewhere(), chosenElsewhere()]);
    expect(new Set(chosen.flat()).size).toBe(60);
  });

  test("of a database is none that a service is ever given", async () => {
    const services: number[] = [];
    for (let count = 0; count < 100; count += 1) services.push(await freePort());
    const databases: number[] = [];
    for (let count = 0; count < 100; count += 1) databases.push(await freePort("database"));
    expect(services.filter((port) => databases.includes(port))).toEqual([]);
  });

  test("is one that nothing listens on", async () => {
    const first = await freePort();
    const server = createServer().listen(first + 1, "127.0.0.1");
    await once(server, "listening");
    expect(await isFreePort(first + 1, "127.0.0.1")).toBe(false);
    expect(await freePort()).not.toBe(first + 1);
    server.close();
    await once(server, "close");
    expect(await isFreePort(first + 1, "127.0.0.1")).toBe(true);
  });
});
