import { z } from 'zod'
import { type Refused, refuse } from '../../decision.ts'

/** What is talked about, and what is to be read before: links, one a line. */
export const Papers = z.object({
  agenda: z.exactOptional(z.array(z.string())),
  papers: z.exactOptional(z.array(z.string())),
})
export type Papers = z.infer<typeof Papers>

const MOST = 30

/** The lines of a text that have something in them. */
export function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}

/** What there is of an agenda and papers. */
export function papersOf({ agenda = [], papers = [] }: Papers): Papers {
  return { ...(agenda.length > 0 && { agenda }), ...(papers.length > 0 && { papers }) }
}

/** Attachments are links; a paper that nobody can open is none. */
export function papersFault({ agenda = [], papers = [] }: Papers): Refused | undefined {
  if (agenda.length > MOST) {
    const words = `The agenda has ${agenda.length} lines; at most ${MOST} are shown.`
    return refuse('invalid', words, { agenda: words })
  }
  if (papers.length > MOST) {
    const words = `There are ${papers.length} papers; at most ${MOST} are shown.`
    return refuse('invalid', words, { papers: words })
  }
  const other = papers.find((line) => !/\bhttps?:\/\/[^\s/]+/i.test(line))
  if (other === undefined) return undefined
  const words =
    'Each line of the papers needs a link that begins with https://. Muster keeps no files.'
  return refuse('invalid', words, { papers: words })
}
