import type { DataClass, Viewer } from "@maillon/schema";
import type { Ledger } from "@maillon/schema/ledger";
import type { Facts } from "@maillon/schema/visibility";

/** Who looks at what, and what is agreed at that moment. */
export interface Look {
  readonly viewer: Viewer;
  readonly facts: Facts;
  readonly ledger: Ledger;
  readonly at: number;
  /** A company that knows no clauses and requests but those that concern it; absent: all of them count. */
  readonly knownTo?: string;
}

const PARTIES = ["owner", "seller", "buyer", "via", "brand", "carrier", "payer", "subject"] as const;
/** What a viewer can be to an object; whoever is nothing else is a part of the public. */
export const ROLES: ReadonlySet<string> = new Set([...PARTIES, "published"]);

type Agreement = Ledger["agreements"][number];
type Clause = Agreement["clauses"][number];

/** What a viewer is to an object, and what was agreed about it, in words. */
export type Relation = ReadonlySet<string>;

/**
 * Finds what a viewer is to an object and what was agreed about it: two looks with the same words are
 * the same case of the matrix. It knows no policy and no decision; what the words allow stands in the matrix
 * alone.
 */
export function relationOf(look: Look, dataClass: DataClass): Relation {
  return new Set([
    ...rolesIn(look),
    ...kindOf(look),
    ...(PERSONAL.has(dataClass) ? basisOf(look.facts) : []),
    ...tiesOf(look, dataClass),
    ...grantedIn(look, dataClass),
  ]);
}

/** Where the matrix asks for a lawful basis (F4). */
const PERSONAL: ReadonlySet<DataClass> = new Set(["CUSTOMER_IDENTITY", "CUSTOMER_PROFILE"]);

/** Where the matrix tells those who trade with the owner that something is kept from them. */
const TOLD_TO_PARTNERS: ReadonlySet<DataClass> = new Set(["PRICE_RESALE", "PRICE_COST", "TRADE_AMOUNT"]);

function rolesIn({ viewer, facts }: Look): string[] {
  const own = viewer.kind === "company" ? [viewer.organization] : viewer.customers;
  return PARTIES.filter((role) => own.some((id) => facts[role]?.includes(id)));
}

function kindOf({ viewer, facts, ledger }: Look): string[] {
  const { published = false, group, category = [], buyer = [] } = facts;
  const own = ledger.companies.find(({ id }) => viewer.kind === "company" && id === viewer.organization);
  const { kinds, authorities } = own ?? { kinds: ["CONSUMER"], authorities: [] };
  const general = category.length > 0 && buyer.length === 0;
  return [
    ...authorities.filter((each) => each === "TAX" || each === "DATA_PROTECTION"),
    ...(published ? ["published"] : []),
    ...(group === undefined ? [] : ["aggregate"]),
    ...(general ? ["general"] : []),
    ...(general && category.some((each) => kinds.includes(each)) ? ["its category"] : []),
  ];
}

function basisOf({ basis = [] }: Facts): string[] {
  const allows = (purpose: string) => basis.includes(purpose) || basis.includes("NOT_PERSONAL");
  return [
    ...(basis.length > 0 ? ["basis"] : []),
    ...(allows("PARTNER_SHARING") ? ["consent to share"] : []),
    ...(allows("AFTER_SALES") ? ["consent to after-sales"] : []),
  ];
}

/** What else ties the viewer's company to the object. */
function tiesOf(look: Look, dataClass: DataClass): string[] {
  const own = agreementsOf(look).filter(
    (each) => look.facts.agreement?.includes(each.id) && isKnown(each, look),
  );
  const trades = rolesIn(look).length === 0 && TOLD_TO_PARTNERS.has(dataClass) && sharedIn(look).length > 0;
  return [...(own.length > 0 ? ["party to its agreement"] : []), ...(trades ? ["partner"] : [])];
}

/**
 * What an owner of the object lets the viewer's company read, by a clause or because the law has it answer a
 * request.
 */
function grantedIn(look: Look, dataClass: DataClass): string[] {
  const { viewer, facts, ledger, knownTo } = look;
  if (viewer.kind !== "company") return [];
  const between = { company: viewer.organization, owners: othersIn(look), dataClass };
  const requests = ledger.disclosures.filter(
    ({ regulator, subject, dataClasses }) =>
      regulator === viewer.organization &&
      between.owners.includes(subject) &&
      dataClasses.includes(dataClass) &&
      (knownTo === undefined || subject === knownTo),
  );
  const clauses = sharedIn(look)
    .filter((each) => isKnown(each, look) && reaches(each, facts))
    .flatMap((each) => each.clauses);
  return [
    ...(requests.length > 0 ? ["open request"] : []),
    ...clauses.flatMap((each) => wordsOf(each, between)),
  ];
}

const agreementsOf = ({ viewer, ledger }: Look) =>
  ledger.agreements.filter((each) => viewer.kind === "company" && binds(each, [viewer.organization]));

const isKnown = (agreement: Agreement, { knownTo }: Look) =>
  knownTo === undefined || binds(agreement, [knownTo]);

const othersIn = ({ viewer, facts }: Look) =>
  (facts.owner ?? []).filter((id) => viewer.kind !== "company" || id !== viewer.organization);

/** The agreements in force between the viewer's company and an owner of the object. */
const sharedIn = (look: Look) =>
  agreementsOf(look).filter((each) => binds(each, othersIn(look)) && isInForce(each, look.at));

function binds({ parties }: Agreement, companies: readonly string[]): boolean {
  return parties.some(({ company }) => companies.includes(company));
}

function isInForce({ status, validFrom, validUntil }: Agreement, at: number): boolean {
  return status === "ACTIVE" && Date.parse(validFrom) <= at && !(Date.parse(validUntil ?? "") <= at);
}

/** Whether the object is within the products and countries that the agreement is about. */
function reaches({ id, productScope, territories }: Agreement, facts: Facts): boolean {
  const covers = (scope: readonly string[], found: readonly string[] = []) =>
    scope.length === 0 ||
    (found.length > 0 ? found.every((each) => scope.includes(each)) : facts.agreement?.includes(id) === true);
  return covers(productScope, facts.product) && covers(territories, facts.territory);
}

interface Between {
  readonly company: string;
  readonly owners: readonly string[];
  readonly dataClass: DataClass;
}

function wordsOf(clause: Clause, { company, owners, dataClass }: Between): string[] {
  switch (clause.type) {
    case "DATA_SHARING":
    case "PRICE_VISIBILITY":
      return clause.to === company && owners.includes(clause.from) && clause.dataClass === dataClass
        ? [`${clause.type} ${clause.level}`]
        : [];
    case "CUSTOMER_OWNERSHIP":
      return [clause.ownership, ...(clause.jointController ? ["joint controllers"] : [])];
    case "SERVICE":
      return clause.responsible === company ? clause.covers.map((each) => `in charge of ${each}`) : [];
    case "KPI_SHARING":
      return [clause.type];
    default:
      return [];
  }
}
