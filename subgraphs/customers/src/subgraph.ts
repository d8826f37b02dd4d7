import { referenceById, referenceToStub } from "@maillon/subgraph-kit";
import type { Subgraph } from "@maillon/subgraph-kit";
import { OrganizationResolver } from "./company/organization-resolver.ts";
import { Organization } from "./company/organization.ts";
import { ConsentResolver } from "./customer/consent-resolver.ts";
import { Consent } from "./customer/consent.ts";
import { CustomerHoldingResolver } from "./customer/customer-holding-resolver.ts";
import { CustomerHolding } from "./customer/customer-holding.ts";
import { CustomerProfile } from "./customer/customer-profile.ts";
import { CustomerResolver } from "./customer/customer-resolver.ts";
import { Customer } from "./customer/customer.ts";
import { CustomersResolver } from "./customer/customers-resolver.ts";
import { CreateCustomers } from "./migrations/create-customers.ts";
import { NameCountries } from "./migrations/name-countries.ts";
import { OpenRowsToGrantees } from "./migrations/open-rows-to-grantees.ts";
import { MeResolver } from "./person/me-resolver.ts";
import { MembershipResolver } from "./person/membership-resolver.ts";
import { Membership } from "./person/membership.ts";
import { PersonIdentity } from "./person/person-identity.ts";
import { PersonResolver } from "./person/person-resolver.ts";
import { Person } from "./person/person.ts";
import { ReferentResolver } from "./person/referent-resolver.ts";
import { Referent } from "./person/referent.ts";

/** The customers: who holds whom as a customer, and the people at companies. Vega operates it. */
export const customers: Subgraph = {
  name: "customers",
  // In the order in which their masks need each other.
  entities: [
    Customer,
    CustomerHolding,
    CustomerProfile,
    Consent,
    Membership,
    Referent,
    Person,
    PersonIdentity,
  ],
  resolvers: [
    ConsentResolver,
    CustomerHoldingResolver,
    CustomerResolver,
    CustomersResolver,
    MembershipResolver,
    MeResolver,
    OrganizationResolver,
    PersonResolver,
    ReferentResolver,
  ],
  references: {
    Customer: referenceById(Customer),
    Organization: referenceToStub(Organization),
    Person: referenceById(Person),
  },
  migrations: [
    { name: "create-customers", class: CreateCustomers },
    { name: "open-rows-to-grantees", class: OpenRowsToGrantees },
    { name: "name-countries", class: NameCountries },
  ],
};
