import { GraphQLError, parseValue } from "graphql";
import type { GraphQLScalarType } from "graphql";
import * as scalars from "./scalars.ts";

const cases: [name: string, scalar: GraphQLScalarType, values: { valid: string; invalid: unknown[] }][] = [
  ["Decimal", scalars.Decimal, { valid: "272.1015", invalid: ["1e3", "01", "1,5", "", 272.1015, null] }],
  ["Currency", scalars.Currency, { valid: "EUR", invalid: ["eur", "EURO", "XXZ", 978] }],
  ["CountryCode", scalars.CountryCode, { valid: "FR", invalid: ["fr", "FRA", "QQ", 250] }],
  ["UnitCode", scalars.UnitCode, { valid: "KGM", invalid: ["kilogram", "", 1] }],
  [
    "Gtin",
    scalars.Gtin,
    { valid: "4006381333931", invalid: ["4006381333932", "40063813339", 4_006_381_333_931] },
  ],
  ["Gln", scalars.Gln, { valid: "4006381333931", invalid: ["4006381333930", "12345678"] }],
  ["Siren", scalars.Siren, { valid: "732829320", invalid: ["732829321", "73282932", 732_829_320] }],
  ["Siret", scalars.Siret, { valid: "73282932000074", invalid: ["73282932000075", "732829320"] }],
  ["VatId", scalars.VatId, { valid: "FR44732829320", invalid: ["FR45732829320", "44732829320"] }],
  ["Duration", scalars.Duration, { valid: "P12M", invalid: ["12 months", "P", 12] }],
  ["Cpv", scalars.Cpv, { valid: "30192000", invalid: ["3019200", "30192000-9"] }],
  ["Date", scalars.CalendarDate, { valid: "2026-02-28", invalid: ["2026-02-30", "28/02/2026", 20_260_228] }],
];

describe.each(cases)("%s", (name, scalar, { valid, invalid }) => {
  test("has that name and takes a valid text", () => {
    expect(scalar.name).toBe(name);
    expect(scalar.parseValue(valid)).toBe(valid);
    expect(scalar.parseLiteral(parseValue(JSON.stringify(valid)))).toBe(valid);
    expect(scalar.serialize(valid)).toBe(valid);
  });

  test.each(invalid)("refuses %j as a variable and as a literal", (value) => {
    expect(() => scalar.parseValue(value)).toThrow(GraphQLError);
    expect(() => scalar.parseLiteral(parseValue(JSON.stringify(value)))).toThrow(GraphQLError);
  });
});

test("a DateTime is an instant with its offset", () => {
  const instant = new Date("2026-01-31T08:30:00Z");
  expect(scalars.DateTime.parseValue("2026-01-31T09:30:00+01:00")).toEqual(instant);
  expect(() => scalars.DateTime.parseValue("2026-01-31")).toThrow(/DateTime/u);
});

test("a Decimal that a subgraph holds as a float never leaves it", () => {
  expect(() => scalars.Decimal.serialize(0.1)).toThrow("A Decimal must be a string.");
});
