import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import type { Behaviour } from "./hostile-partner.ts";

// A subgraph in a process of its own that misbehaves as it is told: `process.send(behaviour)`.
let behaviour: Behaviour = "honest";
const json = { "content-type": "application/json" };
const gzip = { ...json, "content-encoding": "gzip" };
const huge = "x".repeat(9_000_000);
const bomb = gzipSync(JSON.stringify({ data: { hostile: "x" }, padding: " ".repeat(200_000_000) }));
/** Ends in the size that it claims to have: a few bytes. */
const hiddenBomb = Buffer.concat([bomb.subarray(0, -4), Buffer.from([23, 0, 0, 0])]);

/** How to answer; `key` is the one under which the field is asked for. */
const answers: Readonly<Record<Behaviour, (response: ServerResponse, key: string) => void>> = {
  honest: (response, key) => response.writeHead(200, json).end(`{"data":{"${key}":"x"}}`),
  never: () => {},
  drips(response) {
    response.writeHead(200, json);
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  },
  "sends 9 MB": (response, key) => response.writeHead(200, json).end(`{"data":{"${key}":"${huge}"}}`),
  "sends a bomb": (response) => response.writeHead(200, gzip).end(bomb),
  "hides a bomb": (response) => response.writeHead(200, gzip).end(hiddenBomb),
  resets: (response) => response.socket?.resetAndDestroy(),
};

const server = createServer(async (request: IncomingMessage, response) => {
  const [, key = "hostile"] = /(\w+):hostile\b/.exec(await text(request)) ?? [];
  answers[behaviour](response, key);
});
server.listen(0, "127.0.0.1", () =>
  process.send?.({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
process.on("message", (message: Behaviour) => {
  behaviour = message;
  process.send?.({ behaviour });
});
process.on("disconnect", () => process.exit());
