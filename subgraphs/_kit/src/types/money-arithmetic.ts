import { add, dinero, multiply, toDecimal } from "dinero.js/bigint";
import type { Dinero } from "dinero.js/bigint";
import * as currencies from "dinero.js/bigint/currencies";
import { Money } from "./money.ts";

/** A money times a decimal number, exactly: `timesMoney(272.1015 EUR, "3")` is 816.3045 EUR. */
export function timesMoney(money: Money, factor: string): Money {
  const { units, scale } = scaled(factor);
  return moneyOf(multiply(dineroOf(money), { amount: units, scale }));
}

/**
 * The sum of moneys of one currency, exactly; zero of that currency when there are none.
 * @throws Error when a money is of another currency.
 */
export function sumMoney(moneys: readonly Money[], currencyCode: string): Money {
  const zero = dineroOf(Money.of("0", currencyCode));
  return moneyOf(moneys.map((money) => dineroOf(money)).reduce((sum, each) => add(sum, each), zero));
}

/** Negative when the first decimal is smaller than the second, positive when it is larger, 0 when they are equal. */
export function compareDecimals(one: string, other: string): number {
  const [a, b] = [scaled(one), scaled(other)];
  const difference = a.units * 10n ** b.scale - b.units * 10n ** a.scale;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function dineroOf({ amount, currencyCode }: Money): Dinero<bigint> {
  const { units, scale } = scaled(amount);
  const currency = { code: currencyCode, base: 10n, exponent: exponentOf(currencyCode) };
  return dinero({ amount: units, currency, scale });
}

function moneyOf(value: Dinero<bigint>): Money {
  return toDecimal(value, ({ value: amount, currency }) => Money.of(amount, currency.code));
}

/** Two decimals where the list of currencies has no entry, as most currencies have. */
function exponentOf(currencyCode: string): bigint {
  const known = Object.values(currencies).find(({ code }) => code === currencyCode);
  return known?.exponent ?? 2n;
}

/** A decimal string as a whole number of its last digit's unit. */
function scaled(decimal: string): { units: bigint; scale: bigint } {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return { units: BigInt(whole + fraction), scale: BigInt(fraction.length) };
}
