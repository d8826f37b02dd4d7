import { conflict } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { newId, SUBGRAPHS } from "@maillon/schema";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { PersonIdentity } from "../person/person-identity.ts";
import { Person } from "../person/person.ts";
import { alreadyHeld } from "./already-held.ts";
import { Consent } from "./consent.ts";
import { CustomerHolding } from "./customer-holding.ts";
import type { CustomerInput } from "./customer-input.ts";
import { CustomerProfile } from "./customer-profile.ts";
import { Customer } from "./customer.ts";
import { checkRegistration } from "./registration.ts";
import type { Buyer, Registration } from "./registration.ts";

type Consumer = Extract<Buyer, { kind: "CONSUMER" }>;

const { operator } = SUBGRAPHS.customers;

/**
 * Registers a customer of the viewer's company: the relation with its holder, profile, person and consents, or nothing.
 * A registration that is sent twice is refused the second time, so that a retry never makes a second relation; the
 * same organization, or the same e-mail address of a consumer, is the same customer.
 * @returns the id of the relation.
 * @throws SubgraphError `FORBIDDEN`, `BAD_USER_INPUT` (see `checkRegistration`); `CONFLICT`.
 */
export async function registerCustomer(input: CustomerInput, context: SubgraphContext): Promise<string> {
  const registration = checkRegistration(input, context);
  const id = await context.em.transactional(async (em) => {
    if (await alreadyHeld(registration, em)) throw conflict("This is a customer of your company already.");
    return store(registration, context.now, em);
  });
  context.forget();
  return id;
}

/** Stores one thing after the other, as the row rule of each table looks at what was stored before. */
async function store(registration: Registration, now: Date, em: SqlEntityManager): Promise<string> {
  const { holder, buyer, acquiredThrough } = registration;
  const customer = Customer.of({
    id: newId("cus", operator),
    kind: buyer.kind,
    organizationId: buyer.kind === "CONSUMER" ? null : buyer.organization,
    personId: buyer.kind === "CONSUMER" ? await storePerson(buyer, holder, em) : null,
    acquiredThroughId: acquiredThrough,
    registeredById: holder,
  });
  await em.persist(customer).flush();
  await em.persist(holdingOf(customer, now)).flush();
  await em.persist(profileOf(customer)).flush();
  if (buyer.kind === "CONSUMER") await em.persist(consentsOf(buyer, customer, now)).flush();
  return customer.id;
}

async function storePerson(
  { displayName, email }: Consumer,
  registeredById: string,
  em: SqlEntityManager,
): Promise<string> {
  const id = newId("per", operator);
  await em.persist(Person.of({ id, registeredById })).flush();
  await em.persist(PersonIdentity.of({ id, displayName, email, phone: null, locale: null })).flush();
  return id;
}

/** From today on, by the calendar that `inForce` goes by. */
function holdingOf({ id, registeredById }: Customer, now: Date): CustomerHolding {
  return CustomerHolding.of({
    customerId: id,
    organizationId: registeredById,
    agreementId: null,
    role: "OWNER",
    since: now.toISOString().slice(0, "2026-01-31".length),
    until: null,
  });
}

function consentsOf({ uses }: Consumer, { id, registeredById }: Customer, now: Date): Consent[] {
  return uses.map(({ purpose, basis }, place) =>
    Consent.of({
      customerId: id,
      place,
      controllerId: registeredById,
      purpose,
      basis,
      granted: true,
      at: now,
      withdrawnAt: null,
    }),
  );
}

function profileOf({ id }: Customer): CustomerProfile {
  return CustomerProfile.of({
    id,
    stage: "NEW",
    segments: [],
    situation: null,
    loyaltyPoints: null,
    introducedIds: [],
  });
}
