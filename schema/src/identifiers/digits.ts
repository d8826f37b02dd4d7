/** The digits of a text that was found to hold nothing else. */
export function digitsOf(text: string): number[] {
  return Array.from(text, Number);
}

/** Sum of digits, each multiplied by the weight at its place; weights repeat when there are more digits. */
export function weightedSum(digits: readonly number[], weights: readonly number[]): number {
  return digits.reduce((sum, digit, place) => sum + digit * (weights[place % weights.length] ?? 0), 0);
}

/** Whether the last digit is the GS1 check digit of the others: weights 3 and 1 from the right, modulo 10. */
export function passesGs1(text: string): boolean {
  return weightedSum(digitsOf(text).toReversed(), [1, 3]) % 10 === 0;
}

/** Whether a number passes the Luhn formula (ISO/IEC 7812-1, annex B). */
export function passesLuhn(text: string): boolean {
  const sum = digitsOf(text)
    .toReversed()
    .reduce((total, digit, place) => total + (place % 2 === 0 ? digit : luhnDouble(digit)), 0);
  return sum % 10 === 0;
}

function luhnDouble(digit: number): number {
  return digit < 5 ? digit * 2 : digit * 2 - 9;
}

/** Whether a text is one zero after another: the check digits agree, yet nobody ever receives such a number. */
export function isAllZeros(text: string): boolean {
  return /^0+$/.test(text);
}
