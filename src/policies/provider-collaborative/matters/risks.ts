import type { PolicySource } from '../../../core/policy/policy.ts'
import { commissioners, qualityLead } from './posts.ts'

const framework = { document: 'QSIF 2020', kind: 'source' } as const

const rated = [{ label: 'Rating', consequence: 'consequence', likelihood: 'likelihood' }]

const review = {
  by: { of: 'answer', field: 'reviewOn' },
  owes: qualityLead,
  wants: 'its review',
} as const

const going = ['risk.opened', 'risk.reviewed', 'risk.fedBack']

export const risks: NonNullable<PolicySource['matters']>[number] = {
  id: 'risk',
  label: 'Risk',
  several: 'Risk register',
  named: 'risk',
  group: 'Levels and risk',
  keptBack: true,
  onAgenda: true,
  weighs: ['high', 'extreme'],
  citation: {
    ...framework,
    section: '5.2.3 a',
    note: 'Risk, mitigation, action. That the provider reads a risk once it is fed back is our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'risk.opened',
      label: 'Put a risk on the register',
      form: 'riskOpened',
      on: 'doneOn',
      may: commissioners,
      stands: 'open',
      rated,
      due: review,
      citation: {
        ...framework,
        section: '5.2.3 a and c',
        note: 'Key risks are agreed with partners; new ones are added.',
      },
    },
    {
      id: 'risk.reviewed',
      label: 'Review the risk',
      form: 'riskReviewed',
      on: 'doneOn',
      may: commissioners,
      after: going,
      stands: 'open, reviewed',
      rated,
      due: review,
      citation: { ...framework, section: '5.2.3 c', note: 'Registers are revised.' },
    },
    {
      id: 'risk.fedBack',
      label: 'Feed the risk back',
      form: 'riskFedBack',
      on: 'doneOn',
      may: commissioners,
      after: going,
      stands: 'open, fed back to the provider',
      shares: true,
      citation: { ...framework, section: '5.2.3 d', note: 'Risks are fed back to the provider.' },
    },
    {
      id: 'risk.closed',
      label: 'Close the risk',
      form: 'riskClosed',
      may: commissioners,
      after: going,
      stands: 'closed',
      closes: true,
      citation: {
        document: 'Muster',
        section: 'on file',
        note: 'Silent: with a reason, our choice.',
        kind: 'choice',
      },
    },
  ],
}
