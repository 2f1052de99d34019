import type { Citation } from '../../../core/policy/citation.ts'

/** The choice that all of these rest on, and what this one leaves open. */
export function choice(note: string): Citation {
  return {
    document: 'Muster',
    section: 'identifiers',
    note: `Guidance on messaging in the NHS asks for as little as possible about patients; it lists no patterns. ${note}`,
    kind: 'choice',
  }
}
