import type { PolicySource } from '../../../core/policy/policy.ts'
import {
  chiefExecutive,
  commissioners,
  providers,
  qualityLead,
  qualityManager,
  withQualityTeam,
} from './posts.ts'

type Matter = NonNullable<PolicySource['matters']>[number]
type Telling = NonNullable<PolicySource['tellings']>[number]

const duty = { document: 'N&Q 2021', section: 'Lead Provider duty 2', kind: 'source' } as const
const ours = { document: 'Muster', section: 'on file', kind: 'choice' } as const

const asking = {
  due: {
    by: { of: 'answer', field: 'answerBy' },
    owes: qualityLead,
    wants: 'the answer',
    awaits: { asked: 'partners', step: 'operational.answered', names: 'partner' },
  },
  tells: 'OPS',
  tellsOf: 'partners',
  reads: ['what', 'since', 'capacity', 'tried', 'asked', 'answerBy'],
} satisfies Partial<Matter['steps'][number]>

const over = {
  tells: 'OPSN',
  tellsEarlier: true,
  reads: ['resolved', 'reason'],
} satisfies Partial<Matter['steps'][number]>

const going = [
  'operational.raised',
  'operational.asked',
  'operational.answered',
  'operational.changed',
]

export const operational: Matter = {
  id: 'operational',
  label: 'Operational issue',
  several: 'Operational escalation and exceptional issues',
  named: 'what',
  group: 'Visits and operations',
  citation: {
    ...duty,
    note: 'Clear escalation for operational issues that need the system’s support. No time to answer is given: it is asked for each time.',
  },
  steps: [
    {
      id: 'operational.raised',
      label: 'Escalate an operational issue',
      form: 'operationalRaised',
      may: [...providers, ...commissioners],
      stands: 'open, partners asked',
      ...asking,
      citation: {
        document: 'N&Q 2021',
        section: 'Lead Provider duties 2 and 4; footnote 1',
        note: 'Exceptional issues, such as a significant staff shortage. That the provider may escalate too is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'operational.asked',
      label: 'Ask again, or ask others',
      form: 'operationalAsked',
      may: [...providers, ...commissioners],
      after: going,
      stands: 'open, partners asked again',
      ...asking,
      citation: { ...ours, note: 'Each is told again in private.' },
    },
    {
      id: 'operational.answered',
      label: 'Put a partner’s answer on file',
      form: 'operationalAnswered',
      may: [
        ...providers,
        ...withQualityTeam,
        { role: 'quality-manager', of: 'service-quality-team' },
      ],
      after: going,
      stands: 'open, with an answer',
      citation: {
        ...ours,
        note: 'Whoever sees the provider’s record answers here; of everybody else the quality lead puts the answer on file.',
      },
    },
    {
      id: 'operational.changed',
      label: 'What has changed',
      form: 'operationalChanged',
      may: [...providers, ...commissioners],
      after: going,
      stands: 'open, changed',
      citation: { ...ours, note: 'Better or worse.' },
    },
    {
      id: 'operational.resolved',
      label: 'It is resolved',
      form: 'operationalResolved',
      may: commissioners,
      after: going,
      stands: 'resolved',
      closes: true,
      ...over,
      citation: { ...ours, note: 'With what resolved it, and what was learned.' },
    },
    {
      id: 'operational.stoodDown',
      label: 'Stand it down',
      form: 'operationalStoodDown',
      may: commissioners,
      after: going,
      stands: 'stood down',
      closes: true,
      ...over,
      citation: { ...ours, note: 'With a reason.' },
    },
  ],
}

const here = 'Answer in the provider’s thread, or tell the quality lead.'
const there =
  'You do not see the provider’s record. Tell the quality lead your answer: it is put on file for you.'

export const askedForHelp: Telling = {
  id: 'OPS',
  label: 'Asked for help with an operational issue',
  when: 'filed',
  whom: [
    {
      id: 'quality-manager',
      label: 'NHSE/I: Quality Manager',
      post: qualityManager,
      words: here,
      citation: {
        document: 'N&Q 2021',
        section: 'Lead Provider duty 4',
        note: 'The Quality Manager is informed of exceptional issues and of what is done.',
        kind: 'source',
      },
    },
    {
      id: 'service-region',
      label: 'NHSE/I: Quality Manager of the service’s region',
      post: { role: 'quality-manager', of: 'service-quality-team' },
      words: here,
      citation: {
        document: 'N&Q 2021',
        section: 'Footnote 5',
        note: 'Teams of other regions are engaged where required.',
        kind: 'source',
      },
    },
    {
      id: 'lead-provider',
      label: 'Lead Provider: quality lead',
      post: qualityLead,
      words: here,
      citation: { ...duty, note: 'The Lead Provider manages operational issues.' },
    },
    {
      id: 'provider',
      label: 'Provider: chief executive',
      post: chiefExecutive,
      words: here,
      citation: { ...ours, note: 'Where the Lead Provider escalates.' },
    },
    {
      id: 'icb',
      label: 'ICB: commissioner',
      post: { role: 'commissioner', of: 'icb' },
      words: there,
      citation: { ...ours, note: 'A partner of the system.' },
    },
    {
      id: 'placing',
      label: 'Placing commissioner',
      post: { role: 'commissioner', of: 'placing-commissioner' },
      words: there,
      citation: { ...ours, note: 'For the people whom it placed there.' },
    },
    {
      id: 'local-authority',
      label: 'Local authority: commissioner',
      post: { role: 'commissioner', of: 'local-authority' },
      words: there,
      citation: { ...ours, note: 'A partner of the system.' },
    },
    {
      id: 'cqc',
      label: 'Care Quality Commission: inspector',
      post: { role: 'inspector', of: 'cqc' },
      words: there,
      citation: { ...ours, note: 'Where it must know; no regulator is directed.' },
    },
  ],
  citation: {
    ...duty,
    note: 'Whoever escalates chooses who is asked. Who can be is our choice.',
    kind: 'part',
  },
}

/** Whoever was asked, once nothing is wanted of them any more. */
export const helpNotWanted: Telling = {
  ...askedForHelp,
  id: 'OPSN',
  label: 'Told that an operational issue is over',
  whom: askedForHelp.whom.map(({ words, ...one }) => one),
  citation: {
    ...ours,
    note: 'Whoever was asked for help hears that it is resolved or stood down.',
  },
}
