import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { idSecret } from "./id-secret.ts";

function openHome() {
  const home = mkdtempSync(join(tmpdir(), "maillon-home-"));
  return { home, [Symbol.dispose]: () => rmSync(home, { recursive: true }) };
}

describe("the secret of derived ids", () => {
  it("is made once and found again, and nobody else on the machine may read it", () => {
    using place = openHome();
    const first = idSecret(place.home, {});
    expect(first.length).toBeGreaterThan(30);
    expect(idSecret(place.home, {})).toBe(first);
    expect(statSync(join(place.home, "import-secret")).mode & 0o077).toBe(0);
  });

  it("is another one in another home", () => {
    using one = openHome();
    using other = openHome();
    expect(idSecret(one.home, {})).not.toBe(idSecret(other.home, {}));
  });

  it("is the environment's when there is one", () => {
    using place = openHome();
    expect(idSecret(place.home, { IMPORT_SECRET: "given from outside" })).toBe("given from outside");
  });
});
