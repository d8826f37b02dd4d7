import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { setImmediate as turn } from "node:timers/promises";

/** A server that listens, and one request to it. */
export interface StoppingOptions {
  readonly server: Server;
  readonly authorization: string;
  readonly query: string;
  /** Stops the server; resolves when it has. */
  readonly stop: () => Promise<unknown>;
}

/**
 * Asks twice over one connection: the server is told to stop while the first request arrives, and the second one is
 * sent after that. Resolves with the status of both answers when the server has stopped.
 */
export async function askWhileStopping(options: StoppingOptions): Promise<number[]> {
  const { server, authorization, query, stop } = options;
  const body = JSON.stringify({ query });
  const head = [
    "POST /graphql HTTP/1.1",
    "host: server.test",
    `authorization: ${authorization}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
  ].join("\r\n");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const answers = text(socket);
  const begun = once(server, "request");
  socket.write(`${head}\r\n\r\n`);
  await begun;
  const stopped = stop();
  while (server.listening) await turn();
  socket.write(`${body}${head}\r\n\r\n${body}`);
  const statuses = (await answers).matchAll(/HTTP\/1\.1 (\d+) /g);
  await stopped;
  return [...statuses].map(([, status]) => Number(status));
}
