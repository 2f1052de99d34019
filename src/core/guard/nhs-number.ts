/** The tenth digit that goes with nine digits by modulus 11; null when no number may have them. */
export function checkDigit(nine: string): number | null {
  const sum = [...nine].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? null : digit
}

/** Ten ASCII digits whose last one is right by modulus 11. */
export function passesChecksum(digits: string): boolean {
  return /^\d{10}$/.test(digits) && checkDigit(digits.slice(0, 9)) === Number(digits[9])
}

/** Whether numbers of this range are given to patients, or kept for tests (999). */
export function isIssuedOrTest(digits: string): boolean {
  return /^([3467]|999)/.test(digits)
}
