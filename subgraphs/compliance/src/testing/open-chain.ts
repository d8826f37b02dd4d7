import type { CompanyViewer, ConsumerViewer } from "@maillon/schema";
import { openTestSubgraph } from "@maillon/subgraph-kit/testing";
import type { Answer, TestSubgraph, TestSubgraphOptions } from "@maillon/subgraph-kit/testing";
import { Organization } from "../organization/organization.ts";
import { complianceSubgraph } from "../subgraph.ts";

/** The companies of the test chain; a company's id is its name, for tests that read well. */
const COMPANIES = ["fabrica", "integra", "rivalis", "vega", "autorite"] as const;

export type CompanyName = (typeof COMPANIES)[number];

/** Someone who acts for a company in a role, such as `as("integra/legal")`; several roles are joined by a plus. */
export function as(who: `${CompanyName}/${string}`): CompanyViewer {
  const [organization = "", roles = ""] = who.split("/");
  return { kind: "company", organization, roles: roles.split("+"), subject: `${roles} of ${organization}` };
}

/** A consumer of Vega's. */
export const claire: ConsumerViewer = { kind: "consumer", customers: ["cus_claire"], subject: "claire" };

/** A subgraph that knows the companies of the chain: `await using chain = await openChain()`. */
export async function openChain(options?: TestSubgraphOptions): Promise<TestSubgraph> {
  const chain = await openTestSubgraph(complianceSubgraph, options);
  await chain.store(
    COMPANIES.map((id) =>
      Organization.of({
        id,
        name: id,
        country: "FR",
        roles: id === "autorite" ? ["REGULATOR"] : [],
        size: null,
        parentId: null,
      }),
    ),
  );
  return chain;
}

/** A day relative to today, such as `day(-1)`; the ledger's days are those of UTC. */
export function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

/** An agreement of Fabrica and Integra that began yesterday, with whatever differs. */
export function proposal(differing: Record<string, unknown> = {}): Record<string, unknown> {
  return { model: "B2B2B", partyIds: ["fabrica", "integra"], validFrom: day(-1), ...differing };
}

/** Proposes an agreement as a company that may, and answers its id. */
export async function propose(chain: TestSubgraph, differing: Record<string, unknown> = {}): Promise<string> {
  const mutation = "mutation ($input: AgreementInput!) { proposeAgreement(input: $input) { id } }";
  const answer = await chain.ask(as("fabrica/sales"), mutation, { input: proposal(differing) });
  if (answer.errors) throw new Error(`The proposal was refused: ${JSON.stringify(answer.errors)}`);
  return idIn(answer, "proposeAgreement");
}

/** What a party does with an agreement. */
export type Step = "signAgreement" | "rejectAgreement";

/** Signs or rejects, and answers the agreement's status or the code of the refusal. */
export async function decide(
  chain: TestSubgraph,
  step: Step,
  { id, who }: { id: string; who: `${CompanyName}/${string}` },
): Promise<string> {
  const answer = await chain.ask(as(who), `mutation ($id: ID!) { ${step}(id: $id) { status } }`, { id });
  return outcomeOf(answer, step);
}

/** The status that a mutation answered, or the code with which it was refused. */
export function outcomeOf({ data, errors }: Answer, field: string): string {
  const code = errors?.[0]?.extensions?.code;
  if (code !== undefined) return code;
  const changed: unknown = data?.[field];
  return changed instanceof Object && "status" in changed ? String(changed.status) : "nothing";
}

/** An agreement that Fabrica and Integra have signed. */
export async function sign(chain: TestSubgraph, differing: Record<string, unknown> = {}): Promise<string> {
  const id = await propose(chain, differing);
  await decide(chain, "signAgreement", { id, who: "fabrica/legal" });
  await decide(chain, "signAgreement", { id, who: "integra/legal" });
  return id;
}

function idIn({ data }: Answer, field: string): string {
  const created: unknown = data?.[field];
  if (created instanceof Object && "id" in created && typeof created.id === "string") return created.id;
  throw new Error(`${field} answered no id.`);
}
