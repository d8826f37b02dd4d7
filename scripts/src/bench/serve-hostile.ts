import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Behaviour } from "./hostile-partner.ts";

// A subgraph in a process of its own that misbehaves as it is told: `process.send(behaviour)`.
let behaviour: Behaviour = "honest";
const json = { "content-type": "application/json" };
const gzip = { ...json, "content-encoding": "gzip" };
const huge = JSON.stringify({ data: { hostile: "x".repeat(9_000_000) } });
const bomb = gzipSync(JSON.stringify({ data: { hostile: "x" }, padding: " ".repeat(200_000_000) }));
/** Ends in the size that it claims to have: a few bytes. */
const hiddenBomb = Buffer.concat([bomb.subarray(0, -4), Buffer.from([23, 0, 0, 0])]);

const answers: Readonly<Record<Behaviour, (response: ServerResponse) => void>> = {
  honest: (response) => response.writeHead(200, json).end('{"data":{"hostile":"x"}}'),
  never: () => {},
  drips(response) {
    response.writeHead(200, json);
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  },
  "sends 9 MB": (response) => response.writeHead(200, json).end(huge),
  "sends a bomb": (response) => response.writeHead(200, gzip).end(bomb),
  "hides a bomb": (response) => response.writeHead(200, gzip).end(hiddenBomb),
  resets: (response) => response.socket?.resetAndDestroy(),
};

const server = createServer((request: IncomingMessage, response) => {
  request.resume().on("end", () => answers[behaviour](response));
});
server.listen(0, "127.0.0.1", () =>
  process.send?.({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
process.on("message", (message: Behaviour) => {
  behaviour = message;
  process.send?.({ behaviour });
});
process.on("disconnect", () => process.exit());
