import { referenceById } from "@maillon/subgraph-kit";
import type { Subgraph } from "@maillon/subgraph-kit";
import { Agreement } from "./agreement/agreement.ts";
import { AgreementParty } from "./agreement/agreement-party.ts";
import { AgreementResolver } from "./agreement/agreement-resolver.ts";
import { AgreementSignature } from "./agreement/agreement-signature.ts";
import { PartyResolver } from "./agreement/party-resolver.ts";
import { SignatureResolver } from "./agreement/signature-resolver.ts";
import {
  CustomerOwnershipClause,
  DataSharingClause,
  KpiSharingClause,
  PriceVisibilityClause,
} from "./clause/sharing-clauses.ts";
import {
  CommissionClause,
  ObjectiveClause,
  RestrictionClause,
  ServiceClause,
} from "./clause/trade-clauses.ts";
import { DisclosureRequest } from "./disclosure/disclosure-request.ts";
import { DisclosureResolver } from "./disclosure/disclosure-resolver.ts";
import { CreateAgreements } from "./migrations/create-agreements.ts";
import { CreateOrganizations } from "./migrations/create-organizations.ts";
import { PublishLedger } from "./migrations/publish-ledger.ts";
import { RequestDisclosures } from "./migrations/request-disclosures.ts";
import { Organization } from "./organization/organization.ts";
import { OrganizationResolver } from "./organization/organization-resolver.ts";
import { Registration } from "./organization/registration.ts";

/** The subgraph of Conforma, the trusted third party: who the companies are, and what they have agreed on. */
export const complianceSubgraph: Subgraph = {
  name: "compliance",
  entities: [Organization, Registration, Agreement, AgreementParty, AgreementSignature, DisclosureRequest],
  resolvers: [OrganizationResolver, AgreementResolver, PartyResolver, SignatureResolver, DisclosureResolver],
  orphanedTypes: [
    CustomerOwnershipClause,
    DataSharingClause,
    PriceVisibilityClause,
    CommissionClause,
    KpiSharingClause,
    ServiceClause,
    ObjectiveClause,
    RestrictionClause,
  ],
  references: {
    Organization: referenceById(Organization),
    Agreement: referenceById(Agreement),
    DisclosureRequest: referenceById(DisclosureRequest),
  },
  migrations: [
    { name: "create-organizations", class: CreateOrganizations },
    { name: "create-agreements", class: CreateAgreements },
    { name: "publish-ledger", class: PublishLedger },
    { name: "request-disclosures", class: RequestDisclosures },
  ],
};
