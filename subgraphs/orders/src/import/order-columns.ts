import type { ExchangeRecord, IdOf } from "@maillon/schema/exchange";
import { freightPayerOf } from "../shipment/freight-payer.ts";

type OrderRecord = ExchangeRecord<"orders">;

/** The columns of an order as a delivery has it. A key of a request is none of its: the order was not placed here. */
export function orderRow(record: OrderRecord, idOf: IdOf) {
  const { number, model, channel, state, seller, buyer, customer, intermediary, soldUnderBrandOf } = record;
  return {
    id: idOf("orders", record.key),
    number,
    model,
    channel: channel ?? null,
    state,
    sellerId: idOf("companies", seller),
    buyerId: buyer === undefined ? null : idOf("companies", buyer),
    customerId: customer === undefined ? null : idOf("customers", customer),
    intermediaryId: intermediary === undefined ? null : idOf("companies", intermediary),
    soldUnderBrandOfId: soldUnderBrandOf === undefined ? null : idOf("companies", soldUnderBrandOf),
    agreementId: record.agreement === undefined ? null : idOf("agreements", record.agreement),
    purchaseOrderNumber: record.purchaseOrderNumber ?? null,
    currencyCode: record.currency,
    totalAmount: record.total,
    taxAmount: record.tax ?? null,
    agreedTerms: termsOf(record),
    incoterm: record.incoterm ?? null,
    destination: record.destination ?? null,
    commitment: record.commitment ?? null,
    placedAt: new Date(record.placedAt),
    requestedDeliveryAt: instantOf(record.requestedDeliveryAt),
  };
}

/** The columns of an order's lines. */
export function lineRows(record: OrderRecord, idOf: IdOf) {
  return record.lines.map((line, position) => ({
    id: idOf("orders", record.key, { kind: "lin", key: line.key }),
    orderId: idOf("orders", record.key),
    position,
    productId: idOf("products", line.product),
    quantity: line.quantity,
    unit: line.unit,
    unitAmount: line.unitPrice,
    discount: line.discountPercent,
    totalAmount: line.lineTotal,
  }));
}

/** The columns of an order's shipments. */
export function shipmentRows(record: OrderRecord, idOf: IdOf) {
  const freightPayer = freightPayerOf(orderRow(record, idOf));
  return record.shipments.map((shipment, position) => ({
    id: idOf("orders", record.key, { kind: "shp", key: shipment.key }),
    orderId: idOf("orders", record.key),
    sellerId: idOf("companies", record.seller),
    freightPayer,
    position,
    state: shipment.state,
    carrierId: shipment.carrier === undefined ? null : idOf("companies", shipment.carrier),
    trackingNumber: shipment.trackingNumber ?? null,
    promisedAt: instantOf(shipment.promisedAt),
    shippedAt: instantOf(shipment.shippedAt),
    deliveredAt: instantOf(shipment.deliveredAt),
    costAmount: shipment.cost?.amount ?? null,
    costCurrency: shipment.cost?.currency ?? null,
  }));
}

function termsOf({ paymentTerms }: OrderRecord) {
  return paymentTerms === undefined
    ? null
    : { ...paymentTerms, discountPercent: paymentTerms.discountPercent ?? null };
}

function instantOf(written: string | undefined): Date | null {
  return written === undefined ? null : new Date(written);
}
