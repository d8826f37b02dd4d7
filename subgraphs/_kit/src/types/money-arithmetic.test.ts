import { assert, integer, property } from "fast-check";
import { Money } from "./money.ts";
import { compareDecimals, sumMoney, timesMoney } from "./money-arithmetic.ts";

const eur = (amount: string) => Money.of(amount, "EUR");

describe("money", () => {
  test.each([
    ["272.1015", "3", "816.3045"],
    ["0.1", "0.2", "0.02"],
    ["-1.50", "2", "-3.00"],
    ["999999999999999999.99", "10", "9999999999999999999.90"],
  ])("%s times %s is %s, exactly", (amount, factor, product) => {
    expect(timesMoney(eur(amount), factor)).toEqual(eur(product));
  });

  test("adds up without losing a digit", () => {
    expect(sumMoney([eur("0.1"), eur("0.2"), eur("0.0001")], "EUR")).toEqual(eur("0.3001"));
    expect(sumMoney([], "EUR")).toEqual(eur("0"));
  });

  test("of two currencies is not added up", () => {
    expect(() => sumMoney([eur("1"), Money.of("1", "USD")], "EUR")).toThrow(/currency/u);
  });
});

describe("decimals", () => {
  test("compare by value, not by spelling", () => {
    expect(compareDecimals("10", "9.99")).toBe(1);
    expect(compareDecimals("1.50", "1.5")).toBe(0);
    expect(compareDecimals("-0.5", "-0.25")).toBe(-1);
  });

  test("compare as the numbers they spell", () => {
    const cents = integer({ min: -1_000_000, max: 1_000_000 });
    assert(
      property(cents, cents, (a, b) => {
        expect(compareDecimals((a / 100).toFixed(2), (b / 100).toFixed(2))).toBe(Math.sign(a - b));
      }),
    );
  });
});
