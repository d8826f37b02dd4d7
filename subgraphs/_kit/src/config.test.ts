import { readConfig, readImportConfig } from "./config.ts";

const subgraph = { name: "catalogue", port: 4101 };
const complete = {
  DATABASE_URL_CATALOGUE: "postgresql://owner:secret@127.0.0.1:5432/catalogue",
  GATEWAY_ISSUER: "http://localhost:4000",
  GATEWAY_JWKS_URL: "http://127.0.0.1:4000/.well-known/jwks.json",
  LEDGER_URL: "http://127.0.0.1:4104/ledger",
  LEDGER_JWKS_URL: "http://127.0.0.1:4104/.well-known/jwks.json",
  LEDGER_CREDENTIAL: "0123456789012345678901234567890123456789012",
  OPERATOR_ID: "org_conforma_fabrica",
};

describe("the configuration of a subgraph", () => {
  test("listens on the loopback address and the subgraph's own port unless told otherwise", () => {
    expect(readConfig(subgraph, complete)).toMatchObject({ host: "127.0.0.1", port: 4101 });
    expect(readConfig(subgraph, { ...complete, HOST: "0.0.0.0", CATALOGUE_PORT: "5000" })).toMatchObject({
      host: "0.0.0.0",
      port: 5000,
    });
  });

  test.each(Object.keys(complete))("refuses to start without %s and names it", (name) => {
    expect(() => readConfig(subgraph, { ...complete, [name]: undefined })).toThrow(name);
  });

  test.each([
    ["CATALOGUE_PORT", "eighty"],
    ["DATABASE_URL_CATALOGUE", "mysql://secret"],
    ["GATEWAY_JWKS_URL", "file:///secret"],
    ["LEDGER_URL", "file:///secret"],
    ["LEDGER_CREDENTIAL", "secret"],
    ["LOG_LEVEL", "secret"],
  ])("names %s when it is wrong, without its value", (name, value) => {
    const read = () => readConfig(subgraph, { ...complete, [name]: value });
    expect(read).toThrow(name);
    expect(read).not.toThrow(value);
  });

  test("of an import needs the database and the secret of ids, and no gateway", () => {
    const { DATABASE_URL_CATALOGUE } = complete;
    const env = { DATABASE_URL_CATALOGUE, IMPORT_SECRET: "0123456789abcdef" };
    expect(readImportConfig("catalogue", env)).toEqual({
      databaseUrl: DATABASE_URL_CATALOGUE,
      idSecret: "0123456789abcdef",
    });
    expect(() => readImportConfig("orders", env)).toThrow("DATABASE_URL_ORDERS");
    expect(() => readImportConfig("catalogue", { DATABASE_URL_CATALOGUE })).toThrow("IMPORT_SECRET");
  });
});
