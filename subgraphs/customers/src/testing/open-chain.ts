import { openTestSubgraph } from "@maillon/subgraph-kit/testing";
import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import type { Viewer } from "@maillon/schema";
import { Consent } from "../customer/consent.ts";
import { CustomerHolding } from "../customer/customer-holding.ts";
import type { CustomerHoldingRow } from "../customer/customer-holding.ts";
import { CustomerProfile } from "../customer/customer-profile.ts";
import { Customer } from "../customer/customer.ts";
import type { Lifecycle } from "../customer/lifecycle.ts";
import { Membership } from "../person/membership.ts";
import { PersonIdentity } from "../person/person-identity.ts";
import { Person } from "../person/person.ts";
import { Referent } from "../person/referent.ts";
import { customers } from "../subgraph.ts";
import { COMMON_CUSTOMERS } from "./agreed.ts";

/** Somebody who acts for a company of the test chain. */
export const company = (organization: string, ...roles: string[]): Viewer => ({
  kind: "company",
  organization,
  roles,
  subject: "someone",
});

/** A consumer who asks for herself. */
export const consumer = (...relations: string[]): Viewer => ({
  kind: "consumer",
  customers: relations,
  subject: "someone",
});

/** Opens the subgraph with nothing in it, under the agreement on common customers unless told otherwise. */
export const openEmptyChain = (agreements = COMMON_CUSTOMERS): Promise<TestSubgraph> =>
  openTestSubgraph(customers, { agreements: () => agreements });

/**
 * Opens the subgraph with a small chain. Vega owns Claire and Hugo; Fabrica co-owns Claire, whom Integra brought in.
 * Integra owns the company Boulange, which Rivalis held once and Future will hold one day. Nadia works for Integra and
 * is there for every partner, Paul works for Boulange and is there for Integra alone.
 */
export async function openChain(agreements = COMMON_CUSTOMERS): Promise<TestSubgraph> {
  const chain = await openEmptyChain(agreements);
  const rows = [persons(), identities(), duties(), chainCustomers(), holdings(), profiles()];
  for (const each of rows) await chain.store(each);
  return chain;
}

const PEOPLE = ["claire", "hugo", "nadia", "paul"];

const persons = () => PEOPLE.map((id) => Person.of({ id, registeredById: null }));

const identities = () =>
  PEOPLE.map((id) => {
    const addresses = { email: `${id}@example.org`, phone: `phone of ${id}`, locale: "fr" };
    return PersonIdentity.of({ id, displayName: `Name of ${id}`, ...addresses });
  });

function duties(): object[] {
  const limit = { limitAmount: "5000.00", limitCurrency: "EUR" };
  const none = { limitAmount: null, limitCurrency: null };
  return [
    Membership.of({
      personId: "nadia",
      organizationId: "integra",
      jobTitle: "Buyer",
      buyingRoles: ["BUYER"],
      ...limit,
    }),
    Membership.of({
      personId: "paul",
      organizationId: "boulange",
      jobTitle: null,
      buyingRoles: ["DECIDER"],
      ...none,
    }),
    Membership.of({
      personId: "claire",
      organizationId: "nantes",
      jobTitle: null,
      buyingRoles: ["USER"],
      ...none,
    }),
    Referent.of({
      personId: "nadia",
      place: 0,
      organizationId: "integra",
      scope: "COMMERCIAL",
      forPartnerId: null,
    }),
    Referent.of({
      personId: "paul",
      place: 0,
      organizationId: "boulange",
      scope: "BILLING",
      forPartnerId: "integra",
    }),
  ];
}

/** The relation with a business, without those who hold it. */
export function boulange(): Customer {
  return Customer.of({
    id: "cus_boulange",
    kind: "BUSINESS",
    organizationId: "boulange",
    personId: null,
    acquiredThroughId: null,
    registeredById: "integra",
  });
}

function chainCustomers(): object[] {
  const consumerOf = { kind: "CONSUMER", organizationId: null, registeredById: "vega" } as const;
  return [
    Customer.of({ id: "cus_claire", personId: "claire", acquiredThroughId: "integra", ...consumerOf }),
    Customer.of({ id: "cus_hugo", personId: "hugo", acquiredThroughId: null, ...consumerOf }),
    boulange(),
  ];
}

function holdings(): object[] {
  return [
    heldBy("vega", { customerId: "cus_claire", since: "2025-01-01" }),
    heldBy("fabrica", { customerId: "cus_claire", role: "CO_OWNER", agreementId: "agr_vega_fabrica" }),
    heldBy("integra", { customerId: "cus_claire", role: "INTERMEDIARY", agreementId: "agr_vega_integra" }),
    heldBy("vega", { customerId: "cus_hugo" }),
    heldBy("rivalis", { customerId: "cus_boulange", since: "2020-01-01", until: "2021-01-01" }),
    heldBy("integra", { customerId: "cus_boulange" }),
    heldBy("future", { customerId: "cus_boulange", since: "2999-01-01" }),
  ];
}

/** A holding that began on the first of February 2025 and has no end, unless something else is said. */
export function heldBy(
  organizationId: string,
  holding: Partial<CustomerHoldingRow> & { customerId: string },
): CustomerHolding {
  const usual = { role: "OWNER", agreementId: null, since: "2025-02-01", until: null } as const;
  return CustomerHolding.of({ ...usual, organizationId, ...holding });
}

function profiles(): object[] {
  const consent = {
    customerId: "cus_claire",
    controllerId: "vega",
    basis: "CONSENT",
    withdrawnAt: null,
  } as const;
  return [
    CustomerProfile.of({
      ...emptyProfile("cus_claire", "HABITUAL"),
      segments: ["families"],
      loyaltyPoints: 120,
      introducedIds: ["nantes"],
      situation: { buyClass: "STRAIGHT_REBUY", buysRegularly: true, purchaseCriteria: ["price"] },
    }),
    CustomerProfile.of(emptyProfile("cus_hugo", "PROSPECT")),
    CustomerProfile.of(emptyProfile("cus_boulange", "HABITUAL")),
    Consent.of({
      ...consent,
      place: 0,
      purpose: "MARKETING",
      granted: true,
      at: new Date("2025-01-01T10:00:00Z"),
    }),
    Consent.of({
      ...consent,
      place: 1,
      purpose: "LOYALTY",
      granted: false,
      at: new Date("2025-01-02T10:00:00Z"),
    }),
  ];
}

/** Claire's consent to share what is known of her. */
export const consentToShare = (): Consent =>
  Consent.of({
    customerId: "cus_claire",
    place: 2,
    controllerId: "vega",
    purpose: "PARTNER_SHARING",
    basis: "CONSENT",
    granted: true,
    at: new Date("2026-01-01T00:00:00Z"),
    withdrawnAt: null,
  });

/** The profile of a customer of whom only the stage is known. */
export const emptyProfile = (id: string, stage: Lifecycle) => ({
  id,
  stage,
  segments: [],
  situation: null,
  loyaltyPoints: null,
  introducedIds: [],
});
