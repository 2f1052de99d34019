import type { Meeting } from '../meeting.ts'
import type { Section } from '../minutes/section.ts'

/** What the record of a meeting says of its agenda and papers. */
export function agendaSection({ agenda = [], papers = [] }: Meeting): Section[] {
  return [
    { heading: 'Agenda', lines: listed(agenda) },
    { heading: 'Papers', lines: listed(papers) },
  ]
}

function listed(items: readonly string[]): Section['lines'] {
  return items.length === 0 ? [] : [{ kind: 'list', items: [...items] }]
}
