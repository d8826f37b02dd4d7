import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { createMayConnect } from "./allowed-addresses.ts";
import type { Resolve } from "./guarded-connector.ts";
import { type EndpointLimits, openEndpoint } from "./subgraph-endpoint.ts";
import { DEFAULT_LIMITS } from "./transport.ts";

/** A server on this machine that counts who connects to it. */
async function openListener(
  answer = (response: ServerResponse): unknown =>
    response.writeHead(200, { "content-type": "application/json" }).end("{}"),
) {
  let connections = 0;
  const server = createServer((_request, response) => void answer(response));
  server.on("connection", () => (connections += 1));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Counts the sockets that this process opens to anybody. */
function countSockets() {
  let opened = 0;
  const count = () => void (opened += 1);
  subscribe("net.client.socket", count);
  return { opened: () => opened, [Symbol.dispose]: () => void unsubscribe("net.client.socket", count) };
}

interface Asking {
  readonly resolve?: Resolve;
  readonly networks?: readonly string[];
  readonly limits?: EndpointLimits;
  readonly signal?: AbortSignal;
}

/** Asks a URL once, as a subgraph would be asked. */
async function ask(
  url: string,
  { resolve, networks = [], limits = DEFAULT_LIMITS, signal = new AbortController().signal }: Asking = {},
) {
  const endpoint = openEndpoint(url, limits, {
    mayConnect: createMayConnect(networks),
    ...(resolve && { resolve }),
  });
  try {
    return await endpoint.post({ body: "{}", headers: {}, signal });
  } finally {
    await endpoint.close();
  }
}

const named =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("no connection is opened to", () => {
  it.each([
    ["this machine", "127.0.0.1"],
    ["this machine, in short", "127.1"],
    ["this machine, as one number", "2130706433"],
    ["this machine, in hexadecimal", "0x7f000001"],
    ["this machine, in octal", "017700000001"],
    ["this machine by IPv6", "[::1]"],
    ["this machine, in an IPv6 address", "[::ffff:127.0.0.1]"],
    ["this machine, in an IPv6 address in hexadecimal", "[::ffff:7f00:1]"],
    ["this machine, through a translator", "[64:ff9b::7f00:1]"],
    ["this machine, in a 6to4 address", "[2002:7f00:1::]"],
    ["no address in particular", "0.0.0.0"],
    ["no IPv6 address in particular", "[::]"],
    ["a neighbour", "10.0.0.1"],
    ["a neighbour in another private network", "192.168.1.1"],
    ["a neighbour by IPv6", "[fd12:3456::1]"],
    ["a neighbour on the same cable", "[fe80::1]"],
    ["a neighbour behind a carrier", "100.100.100.200"],
    ["the metadata of a cloud", "169.254.169.254"],
    ["the metadata of a cloud by IPv6", "[fd00:ec2::254]"],
    ["the metadata of a cloud that has a public number", "168.63.129.16"],
    ["everybody", "255.255.255.255"],
    ["a group", "224.0.0.1"],
  ])("%s: %s", async (_title, host) => {
    await using listener = await openListener();
    using sockets = countSockets();
    await expect(ask(`http://${host}:${listener.port}/graphql`)).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      message: expect.stringMatching(/^its address .* is not public/),
    });
    expect(sockets.opened()).toBe(0);
    expect(listener.connections()).toBe(0);
  });

  it.each([
    ["a name of this machine", named("127.0.0.1")],
    ["a name of this machine by IPv6", named("::1")],
    ["a name of the metadata of a cloud", named("169.254.169.254")],
    ["a name with a public address and a private one", named("93.184.215.14", "10.0.0.1")],
    ["localhost", undefined],
  ])("%s", async (_title, resolve) => {
    await using listener = await openListener();
    const host = resolve ? "partner.example" : "localhost";
    const asked = ask(`http://${host}:${listener.port}/graphql`, resolve ? { resolve } : {});
    await expect(asked).rejects.toThrow(/^its address .* is not public/);
    expect(listener.connections()).toBe(0);
  });
});

describe("a connection is opened", () => {
  it("to the address that was checked, with the name resolved once", async () => {
    await using listener = await openListener();
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    };
    const url = `http://partner.example:${listener.port}/graphql`;
    expect(await ask(url, { resolve: rebinding, networks: ["127.0.0.1/32"] })).toBe("{}");
    expect([asked, listener.connections()]).toEqual([1, 1]);
    const later = ask(url, { resolve: rebinding, networks: ["127.0.0.1/32"] });
    await expect(later).rejects.toThrow("its address 127.0.0.2 is not public");
    expect(listener.connections()).toBe(1);
  });

  it("into a network that the operator named", async () => {
    await using listener = await openListener();
    const url = `http://127.0.0.1:${listener.port}/graphql`;
    expect(await ask(url, { networks: ["127.0.0.0/8"] })).toBe("{}");
    await expect(ask(url, { networks: ["10.0.0.0/8", "::1/128"] })).rejects.toThrow("is not public");
  });
});

it.each(["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14"])("%s is public", (address) => {
  expect(createMayConnect([])(address)).toBe(true);
});

describe("a large answer", () => {
  const large = "x".repeat(3_000_000);
  const gzipped = gzipSync(large);

  it.each([
    ["as it is", {}, large],
    ["compressed", { "content-encoding": "gzip" }, gzipped],
  ])("is read at its pace and is whole in the end: %s", async (_title, encoding, body) => {
    await using listener = await openListener((response) =>
      response.writeHead(200, { "content-type": "application/json", ...encoding }).end(body),
    );
    const limits = { ...DEFAULT_LIMITS, largeBytesPerSecond: 20_000_000 };
    const text = await ask(`http://127.0.0.1:${listener.port}/graphql`, {
      networks: ["127.0.0.0/8"],
      limits,
    });
    expect(text.length).toBe(large.length);
  });

  it("that nobody waits for any longer is left", async () => {
    await using listener = await openListener((response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(large),
    );
    const limits = { ...DEFAULT_LIMITS, largeBytesPerSecond: 1 };
    const client = new AbortController();
    const gone = new Error("the client has gone");
    const asked = ask(`http://127.0.0.1:${listener.port}/graphql`, {
      networks: ["127.0.0.0/8"],
      limits,
      signal: client.signal,
    });
    // Long enough for all of it to come, if nothing held it back.
    setTimeout(() => client.abort(gone), 1_500);
    await expect(asked).rejects.toBe(gone);
  });
});

it("an answer that does not come in the time of a subgraph is waited for no longer", async () => {
  await using listener = await openListener(() => {});
  const asked = ask(`http://127.0.0.1:${listener.port}/graphql`, {
    networks: ["127.0.0.0/8"],
    limits: { ...DEFAULT_LIMITS, time: 100 },
  });
  await expect(asked).rejects.toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    message: "it did not answer in time",
  });
});
