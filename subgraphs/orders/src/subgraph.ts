import { referenceById, referenceToStub, type Subgraph } from "@maillon/subgraph-kit";
import { Award } from "./award/award.ts";
import { AwardResolver } from "./award/award-resolver.ts";
import { OrderLine } from "./line/order-line.ts";
import { OrderLineResolver } from "./line/order-line-resolver.ts";
import { CreateOrders } from "./migrations/create-orders.ts";
import { NameFreightPayer } from "./migrations/name-freight-payer.ts";
import { NameShipmentSeller } from "./migrations/name-shipment-seller.ts";
import { NameTerritories } from "./migrations/name-territories.ts";
import { Offer } from "./offer/offer.ts";
import { OfferResolver } from "./offer/offer-resolver.ts";
import { Order } from "./order/order.ts";
import { OrderResolver } from "./order/order-resolver.ts";
import { Agreement } from "./partners/agreement.ts";
import { Customer } from "./partners/customer.ts";
import { Organization } from "./partners/organization.ts";
import {
  AgreementResolver,
  CustomerResolver,
  OrganizationResolver,
  ProductResolver,
} from "./partners/partner-resolvers.ts";
import { Product } from "./partners/product.ts";
import { PlaceOrderResolver } from "./place/place-order-resolver.ts";
import { Shipment } from "./shipment/shipment.ts";
import { ShipmentResolver } from "./shipment/shipment-resolver.ts";

/** What companies offer, order and ship: the subgraph that the integrator operates. */
export const orders: Subgraph = {
  name: "orders",
  entities: [Order, OrderLine, Shipment, Offer, Award],
  resolvers: [
    OrderResolver,
    OrderLineResolver,
    ShipmentResolver,
    PlaceOrderResolver,
    OfferResolver,
    AwardResolver,
    OrganizationResolver,
    CustomerResolver,
    AgreementResolver,
    ProductResolver,
  ],
  references: {
    Order: referenceById(Order),
    Shipment: referenceById(Shipment),
    Offer: referenceById(Offer),
    Award: referenceById(Award),
    Organization: referenceToStub(Organization),
    Customer: referenceToStub(Customer),
    Agreement: referenceToStub(Agreement),
    Product: referenceToStub(Product),
  },
  migrations: [
    { name: "2026-01-create-orders", class: CreateOrders },
    { name: "2026-02-name-shipment-seller", class: NameShipmentSeller },
    { name: "2026-04-name-territories", class: NameTerritories },
    { name: "2026-05-name-freight-payer", class: NameFreightPayer },
  ],
};
