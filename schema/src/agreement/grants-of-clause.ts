import type { DataClass } from "../data-class.ts";
import type { ClauseRecord } from "../exchange/clause.ts";
import type { Grant, GrantName } from "./grant.ts";
import type { Agreement } from "./ledger.ts";

type Clause<Type extends ClauseRecord["type"]> = Extract<ClauseRecord, { type: Type }>;
type Level = Clause<"DATA_SHARING">["level"];
type Draft = Pick<Grant, "name" | "dataClass" | "grantor" | "grantee"> & Partial<Grant>;

/** The group size below which no aggregate is shared: of two, each can subtract itself (F7). */
export const SMALLEST_GROUP = 3;

// A level contains the ones before it, save that an aggregate opens no row.
const CONTAINED: Readonly<Record<Level, readonly GrantName[]>> = {
  NONE: ["NONE"],
  EXISTENCE: ["EXISTENCE"],
  PSEUDONYMOUS: ["EXISTENCE", "PSEUDONYMOUS"],
  AGGREGATE: ["AGGREGATE"],
  IDENTIFIED: ["EXISTENCE", "PSEUDONYMOUS", "IDENTIFIED"],
  FULL: ["EXISTENCE", "PSEUDONYMOUS", "AGGREGATE", "IDENTIFIED", "FULL"],
};

const AFTER_SALES = ["AFTER_SALES", "RETURN", "REPAIR", "REPLACEMENT", "CLAIM", "SUPPORT", "MAINTENANCE"];
const SERVED = [...AFTER_SALES, "INSTALLATION", "TRAINING"];
const SHIPPED = ["DELIVERY", "SHIPPING", "LOGISTICS"];

/** What a clause grants, everything else about the agreement being in order; a word it does not know grants nothing. */
export function grantsOfClause(agreement: Agreement, clause: ClauseRecord): Grant[] {
  const { id, version } = agreement;
  return draftsOf(agreement, clause).map((draft) => ({
    source: { kind: "clause", agreement: id, version, clause: clause.code, type: clause.type },
    products: agreement.productScope,
    territories: agreement.territories,
    ownAgreementOnly: false,
    minimumGroup: 0,
    minimumAge: 0,
    ...draft,
  }));
}

function draftsOf(agreement: Agreement, clause: ClauseRecord): Draft[] {
  switch (clause.type) {
    case "DATA_SHARING":
    case "PRICE_VISIBILITY":
      return sharing(clause);
    case "CUSTOMER_OWNERSHIP":
      return ownership(agreement, clause);
    case "KPI_SHARING":
      return indicators(agreement, clause);
    case "SERVICE":
      return service(agreement, clause);
    case "COMMISSION":
    case "OBJECTIVE":
    case "RESTRICTION":
      // They bind the parties; none of them opens a class. What is due to payer and payee is theirs without a clause.
      return [];
  }
}

function sharing(clause: Clause<"DATA_SHARING"> | Clause<"PRICE_VISIBILITY">): Draft[] {
  const { from: grantor, to: grantee, dataClass, level } = clause;
  const wanted = clause.type === "DATA_SHARING" ? clause.minimumGroupSize : undefined;
  const minimumAge = clause.type === "PRICE_VISIBILITY" ? clause.delayDays : 0;
  return CONTAINED[level].map((name) => {
    const minimumGroup = name === "AGGREGATE" ? Math.max(wanted ?? 0, SMALLEST_GROUP) : 0;
    return { name, dataClass, grantor, grantee, minimumGroup, minimumAge };
  });
}

function ownership(agreement: Agreement, clause: Clause<"CUSTOMER_OWNERSHIP">): Draft[] {
  // Who owns which customer of a SPLIT_BY_SCOPE stands in the customer's record, not in the clause.
  if (clause.ownership !== "CO_OWNED") return [];
  const existence = pairsOf(agreement, "CO_OWNED", ["CUSTOMER_EXISTENCE"]);
  if (!clause.jointController) return existence;
  // Who only brought the customer in, or works on another's orders, decides nothing about her data (GDPR, article 26).
  const deciding = agreement.parties.filter(
    ({ role }) => role !== "INTERMEDIARY" && role !== "PROCESSOR" && role !== "BUYER",
  );
  const controllers = new Set(deciding.map(({ company }) => company));
  const joint = pairsOf(agreement, "JOINT_CONTROLLER", ["CUSTOMER_IDENTITY", "DATA_SUBJECT"]);
  return [...existence, ...joint.filter(({ grantee }) => controllers.has(grantee))];
}

function indicators(agreement: Agreement, clause: Clause<"KPI_SHARING">): Draft[] {
  const minimumGroup = Math.max(clause.minimumGroupSize ?? 0, SMALLEST_GROUP);
  return pairsOf(agreement, "KPI_SHARING", ["KPI", "PROSPECT", "LOGISTICS_COST"]).map((draft) => ({
    ...draft,
    minimumGroup,
    ownAgreementOnly: true,
  }));
}

function service(agreement: Agreement, { responsible, covers }: Clause<"SERVICE">): Draft[] {
  const covered = (words: readonly string[]) => covers.some((each) => words.includes(each));
  const classes: DataClass[] = [];
  if (covered([...SHIPPED, ...SERVED])) classes.push("LOGISTICS");
  if (covered(SERVED)) classes.push("AFTER_SALES");
  if (covered(AFTER_SALES)) classes.push("CUSTOMER_IDENTITY");
  return pairsOf(agreement, "SERVICE", classes).filter(({ grantee }) => grantee === responsible);
}

/** Every party lets every other one. */
function pairsOf({ parties }: Agreement, name: GrantName, classes: readonly DataClass[]): Draft[] {
  return parties.flatMap(({ company: grantor }) =>
    parties
      .filter(({ company }) => company !== grantor)
      .flatMap(({ company: grantee }) => classes.map((dataClass) => ({ name, dataClass, grantor, grantee }))),
  );
}
