import type { PolicySource } from '../../../core/policy/policy.ts'
import { chiefExecutive, ENHANCED, qualityLead } from './posts.ts'

const steps = { document: 'QSIF 2020', kind: 'source' } as const

/** The five steps of enhanced monitoring: what each leaves behind, and who owes it. No source says how long any takes. */
export const stages: NonNullable<PolicySource['stages']> = [
  {
    id: 'E-a',
    label: '(a) Engage the provider and set up',
    levels: ENHANCED,
    outputs: [
      {
        by: 'matter',
        label: 'formal notice',
        matter: 'notice',
        steps: ['notice.given'],
        daysBefore: 14,
        shows: ['route', 'reference'],
        owes: qualityLead,
      },
      {
        by: 'telling',
        label: 'those informed who must know, M11',
        telling: 'M11',
        owes: qualityLead,
      },
      {
        by: 'matter',
        label: 'governance set up',
        matter: 'setup',
        steps: ['setup.made'],
        daysBefore: 14,
        shows: ['lead'],
        owes: qualityLead,
      },
      {
        by: 'matter',
        label: 'a risk register',
        matter: 'risk',
        steps: ['risk.opened', 'risk.reviewed'],
        owes: qualityLead,
      },
    ],
    citation: {
      ...steps,
      section: '5.2.3 a',
      note: 'Formal notification, governance and a risk register; a communications plan if the media are interested. A quality lead is named who coordinates: that the Lead Provider’s owes what is missing is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'E-b',
    label: '(b) Baseline review',
    levels: ENHANCED,
    outputs: [
      {
        by: 'matter',
        label: 'validated findings',
        matter: 'review',
        steps: ['review.found'],
        shows: ['sources'],
        owes: qualityLead,
      },
    ],
    citation: {
      ...steps,
      section: '5.2.3 b',
      note: 'Validated evidence and rationale for escalation. Led by the quality lead, not by the provider.',
    },
  },
  {
    id: 'E-c',
    label: '(c) Establish the level of risk',
    levels: ENHANCED,
    outputs: [
      {
        by: 'meeting',
        label: 'a meeting with partners on the risks',
        meetings: ['M6', 'M9', 'M10', 'M1'],
        owes: qualityLead,
      },
      {
        by: 'matter',
        label: 'agreed risks, revised',
        matter: 'risk',
        steps: ['risk.reviewed', 'risk.fedBack'],
        shows: ['agreedIn'],
        owes: qualityLead,
      },
    ],
    citation: {
      ...steps,
      section: '5.2.3 c',
      note: 'Key risks are agreed with partners and registers revised. Which meetings count, and that the quality lead owes them, is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'E-d',
    label: '(d) Feed back to the provider',
    levels: ENHANCED,
    outputs: [
      {
        by: 'matter',
        label: 'the review fed back',
        matter: 'review',
        steps: ['review.fedBack'],
        owes: qualityLead,
      },
      {
        by: 'matter',
        label: 'the provider’s response',
        matter: 'review',
        steps: ['review.answered'],
        owes: chiefExecutive,
      },
    ],
    citation: {
      ...steps,
      section: '5.2.3 d',
      note: 'Continuous; its output is the provider’s response. That the chief executive owes it for the provider is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'E-e',
    label: '(e) Improvement plan',
    levels: ENHANCED,
    outputs: [
      {
        by: 'matter',
        label: 'actions agreed',
        matter: 'plan',
        steps: ['plan.action'],
        owes: chiefExecutive,
      },
      {
        by: 'matter',
        label: 'actions signed off',
        matter: 'plan',
        steps: ['plan.signed', 'plan.sustained'],
        every: true,
        shows: ['group'],
        owes: qualityLead,
      },
      {
        by: 'matter',
        label: 'actions sustained',
        matter: 'plan',
        steps: ['plan.sustained'],
        every: true,
        owes: qualityLead,
      },
    ],
    citation: {
      ...steps,
      section: '5.2.3 e',
      note: 'Plan, progress, signed-off actions, exit to routine. The provider owns the plan and subgroups sign off: that its chief executive owes the one and the quality lead the other, for every action, is our choice.',
      kind: 'part',
    },
  },
]
