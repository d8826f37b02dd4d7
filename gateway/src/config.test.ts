import { readConfig } from "./config.ts";

const complete = {
  GATEWAY_ISSUER: "https://gateway.test",
  GATEWAY_ISSUERS_FILE: "issuers.json",
  GATEWAY_KEYS_FILE: "keys.json",
  LEDGER_URL: "https://ledger.test/ledger",
  LEDGER_JWKS_URL: "https://ledger.test/.well-known/jwks.json",
};

describe("the configuration of the gateway", () => {
  test("listens on the loopback address, and opens neither the demo nor other origins unless told to", () => {
    expect(readConfig(complete)).toMatchObject({
      host: "127.0.0.1",
      port: 4000,
      demo: false,
      corsOrigins: [],
      subgraphNetworks: [],
    });
  });

  test.each(Object.keys(complete))("refuses to start without %s, and names it", (name) => {
    expect(() => readConfig({ ...complete, [name]: undefined })).toThrow(name);
  });

  test("asks nobody for a token only by the explicit word", () => {
    expect(readConfig({ ...complete, GATEWAY_OPEN: "1" }).identity).toBeUndefined();
    expect(() => readConfig({ ...complete, GATEWAY_OPEN: "true" })).toThrow("GATEWAY_OPEN");
    expect(() => readConfig({})).toThrow("is needed unless GATEWAY_OPEN=1");
  });

  test("has no demo in production", () => {
    const demo = { ...complete, MAILLON_DEMO: "1" };
    expect(readConfig(demo).demo).toBe(true);
    expect(() => readConfig({ ...demo, NODE_ENV: "production" })).toThrow("MAILLON_DEMO=1");
  });

  test.each([
    ["GATEWAY_PORT", "secret"],
    ["GATEWAY_METRICS_TOKEN", "secret"],
    ["GATEWAY_SUBGRAPH_NETWORKS", "secret"],
    ["GATEWAY_STUDIO_CLIENT_ID", "secret"],
    ["LEDGER_URL", "file:///secret"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "file:///secret"],
    ["SUBGRAPH_URL_ORDERS", "ftp://secret"],
  ])("names %s when it is wrong, without its value", (name, value) => {
    const read = () => readConfig({ ...complete, [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow(value);
  });

  test("takes addresses and companies of subgraphs by their names", () => {
    const { subgraphUrls, operators } = readConfig({
      ...complete,
      SUBGRAPH_URL_ORDERS: "https://orders.test/graphql",
      SUBGRAPH_OPERATOR_ORDERS: "org_conforma_integra",
    });
    expect([...subgraphUrls, ...operators]).toEqual([
      ["orders", "https://orders.test/graphql"],
      ["orders", "org_conforma_integra"],
    ]);
  });
});
