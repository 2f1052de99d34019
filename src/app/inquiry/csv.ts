/**
 * What a spreadsheet would take for a formula is written so that it is text: also where something that
 * nobody sees stands before it, or it begins with the wide form of the sign.
 */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@\t\r＝＋－＠]|^\p{Cf}/u

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
