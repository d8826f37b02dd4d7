import type { DataClass } from "../data-class.ts";
import type { ClauseRecord } from "../exchange/clause.ts";
import { SMALLEST_GROUP } from "./grants-of-clause.ts";
import type { Agreement } from "./ledger.ts";

/** The rules that no clause can lift; `schema/policies/10-floor.cedar` enforces the same ones on every decision. */
export type FloorRule =
  | "F1"
  | "F2"
  | "F3"
  | "F4"
  | "F5"
  | "F6"
  | "F7"
  | "COST"
  | "NON_COMPETE"
  | "NOT_A_PARTY";

/** Why a clause is refused. */
export interface ClauseRefusal {
  /** The clause's number in the contract. */
  readonly clause: string;
  readonly rule: FloorRule;
  readonly why: string;
}

/** What the law of the place sets. */
export interface FloorLimits {
  /** The longest NON_COMPETE that may be agreed, in months. */
  readonly maximumNonCompeteMonths: number;
}

/** Five years is the most that competition law exempts (Regulation (EU) 2022/720, article 5). */
export const FLOOR_LIMITS: FloorLimits = { maximumNonCompeteMonths: 60 };

type Finding = Omit<ClauseRefusal, "clause"> | undefined;
type Shared = Extract<ClauseRecord, { type: "DATA_SHARING" | "PRICE_VISIBILITY" }>;
type Scope = Pick<Agreement, "parties" | "clauses">;

/** The clauses of an agreement that fall below the floor, each with the rule it breaks; none: it may be proposed. */
export function lintClauses(agreement: Scope, limits: FloorLimits = FLOOR_LIMITS): ClauseRefusal[] {
  return agreement.clauses.flatMap((clause) => {
    const finding = strangerIn(agreement, clause) ?? floorOf(agreement, clause, limits);
    return finding ? [{ clause: clause.code, ...finding }] : [];
  });
}

function strangerIn({ parties }: Scope, clause: ClauseRecord): Finding {
  const companies = new Set(parties.map(({ company }) => company));
  const stranger = namedIn(clause).find((each) => !companies.has(each));
  if (stranger === undefined) return undefined;
  return { rule: "NOT_A_PARTY", why: `${stranger} is no party to this agreement.` };
}

function namedIn(clause: ClauseRecord): readonly string[] {
  switch (clause.type) {
    case "DATA_SHARING":
    case "PRICE_VISIBILITY":
      return [clause.from, clause.to];
    case "COMMISSION":
      return [clause.payer, clause.payee];
    case "SERVICE":
      return [clause.responsible];
    case "RESTRICTION":
      return [clause.bound, clause.protects];
    case "CUSTOMER_OWNERSHIP":
      return clause.contactPoint === undefined ? [] : [clause.contactPoint];
    case "KPI_SHARING":
    case "OBJECTIVE":
      return [];
  }
}

function floorOf(agreement: Scope, clause: ClauseRecord, limits: FloorLimits): Finding {
  switch (clause.type) {
    case "DATA_SHARING":
    case "PRICE_VISIBILITY":
      return clause.level === "NONE" ? undefined : sharingBelowFloor(agreement, clause);
    case "COMMISSION":
      return commissionBelowFloor(agreement, clause);
    case "KPI_SHARING":
      return groupBelowFloor(clause.minimumGroupSize);
    case "RESTRICTION":
      return clause.kind === "NON_COMPETE" && clause.durationMonths > limits.maximumNonCompeteMonths
        ? { rule: "NON_COMPETE", why: `It binds for more than ${limits.maximumNonCompeteMonths} months.` }
        : undefined;
    default:
      return undefined;
  }
}

const NEVER_SHARED: Readonly<Partial<Record<DataClass, Exclude<Finding, undefined>>>> = {
  PRICE_SUPPLY: { rule: "F2", why: "What one buyer negotiated may reach no other company." },
  BID: { rule: "F3", why: "A bid is for its bidder and its buyer alone." },
  DECISION: { rule: "F5", why: "Who decided inside a company is for that company alone." },
  PRICE_COST: { rule: "COST", why: "What a product costs its owner is for its owner alone." },
  DATA_SUBJECT: { rule: "F4", why: "A person's request may only reach those who answer for her data." },
};

function sharingBelowFloor(agreement: Scope, clause: Shared): Finding {
  return (
    NEVER_SHARED[clause.dataClass] ??
    resaleBelowFloor(clause) ??
    endUserBelowFloor(agreement, clause) ??
    purposeBelowFloor(clause) ??
    (clause.level === "AGGREGATE" && clause.type === "DATA_SHARING"
      ? groupBelowFloor(clause.minimumGroupSize)
      : undefined)
  );
}

function resaleBelowFloor(clause: Shared): Finding {
  if (clause.dataClass !== "PRICE_RESALE" && clause.dataClass !== "TRADE_AMOUNT") return undefined;
  const past = clause.type === "PRICE_VISIBILITY" && clause.delayDays > 0;
  if (clause.dataClass === "PRICE_RESALE" && clause.level === "AGGREGATE" && past) return undefined;
  return { rule: "F1", why: "Resale prices may be shared as an aggregate of past ones only, with a delay." };
}

function endUserBelowFloor({ parties }: Scope, { to, dataClass, level }: Shared): Finding {
  const identifies =
    dataClass === "CUSTOMER_IDENTITY" ||
    ((dataClass === "TRADE_CORE" || dataClass === "CUSTOMER_EXISTENCE") &&
      (level === "IDENTIFIED" || level === "FULL"));
  if (!identifies || !upstream(parties, to)) return undefined;
  return { rule: "F1", why: `${to} is upstream and may not learn who the end users are.` };
}

function purposeBelowFloor(clause: Shared): Finding {
  const personal = clause.dataClass === "CUSTOMER_IDENTITY" || clause.dataClass === "CUSTOMER_PROFILE";
  const purpose = clause.type === "DATA_SHARING" ? clause.purpose : "";
  // A dash or a dot fills the field and names nothing.
  if (!personal || /\p{L}{3}/u.test(purpose)) return undefined;
  return { rule: "F4", why: "Personal data is shared for a purpose that the clause names." };
}

function commissionBelowFloor(
  { parties }: Scope,
  { payee, base }: Extract<ClauseRecord, { type: "COMMISSION" }>,
): Finding {
  if (!upstream(parties, payee) || isSupply(base)) return undefined;
  return { rule: "F6", why: `From a share of "${base}", ${payee} could compute the resale price.` };
}

const SUPPLY_WORDS: ReadonlySet<string> = new Set(["supply", "purchase", "sell-in", "fixed", "flat"]);
const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `a the of for per each net gross total price prices amount value volume turnover sum fee
   goods products unit units order month quarter year`.split(/\s+/),
);

/**
 * The base is free text, so for an upstream payee only those pass that are plainly no resale price: "resale price less
 * purchase price" speaks of purchases, too.
 */
function isSupply(base: string): boolean {
  const words = base.toLowerCase().trim().split(/\s+/);
  // A purchase order is the customer's as well as the reseller's.
  const plain =
    !/purchase\s+order/u.test(base.toLowerCase()) &&
    words.every((word) => SUPPLY_WORDS.has(word) || PLAIN_WORDS.has(word));
  return plain && words.some((word) => SUPPLY_WORDS.has(word));
}

function groupBelowFloor(size: number | undefined): Finding {
  if (size === undefined || size >= SMALLEST_GROUP) return undefined;
  return { rule: "F7", why: `In a group of ${size} each party could compute the other one.` };
}

function upstream(parties: Agreement["parties"], company: string): boolean {
  return parties.some(
    (each) => each.company === company && (each.role === "SUPPLIER" || each.role === "BRAND"),
  );
}
