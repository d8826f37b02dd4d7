import { gzipSync } from "node:zlib";
import { ANSWER_CAP, openChainWithPartner } from "./chain-with-partner.ts";
import { type Misbehave, answerJson } from "./hostile-partner.ts";

const query = "{ products { id price stock } }";
const withoutPrices = ["a", "b", "c", "d", "e"].map((id, stock) => ({ id, price: null, stock }));

/** Milliseconds in which all others answer, on whatever machine; for partners who are waited for until they are over. */
const SHORT = 6_000;
const never: Misbehave = () => {};
const dripping: Misbehave = ({ response }) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};
/** A true answer with megabytes of blanks, which take a few kilobytes on the wire. */
const bomb: Misbehave = ({ response, honest }) => {
  const body = gzipSync(JSON.stringify({ ...honest, padding: " ".repeat(20_000_000) }));
  response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(body);
};
const twiceZipped: Misbehave = ({ response, honest }) => {
  const body = gzipSync(gzipSync(JSON.stringify(honest)));
  response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip, gzip" }).end(body);
};

describe("a partner's trouble stays its own: the rest is answered, with a code,", () => {
  it.each<[string, string, Misbehave]>([
    ["never answers", "UPSTREAM_TIMEOUT", never],
    ["answers one byte at a time", "UPSTREAM_TIMEOUT", dripping],
    ["closes the connection", "UPSTREAM_UNAVAILABLE", ({ request }) => void request.socket.destroy()],
    ["resets the connection", "UPSTREAM_UNAVAILABLE", ({ request }) => void request.socket.resetAndDestroy()],
    [
      "closes in the middle of its answer",
      "UPSTREAM_UNAVAILABLE",
      ({ response, request }) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write('{"data":', () => request.socket.destroy());
      },
    ],
    [
      "answers with status 500",
      "UPSTREAM_UNAVAILABLE",
      ({ response }) => answerJson(response, "CANARY", 500),
    ],
    [
      "answers with status 403",
      "UPSTREAM_INVALID",
      ({ response, honest }) => answerJson(response, honest, 403),
    ],
    [
      "answers with HTML",
      "UPSTREAM_INVALID",
      ({ response }) => void response.writeHead(200, { "content-type": "text/html" }).end("<p>CANARY"),
    ],
    [
      "answers with broken JSON",
      "UPSTREAM_INVALID",
      ({ response }) => answerJson(response, '{"data": CANARY'),
    ],
    [
      "answers with deep JSON",
      "UPSTREAM_INVALID",
      ({ response }) => answerJson(response, `${"[".repeat(40_000)}`),
    ],
    ["answers with a text", "UPSTREAM_INVALID", ({ response }) => answerJson(response, '"CANARY"')],
    ["answers with nothing", "UPSTREAM_INVALID", ({ response }) => answerJson(response, "")],
    [
      "answers with more bytes than it may",
      "UPSTREAM_INVALID",
      ({ response, honest }) => answerJson(response, { ...honest, padding: "x".repeat(ANSWER_CAP) }),
    ],
    [
      "announces more bytes than it may",
      "UPSTREAM_INVALID",
      ({ response }) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": String(10 ** 12) });
        response.write("{");
      },
    ],
    ["answers with a compressed bomb", "UPSTREAM_INVALID", bomb],
    ["compresses twice", "UPSTREAM_INVALID", twiceZipped],
    [
      "claims to compress",
      "UPSTREAM_INVALID",
      ({ response }) =>
        void response
          .writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" })
          .end("CANARY"),
    ],
    [
      "compresses in a way that was not offered",
      "UPSTREAM_INVALID",
      ({ response, honest }) =>
        void response
          .writeHead(200, { "content-type": "application/json", "content-encoding": "br" })
          .end(JSON.stringify(honest)),
    ],
  ])("when it %s", async (_title, code, misbehave) => {
    await using chain = await openChainWithPartner(code === "UPSTREAM_TIMEOUT" ? { time: SHORT } : {});
    chain.partner.behave(misbehave);
    const { data, errors, text } = await chain.ask(query);
    expect(data).toEqual({ products: withoutPrices });
    expect(errors).toEqual([{ code, path: ["products", 0, "price"] }]);
    expect(text).not.toContain("CANARY");
  });

  it("when it redirects: the address that it names is never asked", async () => {
    await using chain = await openChainWithPartner();
    await using elsewhere = await openChainWithPartner();
    for (const status of [301, 302, 303, 307, 308]) {
      chain.partner.behave(
        ({ response }) => void response.writeHead(status, { location: elsewhere.partner.url }).end(),
      );
      const { data, errors } = await chain.ask(query);
      expect(data).toEqual({ products: withoutPrices });
      expect(errors.map(({ code }) => code)).toEqual(["UPSTREAM_INVALID"]);
    }
    expect(elsewhere.partner.received()).toBe(0);
  });
});

describe("an operation", () => {
  it("ends when its time is up, however many partners it still waits for", async () => {
    await using chain = await openChainWithPartner({ time: SHORT });
    chain.partner.behave(never);
    const answers = await Promise.all(Array.from({ length: 20 }, () => chain.ask(query)));
    expect(answers.map(({ errors }) => errors[0]?.code)).toEqual(Array(20).fill("UPSTREAM_TIMEOUT"));
  });

  it("ends at the partner too when its client has gone", async () => {
    await using chain = await openChainWithPartner();
    const client = new AbortController();
    const closed = new Promise<string>((resolve) => {
      chain.partner.behave(({ request }) => {
        request.socket.on("close", () => resolve("closed"));
        client.abort();
      });
    });
    await chain.ask(query, client.signal);
    expect(await closed).toBe("closed");
  });

  it("is sent once more when it only reads and the partner fails once", async () => {
    await using chain = await openChainWithPartner();
    let failed = false;
    chain.partner.behave(({ response, honest, request }) => {
      if (failed) return answerJson(response, honest);
      failed = true;
      request.socket.destroy();
    });
    const { errors } = await chain.ask(query);
    expect(errors).toEqual([]);
    expect(chain.partner.received()).toBe(2);
  });

  it("shares a partner's answer with an equal one under way, and with no later one", async () => {
    await using chain = await openChainWithPartner();
    // Whoever had to wait for a plan could come later than the answer to the other.
    await chain.ask(query);
    chain.partner.behave(undefined);
    const [one, other] = await Promise.all([chain.ask(query), chain.ask(query)]);
    expect(one).toEqual(other);
    expect(chain.partner.received()).toBe(1);
    await chain.ask(query);
    expect(chain.partner.received()).toBe(2);
  });
});

describe("a partner that keeps failing", () => {
  it("is left alone", async () => {
    await using chain = await openChainWithPartner();
    chain.partner.behave(({ response }) => answerJson(response, "down", 503));
    for (let count = 0; count < 60; count += 1) await chain.ask(query);
    expect(chain.partner.received()).toBeLessThan(30);
  });

  it("is asked again after a pause", async () => {
    await using chain = await openChainWithPartner({ pause: 50 });
    chain.partner.behave(({ response }) => answerJson(response, "down", 503));
    for (let count = 0; count < 30; count += 1) await chain.ask(query);
    chain.partner.behave(undefined);
    let healed = false;
    while (!healed) {
      const { errors } = await chain.ask(query);
      healed = errors.length === 0;
    }
    expect(healed).toBe(true);
  });

  it("is left alone soon, however well it answered until now", async () => {
    await using chain = await openChainWithPartner();
    for (let count = 0; count < 100; count += 1) await chain.ask(query);
    chain.partner.behave(({ request }) => void request.socket.resetAndDestroy());
    for (let count = 0; count < 90; count += 1) await chain.ask(query);
    expect(chain.partner.received()).toBeLessThan(30);
  });
});
