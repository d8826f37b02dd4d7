import { createBoundedCache } from "@maillon/schema";
import { type DocumentNode, type GraphQLSchema, parse } from "graphql";
import { dependsOnVariables, listCost } from "./list-cost.ts";
import { measureDocument } from "./measure-document.ts";
import type { OperationLimits } from "./operation-limits.ts";

/**
 * Why an operation is too large to be run, in words for the client, or what it costs: fields that its answer
 * may hold.
 */
export type CheckedOperation = { readonly fault: string } | { readonly cost: number };

/** Judges the text of an operation. */
export type CheckOperation = (text: string, variables?: unknown) => CheckedOperation;

/** What was found out about a text. */
interface Verdict {
  readonly checked: CheckedOperation;
  /** The document, if its cost has to be reckoned with each request's variables. */
  readonly document?: DocumentNode;
}

/** What a text costs that is no GraphQL. */
const NOTHING: CheckedOperation = { cost: 1 };

/** How many texts are remembered; front ends send the same few again and again. */
const REMEMBERED = 1_000;

/**
 * Makes the check that every operation passes before it is validated or planned, which both take time that
 * grows faster than the document. Texts that are no GraphQL pass: the parser refuses them in its own words.
 */
export function createCheckOperation(limits: OperationLimits, schema: () => GraphQLSchema): CheckOperation {
  // Costs belong to a schema, so that verdicts are forgotten when another one is in force.
  const verdicts = new WeakMap<GraphQLSchema, ReturnType<typeof createBoundedCache<Verdict>>>();

  return (text, variables) => {
    const inForce = schema();
    let known = verdicts.get(inForce);
    if (!known) verdicts.set(inForce, (known = createBoundedCache<Verdict>(REMEMBERED)));
    let verdict = known.get(text);
    if (!verdict) known.set(text, (verdict = judge(text, inForce)));
    const { checked, document } = verdict;
    return document ? costOf(document, inForce, isRecord(variables) ? variables : {}) : checked;
  };

  function judge(text: string, inForce: GraphQLSchema): Verdict {
    const { document, fault } = read(text, limits);
    if (!document) return { checked: fault === undefined ? NOTHING : { fault } };
    const measured = measureDocument(document, limits);
    if (measured !== undefined) return { checked: { fault: measured } };
    if (dependsOnVariables(document)) return { checked: NOTHING, document };
    return { checked: costOf(document, inForce, {}) };
  }

  function costOf(
    document: DocumentNode,
    inForce: GraphQLSchema,
    variables: Readonly<Record<string, unknown>>,
  ): CheckedOperation {
    const cost = listCost(document, { schema: inForce, limits, variables });
    return cost > limits.cost
      ? { fault: `The operation may answer more than ${limits.cost} fields; ask for smaller pages` }
      : { cost };
  }
}

function read(
  text: string,
  { tokens }: OperationLimits,
): { readonly document?: DocumentNode; readonly fault?: string } {
  try {
    return { document: parse(text, { maxTokens: tokens, noLocation: true }) };
  } catch (error) {
    const tooLong = error instanceof Error && error.message.includes(`${tokens} tokens`);
    return tooLong ? { fault: `The document has more than ${tokens} tokens` } : {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
