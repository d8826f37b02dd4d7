import type { DataClass, Viewer } from "@maillon/schema";
import { declaredFacts } from "@maillon/subgraph-kit/testing";
import { customers } from "../subgraph.ts";
import { company, consumer, openChain } from "../testing/open-chain.ts";

const { selectionOf, readableOn } = declaredFacts(customers);

const ASK = `query ($id: ID!) { customer(id: $id) { ${selectionOf("Customer")}
  seen: person { ${selectionOf("Person")} } } }`;

const CLASSES: readonly DataClass[] = [
  "CUSTOMER_EXISTENCE",
  "CUSTOMER_IDENTITY",
  "CUSTOMER_PROFILE",
  "DATA_SUBJECT",
];

const cases: [who: string, viewer: Viewer, reads: { customer: DataClass[]; person: DataClass[] }][] = [
  ["her owner", company("vega"), { customer: [...CLASSES], person: ["CUSTOMER_IDENTITY"] }],
  ["the consumer herself", consumer("cus_claire"), { customer: [...CLASSES], person: ["CUSTOMER_IDENTITY"] }],
  ["a co-owner, as nothing was agreed", company("fabrica"), { customer: [], person: [] }],
  ["who brought her in, as nothing was agreed", company("integra"), { customer: [], person: [] }],
];

test.each(cases)(
  "the declared parties of a customer let %s read what the matrix says",
  async (_, viewer, reads) => {
    await using chain = await openChain();
    const { data, errors } = await chain.ask(viewer, ASK, { id: "cus_claire" });
    expect(errors).toBeUndefined();
    const { customer } = data as unknown as { customer: { seen: unknown } };
    expect(readableOn({ type: "Customer", values: customer }, viewer, CLASSES)).toEqual(reads.customer);
    const identity: readonly DataClass[] = ["CUSTOMER_IDENTITY"];
    expect(readableOn({ type: "Person", values: customer.seen }, viewer, identity)).toEqual(reads.person);
  },
);
