import { z } from 'zod'
import { RuleStanding } from './standing-of-rule.ts'

/** Where a rule comes from, whose it is, and what it rests on. */
export const Citation = z.object({
  document: z.string().min(1),
  section: z.string().min(1),
  note: z.string().min(1),
  /** `source`: the document says so. `part`: it does, but for what the note calls ours. `choice`: ours, adjustable. `practice`: customary. */
  kind: z.enum(['source', 'part', 'choice', 'practice']),
  basis: z.enum(['policy', 'contract', 'law']).optional(),
  /** Whether that still stands; a pack need not say. */
  standing: z.exactOptional(RuleStanding),
})
export type Citation = z.infer<typeof Citation>

const KINDS: Readonly<Record<Citation['kind'], string>> = {
  source: 'from the source',
  part: 'from the source, in part Muster’s choice',
  choice: 'Muster’s choice, adjustable',
  practice: 'customary practice',
}

/** Whose a rule is, as people read it. */
export function kindWords({ kind }: Pick<Citation, 'kind'>): string {
  return KINDS[kind]
}

/** What every rule of a pack carries. */
export const rule = { id: z.string().min(1), label: z.string().min(1), citation: Citation }

/** `policy`, `source, in part our choice` or `our choice`: the same, where many stand in a line. */
export function whoseWords(citation: Pick<Citation, 'kind' | 'basis'>): string {
  const basis = citation.basis ?? 'source'
  switch (citation.kind) {
    case 'source':
      return basis
    case 'part':
      return `${basis}, in part our choice`
    case 'choice':
      return 'our choice'
    case 'practice':
      return 'practice'
  }
}
