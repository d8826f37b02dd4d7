/** A number with one digit changed: the one at a place (counted round), by a shift of 1 to 9 (modulo 10). */
export function otherDigitAt(text: string, place: number, shift: number): string {
  const digits = Array.from(text, Number);
  const index = place % digits.length;
  return digits.with(index, ((digits[index] ?? 0) + shift) % 10).join("");
}

/** Digits followed by their GS1 check digit, found by its definition: what brings the sum to a multiple of ten. */
export function withGs1Digit(stem: string): string {
  let sum = 0;
  for (let fromRight = 1; fromRight <= stem.length; fromRight += 1) {
    sum += Number(stem.at(-fromRight)) * (fromRight % 2 === 1 ? 3 : 1);
  }
  return `${stem}${(10 - (sum % 10)) % 10}`;
}

/** Digits followed by their Luhn check digit, found by its definition. */
export function withLuhnDigit(stem: string): string {
  let sum = 0;
  for (let fromRight = 1; fromRight <= stem.length; fromRight += 1) {
    const weighted = Number(stem.at(-fromRight)) * (fromRight % 2 === 1 ? 2 : 1);
    sum += Math.floor(weighted / 10) + (weighted % 10);
  }
  return `${stem}${(10 - (sum % 10)) % 10}`;
}
