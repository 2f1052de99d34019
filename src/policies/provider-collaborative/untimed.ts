import type { PolicySource } from '../../core/policy/policy.ts'
import { chiefExecutive, ENHANCED, qualityLead } from './matters/posts.ts'

/** What enhanced monitoring asks for and the framework gives no time for. */
export const untimed: NonNullable<PolicySource['untimed']> = [
  {
    id: 'D17',
    label: 'Quality review meeting',
    levels: ['ENHANCED_PENDING_REVIEW'],
    owes: qualityLead,
    time: 'no time is given',
    wants: { of: 'meetings', meetings: ['M6'] },
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, Enhanced',
      note: 'After a provider is placed in enhanced a quality review meeting decides whether it stays (G4, G5). Silent on by when. That the quality lead owes it is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'G13a',
    label: 'Risk summit or rapid response review',
    levels: ['ENHANCED'],
    after: ['G13'],
    owes: qualityLead,
    time: 'at once: no time is given',
    wants: { of: 'meetings', meetings: ['M1', 'RRR'] },
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 2',
      note: 'Urgent action leads to a rapid response review or a risk summit. Where it was decided without a call, that one of them is asked for until it is called, and that the quality lead owes it, is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'D29',
    label: 'Formal notice to the provider',
    levels: ENHANCED,
    owes: qualityLead,
    time: 'one of the first steps',
    wants: { of: 'matter', matter: 'notice' },
    opened: true,
    citation: {
      document: 'QSIF 2020',
      section: '5.2.3 a',
      note: 'The “initial step” of enhanced: a contract performance notice for what is commissioned directly, otherwise a letter. Silent on by when. That the quality lead owes it is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'D20',
    label: 'Improvement plan',
    levels: ['ENHANCED', 'ENHANCED_ASSURANCE_HOLD'],
    owes: chiefExecutive,
    time: 'at agreed timescales: each action carries its own day',
    wants: { of: 'matter', matter: 'plan' },
    citation: {
      document: 'QSIF 2020',
      section: '5.2.3 e',
      note: 'One integrated plan, owned by the provider, with metrics and sign-off, at agreed timescales. That the chief executive owes it for the provider is our choice.',
      kind: 'part',
    },
  },
]
