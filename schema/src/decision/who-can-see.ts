import type { ClauseSource, DisclosureSource, GrantSource } from "../agreement/grant.ts";
import type { DataClass } from "../data-class.ts";
import type { Facts } from "../visibility/fact.ts";
import type { CompanyViewer, Viewer } from "../viewer.ts";
import { createDecider, type DecisionSources } from "./create-decider.ts";
import { decisionGroups } from "./decision-groups.ts";
import { decisionsOfKeeper, lastWord } from "./keeper.ts";

/** The field of an object that a question is about. */
export interface OwnedField {
  readonly facts: Facts;
  readonly classes: readonly DataClass[];
  /** `Organization.id` of the company that keeps it, where that is known. */
  readonly keeper?: string | undefined;
}

/** Someone who can see the field, and why. */
export interface Seer {
  /** A company's id, or the customer relation of a consumer. */
  readonly party: string;
  readonly rules: readonly string[];
  /** The clauses that open it, of agreements that the asking company is a party to. */
  readonly clauses: readonly ClauseSource[];
  /** The requests that open it, of those that ask for the asking company's data. */
  readonly disclosures: readonly DisclosureSource[];
  /**
   * Whether the company that keeps the object shows it nevertheless to nobody on that account: it does not
   * know of it.
   */
  readonly keptBack: boolean;
}

export type SeersAnswer =
  | { readonly ok: true; readonly seers: readonly Seer[] }
  | { readonly ok: false; readonly why: string };

/**
 * Who can see a field: answered to its owner only. For another day the caller passes what is in force on that day. What
 * another owner of the same object agreed on is that owner's: of its clauses, the rule is told and nothing else.
 */
export function whoCanSee(sources: DecisionSources, asking: Viewer, field: OwnedField): SeersAnswer {
  const { facts } = field;
  if (!owns(asking, facts)) return { ok: false, why: "Only the owner of an object is told who can see it." };
  const { organization } = asking;
  const persons = (facts.subject ?? []).filter((each) => each.startsWith("cus_")).map(consumerViewer);
  const seers = [
    ...companiesThatSee(sources, field),
    ...persons.flatMap((each) => seerOf(sources, each, field) ?? []),
  ];
  return { ok: true, seers: seers.map((seer) => asToldTo(organization, seer, sources)) };
}

/** Whether a viewer acts for an owner of an object. */
export function owns(viewer: Viewer, { owner = [] }: Facts): viewer is CompanyViewer {
  return viewer.kind === "company" && owner.includes(viewer.organization);
}

/** Companies that decisions cannot tell apart are decided on once. */
function companiesThatSee(sources: DecisionSources, field: OwnedField): Found[] {
  const { agreements } = sources;
  if (!agreements) return [];
  const { facts, classes, keeper } = field;
  const ledgers = keeper === undefined ? [agreements] : [agreements, agreements.heldBy(keeper)];
  const groupOf = decisionGroups(facts, classes, ledgers);
  const known = new Map<string, Found | undefined>();
  return [...agreements.companies.keys()].flatMap((party) => {
    const viewer = companyViewer(party);
    const group = groupOf(viewer) ?? `company ${party}`;
    if (!known.has(group)) known.set(group, seerOf(sources, { party, viewer }, field));
    const found = known.get(group);
    return found ? [{ ...found, party }] : [];
  });
}

interface Party {
  readonly party: string;
  readonly viewer: Viewer;
}

interface Found extends Omit<Seer, "clauses" | "disclosures"> {
  readonly sources: readonly GrantSource[];
}

function seerOf(sources: DecisionSources, { party, viewer }: Party, field: OwnedField): Found | undefined {
  const { facts, classes, keeper } = field;
  const decisions = createDecider(sources, viewer).on(facts);
  const keeping = keeper === undefined ? undefined : decisionsOfKeeper(sources, viewer, { keeper, facts });
  const { visible, effect } = lastWord(decisions, classes, keeping);
  if (!visible && effect !== "KEPT_BACK") return undefined;
  const because = classes.flatMap((each) => decisions.of(each).because);
  return {
    party,
    rules: [...new Set(because.map(({ rule }) => rule))],
    sources: because.flatMap((reason) => reason.sources),
    keptBack: !visible,
  };
}

function asToldTo(organization: string, { sources, ...seer }: Found, { agreements }: DecisionSources): Seer {
  const own = agreements?.agreementsOf(organization);
  const clauses = sources.filter((each) => each.kind === "clause").filter((each) => own?.has(each.agreement));
  const disclosures = sources
    .filter((each) => each.kind === "disclosure")
    .filter(({ subject }) => subject === organization);
  return { ...seer, clauses: distinct(clauses), disclosures: distinct(disclosures) };
}

/** A clause that opens several classes of a field opens it once. */
function distinct<Source extends GrantSource>(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((each) => [JSON.stringify(each), each])).values()];
}

function companyViewer(party: string): CompanyViewer {
  return { kind: "company", organization: party, roles: [], subject: party };
}

function consumerViewer(party: string): Party {
  return { party, viewer: { kind: "consumer", customers: [party], subject: party } };
}
