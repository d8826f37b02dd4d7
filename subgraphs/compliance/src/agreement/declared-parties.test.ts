import type { DataClass } from "@maillon/schema";
import { declaredFacts } from "@maillon/subgraph-kit/testing";
import { complianceSubgraph } from "../subgraph.ts";
import { as, openChain, propose } from "../testing/open-chain.ts";

const { selectionOf, readableOn } = declaredFacts(complianceSubgraph);

const ASK = `query ($id: ID!) { agreement(id: $id) { ${selectionOf("Agreement")}
  signatures { ${selectionOf("AgreementSignature")} } } }`;

const CLASSES: readonly DataClass[] = ["AGREEMENT_EXISTENCE", "AGREEMENT_TERMS", "DATA_SUBJECT"];

interface Shown {
  readonly agreement: { readonly signatures: readonly unknown[] };
}

test.each(["fabrica/sales", "integra/buying"] as const)(
  "the declared parties of an agreement let %s read it and the decisions of its own company, and nobody else",
  async (who) => {
    await using chain = await openChain();
    const id = await propose(chain);
    const { data, errors } = await chain.ask(as(who), ASK, { id });
    expect(errors).toBeUndefined();
    const { agreement } = data as unknown as Shown;
    const objects = { type: "Agreement", values: agreement };
    expect(readableOn(objects, as(who), CLASSES)).toEqual(CLASSES);
    expect(readableOn(objects, as("rivalis/buying"), CLASSES)).toEqual([]);
    const decisions = agreement.signatures.map((values) => ({ type: "AgreementSignature", values }));
    expect(decisions.map((each) => readableOn(each, as(who), ["DECISION"]))).toEqual([["DECISION"]]);
    const counterpart = who === "fabrica/sales" ? as("integra/legal") : as("fabrica/legal");
    expect(decisions.map((each) => readableOn(each, counterpart, ["DECISION"]))).toEqual([[]]);
  },
);
