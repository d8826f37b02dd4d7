import { once } from "node:events";
import { createServer } from "node:net";

// Below what Linux, macOS and Windows give to connections and to whoever listens on any port: none of those takes a
// port between its choice and its use.
const FIRST = 12_000;
const BLOCKS = 200;
const BLOCK = 100;

const HALF = BLOCK / 2;
const chosen = { service: 0, database: 0 };

/**
 * A port of 127.0.0.1 that nothing listens on. Each process chooses from a hundred of its own, so that two that start
 * chains at the same moment do not choose the same one. One process in two hundred has the hundred of another: half of
 * each is for databases, so that a chain that starts its own does not take a port that its services were given before.
 */
export async function freePort(of: keyof typeof chosen = "service"): Promise<number> {
  const first = FIRST + (process.pid % BLOCKS) * BLOCK + (of === "database" ? HALF : 0);
  for (let left = HALF; left > 0; left -= 1) {
    const port = first + (chosen[of] % HALF);
    chosen[of] += 1;
    if (await isFreePort(port, "127.0.0.1")) return port;
  }
  throw new Error(`No port from ${first} to ${first + HALF - 1} is free on 127.0.0.1.`);
}

/** Whether nothing listens on a port at this moment. */
export async function isFreePort(port: number, host: string): Promise<boolean> {
  const server = createServer().listen({ port, host, exclusive: true });
  try {
    await once(server, "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}
