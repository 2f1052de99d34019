/** One line of the result: what was measured, beside the floor of the same run. */
export interface Row {
  readonly name: string
  /** Of what is counted a second more is better, of the others less. */
  readonly unit: 'ms' | 'MB' | '/s' | 'calls'
  readonly ours: number
  /** What the floor was, in words; null where the goal is a figure. */
  readonly floorName: string | null
  readonly floor: number | null
  /** At most this (a second: at least), as a ratio to the floor or, without a floor, in the unit; null: for information. */
  readonly goal: number | null
}

export function table(rows: readonly Row[]): string {
  const cells = [['what', 'floor', '', 'ours', 'ratio', 'goal', ''], ...rows.map(line)]
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths?.[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function line({ name, unit, ours, floorName, floor, goal }: Row): string[] {
  const ratio = floor === null ? null : ours / floor
  const judged = ratio ?? ours
  const [sign, isMet] = unit === '/s' ? ['≥', judged >= (goal ?? 0)] : ['≤', judged <= (goal ?? 0)]
  return [
    name,
    floorName ?? '–',
    floor === null ? '' : `${figure(floor)} ${unit}`,
    `${figure(ours)} ${unit}`,
    ratio === null ? '–' : `${ratio.toFixed(2)} ×`,
    goal === null ? 'for information' : `${sign} ${goal} ${ratio === null ? unit : '×'}`,
    goal === null ? '' : isMet ? 'met' : 'MISSED',
  ]
}

function figure(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return value < 0.1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value.toFixed(1)
}
