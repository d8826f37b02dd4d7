import { SUBGRAPHS } from "@maillon/schema";
import { onThisDay } from "@maillon/schema/testing";
import { openChain } from "./chain.ts";
import { agreedSequence, toldSequence } from "./told.ts";

// One start of five processes, on whatever machine runs this.
const PATIENCE = 600_000;

const END = `mutation ($id: ID!, $at: Date!) { terminateAgreement(id: $id, at: $at) { status } }`;

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
      const before = await agreedSequence(chain.home);
      const ended = await onThisDay(
        (at) => chain.query(END, token, { id, at }),
        ({ errors }) => errors === undefined,
      );
      expect(ended).toEqual({ data: { terminateAgreement: { status: "TERMINATED" } } });
      await chain.told();
      const services = ["gateway", ...Object.keys(SUBGRAPHS)];
      const told = services.map((service) => toldSequence(chain.home, service));
      expect(told).toEqual(services.map(() => before + 1));
    },
    PATIENCE,
  );
});
