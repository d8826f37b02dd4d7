import { SUBGRAPHS } from "@maillon/schema";
import { type Chain, openChain, until } from "./chain.ts";

// One start of five processes, on whatever machine runs this.
const PATIENCE = 300_000;

const END = `mutation ($id: ID!, $at: Date!) { terminateAgreement(id: $id, at: $at) { status } }`;

/** The sequence of the ledger that a process was last told, as its log says. */
function sequenceAt(chain: Chain, service: string): number {
  const told = [...chain.logOf(service).matchAll(/"sequence":(\d+),"msg":"the ledger is followed"/g)];
  return Number(told.at(-1)?.[1] ?? 0);
}

interface Listed {
  readonly agreements: readonly { readonly id: string; readonly status: string }[];
}

describe("a termination that was acknowledged", () => {
  test(
    "is known to the gateway and to every company, each by a statement of the ledger of its own",
    async () => {
      await using chain = await openChain();
      await chain.start();
      const token = await chain.token("rivalis/direction");
      const { agreements } = (await chain.query("{ agreements { id status } }", token)).data as Listed;
      const id = agreements.find(({ status }) => status === "ACTIVE")?.id;
      const services = ["gateway", ...Object.keys(SUBGRAPHS)];
      const before = Math.max(...services.map((service) => sequenceAt(chain, service)));
      const at = new Date().toISOString().slice(0, 10);
      const { data } = await chain.query(END, token, { id, at });
      expect(data).toEqual({ terminateAgreement: { status: "TERMINATED" } });
      for (const service of services) {
        const told = async () => sequenceAt(chain, service);
        await expect(until(told, (sequence) => sequence > before)).resolves.toBe(before + 1);
      }
    },
    PATIENCE,
  );
});
