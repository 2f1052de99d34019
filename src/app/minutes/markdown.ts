import type { Line } from '../../core/meeting/minutes/section.ts'
import { safeText } from '../../core/message/safe.ts'
import { facts, heading, list, paragraph, table } from '../inquiry/markdown.ts'
import type { Paper } from './paper.ts'

export function markdownOf({ title, sections }: Paper): string {
  const parts = sections.flatMap((one) => [heading(2, one.heading), ...one.lines.map(lineOf)])
  return safeText([heading(1, title), ...parts].join('\n'))
}

function lineOf(line: Line): string {
  switch (line.kind) {
    case 'text':
      return paragraph(line.text)
    case 'facts':
      return facts(line.facts)
    case 'list':
      return list(line.items)
    case 'table':
      return table(line.heads, line.rows)
  }
}
