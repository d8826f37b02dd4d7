import type { Facts } from "@maillon/schema/visibility";
import type { Row, World } from "../chain/store.ts";
import {
  change,
  earlier,
  farOff,
  ifPresent,
  listOf,
  newCount,
  newText,
  newTexts,
  oneOf,
  otherCompany,
  otherRow,
  timesAsLarge,
} from "./changes.ts";
import { present, rowsIn, rowWith, type SecretTable } from "./secret-table.ts";

const TODAY = new Date().toISOString().slice(0, 10);
const RELATIONS = "customers.customer";
const PERSONS = "customers.person";

/** The rows of a customer or person, by the column that names it. */
const of = (rows: readonly Row[], column: string, id: unknown): readonly Row[] =>
  rows.filter((row) => row[column] === id);

function holdingsOf(world: World, id: unknown): readonly Row[] {
  return of(rowsIn(world, "customers.customer_holding"), "customer_id", id).filter(
    ({ since, until }) => String(since) <= TODAY && (until === null || TODAY < String(until)),
  );
}

function purposesOf(world: World, customer: Row): string[] {
  if (customer["kind"] !== "CONSUMER") return ["NOT_PERSONAL"];
  const consents = of(rowsIn(world, "customers.consent"), "customer_id", customer["id"]);
  const inForce = consents.filter((each) => each["granted"] === true && each["withdrawn_at"] === null);
  return present(...inForce.map(({ purpose }) => purpose));
}

function factsOf(customer: Row, world: World): Facts {
  const holdings = holdingsOf(world, customer["id"]);
  const holders = (owning: boolean) =>
    holdings.filter(({ role }) => (role === "OWNER") === owning).map((each) => each["organization_id"]);
  return {
    owner: present(...holders(true)),
    via: present(...holders(false)),
    subject: present(customer["id"]),
    buyer: present(customer["organization_id"]),
    basis: purposesOf(world, customer),
    agreement: present(...holdings.map((each) => each["agreement_id"])),
    territory: present(customer["country"]),
  };
}

const factsOfRelation = (row: Row, world: World) =>
  factsOf(rowWith(world, RELATIONS, row["customer_id"]), world);

/** A person is known to the owners of her relations, to her employers, and to those for whom she was named. */
function factsOfPerson(id: unknown, world: World): Facts {
  const relations = of(rowsIn(world, RELATIONS), "person_id", id);
  const memberships = of(rowsIn(world, "customers.membership"), "person_id", id);
  const namings = of(rowsIn(world, "customers.referent"), "person_id", id);
  const facts = relations.map((each) => factsOf(each, world));
  const contact = memberships.length + namings.length > 0;
  return {
    owner: [
      ...facts.flatMap(({ owner = [] }) => owner),
      ...present(...memberships.map((each) => each["organization_id"])),
      ...namings.flatMap((each) => partnersIn(each, world)),
    ],
    via: facts.flatMap(({ via = [] }) => via),
    subject: present(...relations.map((each) => each["id"])),
    basis: [...facts.flatMap(({ basis = [] }) => basis), ...(contact ? ["CONTRACT"] : [])],
    agreement: facts.flatMap(({ agreement = [] }) => agreement),
  };
}

/** A referent stands between her company and the partner she is named for, or all who share a customer with it. */
function partnersIn({ organization_id: company, for_partner_id: partner }: Row, world: World): string[] {
  if (partner !== null) return present(company, partner);
  const shared = rowsIn(world, RELATIONS)
    .map(({ id }) => present(...holdingsOf(world, id).map((each) => each["organization_id"])))
    .filter((holders) => holders.includes(String(company)));
  return present(company, ...shared.flat());
}

const customer: SecretTable = {
  name: RELATIONS,
  key: ["id"],
  rows: "CUSTOMER_EXISTENCE",
  facts: factsOf,
  children: {
    "customers.customer_holding": "customer_id",
    "customers.customer_profile": "customer_id",
    "customers.consent": "customer_id",
  },
  parts: {
    country: { classes: ["CUSTOMER_EXISTENCE"], fact: true, change: oneOf("country", ["DE", "ES", "FR"]) },
    acquiredThrough: { classes: ["CUSTOMER_EXISTENCE"], change: otherCompany("acquired_through_id") },
    organization: {
      classes: ["CUSTOMER_IDENTITY"],
      fact: true,
      change: ifPresent(otherCompany("organization_id")),
    },
    person: {
      classes: ["CUSTOMER_IDENTITY"],
      fact: true,
      change: ifPresent(otherRow("person_id", PERSONS)),
    },
    // The database holds that a consumer is a person and nobody else is one.
    kind: {
      classes: ["CUSTOMER_EXISTENCE"],
      change: change(["kind"], (row, ...rest) =>
        row["kind"] === "CONSUMER"
          ? undefined
          : oneOf("kind", ["BUSINESS", "ADMINISTRATION"]).of(row, ...rest),
      ),
    },
    registrar: { classes: ["CUSTOMER_EXISTENCE"], change: otherCompany("registered_by_id") },
  },
};

const holding: SecretTable = {
  name: "customers.customer_holding",
  key: ["customer_id", "organization_id"],
  rows: "CUSTOMER_EXISTENCE",
  // Who held a customer once, or will, is nobody's business.
  facts: (row, world) => {
    const relation = factsOfRelation(row, world);
    const holder = String(row["organization_id"]);
    const counts = [...(relation.owner ?? []), ...(relation.via ?? [])].includes(holder);
    const owner = counts ? [holder, ...(relation.owner ?? [])] : [];
    return { ...relation, owner, agreement: present(row["agreement_id"]) };
  },
  children: {},
  parts: {
    since: { classes: ["CUSTOMER_EXISTENCE"], fact: true, change: earlier("since") },
    until: { classes: ["CUSTOMER_EXISTENCE"], fact: true, change: farOff("until") },
    role: { classes: ["CUSTOMER_EXISTENCE"], fact: true, change: oneOf("role", ["OWNER", "CO_OWNER"]) },
    agreement: {
      classes: ["AGREEMENT_EXISTENCE"],
      fact: true,
      change: otherRow("agreement_id", "compliance.agreement"),
    },
  },
};

const profile: SecretTable = {
  name: "customers.customer_profile",
  key: ["customer_id"],
  rows: "CUSTOMER_PROFILE",
  facts: factsOfRelation,
  children: {},
  parts: {
    stage: {
      classes: ["CUSTOMER_PROFILE"],
      change: oneOf("stage", ["PROSPECT", "NEW", "HABITUAL", "LAPSED"]),
    },
    segments: { classes: ["CUSTOMER_PROFILE"], change: newTexts("segments") },
    situation: {
      classes: ["CUSTOMER_PROFILE"],
      change: change(["situation"], (_row, dice) => ({
        situation: { buyClass: "NEW_TASK", purchaseCriteria: [dice.word()], downstreamNeeds: dice.word() },
      })),
    },
    loyaltyPoints: { classes: ["CUSTOMER_PROFILE"], change: newCount("loyalty_points") },
    introduced: { classes: ["CUSTOMER_PROFILE"], change: newTexts("introduced_ids") },
  },
};

const consent: SecretTable = {
  name: "customers.consent",
  key: ["customer_id", "place"],
  rows: "DATA_SUBJECT",
  facts: factsOfRelation,
  parts: {
    at: { classes: ["DATA_SUBJECT"], change: earlier("at") },
    basis: { classes: ["DATA_SUBJECT"], change: oneOf("basis", ["CONTRACT", "CONSENT", "PUBLIC_TASK"]) },
    // What consents allow is told to all who know of the customer, and decides who reads her name.
    purpose: {
      classes: ["DATA_SUBJECT"],
      elsewhere: ["CUSTOMER_EXISTENCE"],
      fact: true,
      change: oneOf("purpose", ["ANALYTICS", "LOYALTY", "MARKETING"]),
    },
    granted: {
      classes: ["DATA_SUBJECT"],
      elsewhere: ["CUSTOMER_EXISTENCE"],
      fact: true,
      change: oneOf("granted", [true, false]),
    },
    withdrawnAt: {
      classes: ["DATA_SUBJECT"],
      elsewhere: ["CUSTOMER_EXISTENCE"],
      fact: true,
      change: oneOf("withdrawn_at", ["2025-03-01T00:00:00Z", "2025-04-01T00:00:00Z", null]),
    },
    controller: { classes: ["DATA_SUBJECT"], change: otherCompany("controller_id") },
  },
};

const person: SecretTable = {
  name: PERSONS,
  key: ["id"],
  rows: "CUSTOMER_IDENTITY",
  facts: (row, world) => factsOfPerson(row["id"], world),
  parts: {
    registrar: {
      classes: ["CUSTOMER_IDENTITY"],
      change: otherCompany("registered_by_id", { orNone: true }),
    },
  },
};

const identity: SecretTable = {
  name: "customers.person_identity",
  key: ["person_id"],
  rows: "CUSTOMER_IDENTITY",
  facts: (row, world) => factsOfPerson(row["person_id"], world),
  children: {},
  parts: {
    displayName: { classes: ["CUSTOMER_IDENTITY"], change: newText("display_name") },
    email: { classes: ["CUSTOMER_IDENTITY"], change: newText("email") },
    phone: { classes: ["CUSTOMER_IDENTITY"], change: newText("phone") },
    locale: { classes: ["CUSTOMER_IDENTITY"], change: oneOf("locale", ["fr-BE", "de-DE", null]) },
  },
};

const membership: SecretTable = {
  name: "customers.membership",
  key: ["person_id", "organization_id"],
  rows: "CUSTOMER_IDENTITY",
  facts: (row, world) => ({
    ...factsOfPerson(row["person_id"], world),
    owner: present(row["organization_id"]),
    via: [],
  }),
  children: {},
  parts: {
    jobTitle: { classes: ["CUSTOMER_IDENTITY"], change: newText("job_title") },
    buyingRoles: {
      classes: ["CUSTOMER_IDENTITY"],
      change: listOf("buying_roles", ["INITIATOR", "USER", "DECIDER", "GATEKEEPER"]),
    },
    limit: { classes: ["DECISION"], change: timesAsLarge("limit_amount") },
    limitCurrency: { classes: ["DECISION"], change: ifPresent(oneOf("limit_currency", ["USD", "CHF"])) },
  },
};

const referent: SecretTable = {
  name: "customers.referent",
  key: ["person_id", "place"],
  rows: "AGREEMENT_EXISTENCE",
  facts: (row, world) => ({ owner: partnersIn(row, world) }),
  children: {},
  parts: {
    scope: {
      classes: ["AGREEMENT_EXISTENCE"],
      change: oneOf("scope", ["BILLING", "LOGISTICS", "COMMERCIAL", "AFTER_SALES"]),
    },
    organization: { classes: ["AGREEMENT_EXISTENCE"], fact: true, change: otherCompany("organization_id") },
    partner: {
      classes: ["AGREEMENT_EXISTENCE"],
      fact: true,
      change: otherCompany("for_partner_id", { orNone: true }),
    },
  },
};

/** What of the customers' operator is secret. */
export const CUSTOMERS_TABLES: readonly SecretTable[] = [
  customer,
  holding,
  profile,
  consent,
  person,
  identity,
  membership,
  referent,
];
