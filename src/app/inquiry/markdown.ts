/** One line of what somebody is told. */
export type Fact = readonly [label: string, value: string]

/** What people wrote, so that it is shown as they wrote it. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`).replaceAll(/\s*\n\s*/g, ' / ')
}

export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${plain(text)}\n`
}

export function paragraph(text: string): string {
  return `${plain(text)}\n`
}

export function facts(all: readonly Fact[]): string {
  return all.map(([label, value]) => `- ${plain(label)}: ${plain(value)}\n`).join('')
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${plain(item)}\n`).join('')
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |\n`
  return [line(heads), `|${heads.map(() => '---').join('|')}|\n`, ...rows.map(line)].join('')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `dueAt` as `due at`. */
export function spaced(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
