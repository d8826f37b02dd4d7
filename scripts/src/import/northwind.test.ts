import { Big } from "big.js";
import { parseRecord, type ExchangeFile, type ExchangeRecord } from "@maillon/schema/exchange";
import { describeSource } from "../testing/source-data.ts";
import { checkDelivery, type CheckedDelivery } from "./check-delivery.ts";
import { northwind } from "./northwind.ts";

const small = new Map([
  [
    "Suppliers.csv",
    "SupplierID,CompanyName,ContactName,ContactTitle,Country,Phone\r\n1,Exotic Liquids,Charlotte Cooper,Buyer,UK,\r\n",
  ],
  [
    "Customers.csv",
    [
      "CustomerID,CompanyName,ContactName,ContactTitle,Country,Phone",
      "ALFKI,Alfreds Futterkiste,Maria Anders,Owner,Germany,030",
      "PARIS,Paris spécialités,Marie Bertrand,Owner,France,",
    ].join("\n"),
  ],
  ["Shippers.csv", "ShipperID,CompanyName\n1,Speedy Express\n"],
  ["Categories.csv", "CategoryID,CategoryName\n1,Beverages\n"],
  [
    "Products.csv",
    "ProductID,ProductName,SupplierID,CategoryID,QuantityPerUnit,UnitPrice,UnitsInStock,Discontinued\n1,Chai,1,1,10 boxes,18,39,0\n",
  ],
  [
    "Orders.csv",
    [
      "OrderID,CustomerID,OrderDate,RequiredDate,ShippedDate,ShipVia,Freight",
      "10,ALFKI,7/4/1996,8/1/1996,7/16/1996,1,32.38",
      "11,ALFKI,7/5/1996,8/2/1996,,1,1.00",
    ].join("\n"),
  ],
  ["OrderDetails.csv", "OrderID,ProductID,UnitPrice,Quantity,Discount\n10,1,14.4,7,0.15\n11,1,18,1,0\n"],
]);

describe("an order of Northwind", () => {
  it("keeps its amounts exact, with the discount as a percentage", () => {
    expect(recordsOf("orders", checkDelivery(northwind.adapt(small)))[0]).toMatchObject({
      key: "10",
      seller: "northwind",
      buyer: "customer-alfki",
      state: "COMPLETE",
      currency: "USD",
      lines: [{ product: "1", quantity: "7", unitPrice: "14.4", discountPercent: "15", lineTotal: "85.68" }],
      total: "85.68",
      placedAt: "1996-07-04T00:00:00Z",
      shipments: [
        {
          carrier: "shipper-1",
          shippedAt: "1996-07-16T00:00:00Z",
          cost: { amount: "32.38", currency: "USD" },
        },
      ],
    });
  });

  it("that was not shipped is open and has no shipping date", () => {
    const open = recordsOf("orders", checkDelivery(northwind.adapt(small)))[1];
    expect(open).toMatchObject({ key: "11", state: "OPEN", shipments: [{ state: "PENDING" }] });
    expect(open?.shipments[0]).not.toHaveProperty("shippedAt");
  });
});

describe("a customer of Northwind", () => {
  it("is habitual after a second order, and a prospect before the first", () => {
    const customers = recordsOf("customers", checkDelivery(northwind.adapt(small)));
    expect(customers.map(({ key, stage }) => [key, stage])).toEqual([
      ["customer-alfki", "HABITUAL"],
      ["customer-paris", "PROSPECT"],
    ]);
  });
});

describe("a bad row of Northwind", () => {
  it.each<[fault: string, file: string, from: string, to: string, reports: string[]]>([
    [
      "a date that does not exist",
      "Orders.csv",
      "7/5/1996",
      "2/30/1996",
      [
        "orders OrderDetails.csv:3 belongs to order 11, which is absent or rejected",
        "orders Orders.csv:3 OrderDate: is a date that does not exist",
      ],
    ],
    [
      "a quantity in words",
      "OrderDetails.csv",
      "11,1,18,1,0",
      "11,1,18,one,0",
      [
        "orders OrderDetails.csv:3 Quantity: is not a decimal number",
        "orders Orders.csv:3 has a line that was rejected (OrderDetails.csv:3)",
      ],
    ],
    [
      "a value too few",
      "OrderDetails.csv",
      "11,1,18,1,0",
      "11,1,18,1",
      [
        "orders OrderDetails.csv:3 has 4 values for 5 columns",
        "orders Orders.csv:3 has a line that was rejected (OrderDetails.csv:3)",
      ],
    ],
    [
      "a product nobody lists",
      "OrderDetails.csv",
      "11,1,18,1,0",
      "11,99,18,1,0",
      ['orders Orders.csv:3 lines[0].product: names "99" of products, which is absent or rejected'],
    ],
    [
      "an order without lines",
      "OrderDetails.csv",
      "11,1,18,1,0",
      "10,1,18,1,0",
      [
        expect.stringMatching(/^orders Orders\.csv:2 .*repeats "1"/),
        expect.stringMatching(/^orders Orders\.csv:3 lines: /),
      ],
    ],
    [
      "a country nobody knows",
      "Suppliers.csv",
      ",UK,",
      ",Atlantis,",
      expect.arrayContaining([expect.stringMatching(/^companies Suppliers\.csv:2 country: a country is/)]),
    ],
  ])("is reported with its place and what depends on it: %s", (...[, file, from, to, reports]) => {
    const texts = new Map(small).set(file, (small.get(file) ?? "").replace(from, to));
    const { rejections } = checkDelivery(northwind.adapt(texts));
    const lines = rejections.map(
      (each) => `${each.file} ${each.origin.name}:${each.origin.line} ${each.reason}`,
    );
    expect(lines.toSorted()).toEqual(reports);
  });

  it("leaves the other rows as they are", () => {
    const texts = new Map(small).set(
      "OrderDetails.csv",
      (small.get("OrderDetails.csv") ?? "").replace("11,1,18", "11,1,x"),
    );
    expect(recordsOf("orders", checkDelivery(northwind.adapt(texts))).map(({ key }) => key)).toEqual(["10"]);
  });
});

describeSource("northwind", (adapt) => {
  const checked = checkDelivery(adapt(northwind));
  const orders = recordsOf("orders", checked);
  const shipments = orders.flatMap((order) => order.shipments.map((shipment) => ({ order, shipment })));
  const shipped = shipments.filter(({ shipment }) => shipment.shippedAt !== undefined);
  const days = (from: string, to = "") => (Date.parse(to) - Date.parse(from)) / 86_400_000;

  it("are a chain: suppliers, the distributor, its customers and the carriers", () => {
    const roles = recordsOf("companies", checked).flatMap((company) => company.roles);
    expect(
      Object.fromEntries(
        Array.from(
          Map.groupBy(roles, (role) => role),
          ([role, { length }]) => [role, length],
        ),
      ),
    ).toEqual({
      MANUFACTURER: 29,
      DISTRIBUTOR: 1,
      END_BUSINESS: 91,
      CARRIER: 3,
    });
    expect(recordsOf("products", checked)).toHaveLength(77);
    expect(checked.rejections).toEqual([]);
  });

  it("sum to the known net revenue, order for order", () => {
    const revenue = orders.reduce((sum, { total }) => sum.plus(total), Big(0));
    expect(orders).toHaveLength(830);
    expect(orders.flatMap(({ lines }) => lines)).toHaveLength(2_155);
    expect(revenue.toFixed(2)).toBe("1265793.04");
    expect(revenue.div(orders.length).toFixed(2)).toBe("1525.05");
  });

  it("hold the known figures of delivery", () => {
    const delay = shipped.reduce(
      (sum, { order, shipment }) => sum + days(order.placedAt, shipment.shippedAt),
      0,
    );
    const late = shipped.filter(({ shipment }) => days(shipment.promisedAt ?? "", shipment.shippedAt) > 0);
    const freight = shipments.reduce((sum, { shipment }) => sum.plus(shipment.cost?.amount ?? 0), Big(0));
    expect({
      shipped: shipped.length,
      delay: (delay / shipped.length).toFixed(3),
      late: late.length,
    }).toEqual({
      shipped: 809,
      delay: "8.492",
      late: 37,
    });
    expect(freight.toFixed(2)).toBe("64942.69");
  });

  it("hold the known figures of prices and repurchase", () => {
    const listPrices = new Map(
      recordsOf("offers", checked).map(({ product, price }) => [product, price?.amount ?? ""]),
    );
    const lines = orders.flatMap((order) => order.lines);
    const stages = recordsOf("customers", checked).map(({ stage }) => stage);
    expect(lines.filter((line) => !Big(line.unitPrice).eq(listPrices.get(line.product) ?? ""))).toHaveLength(
      658,
    );
    expect(lines.filter((line) => line.discountPercent !== "0")).toHaveLength(838);
    expect(stages.filter((stage) => stage !== "PROSPECT")).toHaveLength(89);
    expect(stages.filter((stage) => stage === "HABITUAL")).toHaveLength(88);
  });
});

function recordsOf<File extends ExchangeFile>(
  file: File,
  { accepted }: CheckedDelivery,
): ExchangeRecord<File>[] {
  return accepted
    .filter((each) => each.file === file)
    .map(({ record }) => parseRecord(file, record))
    .flatMap((parsed) => (parsed.ok ? [parsed.record] : []));
}
