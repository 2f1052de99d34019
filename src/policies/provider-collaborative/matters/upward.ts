import type { PolicySource } from '../../../core/policy/policy.ts'
import { qualityLead, withQualityTeam } from './posts.ts'

type Matter = NonNullable<PolicySource['matters']>[number]
type Step = Matter['steps'][number]

const routes = { document: 'QSIF 2020', section: '5.1.2', kind: 'source' } as const
const higher = { document: 'QSIF 2020', section: '5.1.3', kind: 'source' } as const
const region = {
  document: 'N&Q 2021',
  section: 'Assurance of effective safeguarding arrangements',
  kind: 'source',
} as const
const ours = { document: 'Muster', section: 'on file', kind: 'choice' } as const

const next = {
  by: { of: 'answer', field: 'nextOn' },
  owes: qualityLead,
  wants: 'what becomes of it next',
} as const

const before = ['exception.raised', 'exception.board', 'exception.committee', 'exception.mdt']
// What was escalated to the Governing Body goes on once it is on file that enhanced was considered.
const late = [...before, 'exception.considered']

function hop(
  rest: Pick<Step, 'id' | 'label' | 'form' | 'stands' | 'citation'> & Partial<Step>,
): Step {
  return { may: withQualityTeam, after: before, due: next, settles: true, ...rest }
}

export const exceptions: Matter = {
  id: 'exception',
  label: 'Exception report',
  several: 'Exception reports upward',
  named: 'what',
  group: 'The way up',
  keptBack: true,
  citation: {
    ...routes,
    note: 'From the quality meeting to the Contract Review Board and the Quality Committee, then the Governing Body, then NHSE/I. Kept back from the provider until it is shared: our choice. Monthly feedback goes back to the meeting (D16).',
    kind: 'part',
  },
  steps: [
    {
      id: 'exception.raised',
      label: 'Write an exception report',
      form: 'exceptionRaised',
      may: withQualityTeam,
      stands: 'reported, received by nobody yet',
      due: next,
      citation: { ...routes, note: 'Who writes it is our choice. No time is given.', kind: 'part' },
    },
    hop({
      id: 'exception.board',
      label: 'The Contract Review Board had it',
      form: 'exceptionBoard',
      stands: 'at the Contract Review Board',
      citation: { ...routes, note: 'The Contract Review Board of the same tier.' },
    }),
    hop({
      id: 'exception.committee',
      label: 'The Quality Committee had it',
      form: 'exceptionCommittee',
      stands: 'at the Quality Committee',
      citation: { ...routes, note: 'The Quality Committee of the place.' },
    }),
    hop({
      id: 'exception.mdt',
      label: 'The place-based team had it',
      form: 'exceptionMdt',
      stands: 'at the place-based multidisciplinary team',
      citation: { ...region, note: 'The regional team reports exceptions into place-based teams.' },
    }),
    hop({
      id: 'exception.governing',
      label: 'It was escalated to the Governing Body',
      form: 'exceptionGoverning',
      stands: 'escalated to the Governing Body: enhanced is to be considered',
      considers: 'G3',
      due: {
        by: { of: 'step', within: { unit: 'workingDays', amount: 5 } },
        owes: qualityLead,
        wants: 'whether it goes to enhanced (G3)',
      },
      citation: {
        ...routes,
        note: 'What is clearly escalated there should be considered for enhanced monitoring. That the quality lead is reminded after five working days is our choice.',
        kind: 'part',
      },
    }),
    {
      id: 'exception.considered',
      label: 'Record that enhanced was considered',
      form: 'exceptionConsidered',
      may: withQualityTeam,
      after: ['exception.governing'],
      stands: 'enhanced was considered',
      settles: true,
      citation: {
        ...routes,
        note: 'To be considered, never automatic; that it was is kept (G3).',
      },
    },
    hop({
      id: 'exception.group',
      label: 'The surveillance group had it',
      form: 'exceptionGroup',
      after: late,
      stands: 'at the quality surveillance group',
      citation: { ...higher, note: 'To NHSE/I by the surveillance groups.' },
    }),
    hop({
      id: 'exception.quality',
      label: 'The Quality Board had it',
      form: 'exceptionQuality',
      after: [...late, 'exception.group'],
      stands: 'at the Quality Board',
      citation: { ...region, note: 'Into the Quality Board of each system.' },
    }),
    {
      id: 'exception.shared',
      label: 'Share it with the provider',
      form: 'exceptionShared',
      may: withQualityTeam,
      after: [...late, 'exception.group', 'exception.quality'],
      stands: 'shared with the provider',
      shares: true,
      citation: { ...ours, note: 'When the provider reads it is for those who report.' },
    },
    {
      id: 'exception.closed',
      label: 'Close the report',
      form: 'exceptionClosed',
      may: withQualityTeam,
      after: [...late, 'exception.group', 'exception.quality', 'exception.shared'],
      stands: 'closed, with what came back down',
      closes: true,
      citation: { ...routes, note: 'Direction is received the same way down.' },
    },
  ],
}
