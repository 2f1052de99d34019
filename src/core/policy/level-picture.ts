import type { Policy } from './policy.ts'

/** The levels and the ways between them as a Mermaid state diagram. */
export function levelPicture({
  levels,
  transitions,
}: Pick<Policy, 'levels' | 'transitions'>): string {
  const [first] = levels
  const arrows = new Map<string, string[]>()
  for (const { id, from, to } of transitions) {
    const starts = from.length > 0 ? from : levels.map((level) => level.id)
    for (const start of starts) {
      // From any level: whoever is there already stays.
      if (start === to && from.length === 0) continue
      const arrow = `${start} --> ${to}`
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), id])
    }
  }
  return [
    'stateDiagram-v2',
    ...levels.map(({ id, label }) => `  state "${label}" as ${id}`),
    ...(first ? [`  [*] --> ${first.id}`] : []),
    ...[...arrows].map(([arrow, ids]) => `  ${arrow}: ${ids.join(', ')}`),
  ].join('\n')
}
