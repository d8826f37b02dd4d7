import { type CheckedScalar, SCALAR_CHECKS } from "@maillon/schema";
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime, GraphQLLocalDate } from "graphql-scalars";

/** An instant; whoever sends one states its offset. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  name: "DateTime",
  description: "An instant (ISO 8601) with its offset, such as 2026-01-31T09:30:00+01:00.",
});

/** A day of the calendar, without a time zone. */
export const CalendarDate = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: "Date",
  description: "A day of the calendar (ISO 8601), such as 2026-01-31.",
});

export const Decimal = checkedText("Decimal", "A decimal number, written as a string such as 272.1015.");
export const Currency = checkedText("Currency", "A currency (ISO 4217), such as EUR.");
export const CountryCode = checkedText("CountryCode", "A country (ISO 3166-1), such as FR.");
export const UnitCode = checkedText("UnitCode", "A unit of measure (UN/CEFACT Rec. 20), such as KGM.");
export const Gtin = checkedText("Gtin", "A GS1 trade item number with its check digit.");
export const Gln = checkedText("Gln", "A GS1 location number with its check digit.");
export const Siren = checkedText("Siren", "A French company number of nine digits, checked.");
export const Siret = checkedText("Siret", "A French establishment number of 14 digits, checked.");
export const VatId = checkedText("VatId", "A VAT identification number with its country prefix.");
export const Duration = checkedText("Duration", "A length of time (ISO 8601), such as P12M.");
export const Cpv = checkedText("Cpv", "A code of the EU's common procurement vocabulary.");

/** A scalar whose values are texts that pass a check before anything else sees them. */
function checkedText(name: CheckedScalar, description: string): GraphQLScalarType {
  const check = SCALAR_CHECKS[name];
  function read(value: unknown): string {
    if (typeof value !== "string") throw badValue(`a ${name} is written as a string`);
    const checked = check(value);
    if (!checked.ok) throw badValue(checked.reason);
    return checked.value;
  }
  return new GraphQLScalarType({
    name,
    description,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
    serialize(value) {
      // Values that go out were checked on their way in; this only keeps floats and objects out of the contract.
      if (typeof value !== "string") throw new TypeError(`A ${name} must be a string.`);
      return value;
    },
  });
}

/** The reason alone, never the value: it may be personal and end up in a log. */
function badValue(reason: string): GraphQLError {
  return new GraphQLError(reason, { extensions: { code: "BAD_USER_INPUT" } });
}
