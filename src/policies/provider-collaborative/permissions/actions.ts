import type { PolicySource } from '../../../core/policy/policy.ts'

const qualityLead = { role: 'quality-lead', of: 'lead-provider' }

const ours = {
  document: 'Muster',
  section: 'permissions',
  kind: 'choice',
} as const

const notDirected = {
  document: 'QSIF 2020',
  section: 'Appendix 1, Risk summit',
  kind: 'source',
} as const

export const ofActions: PolicySource['permissions'] = [
  {
    id: 'meeting.askAction',
    label: 'ask for an action here',
    kind: 'meeting',
    intent: 'askAction',
    may: ['attendees'],
    citation: {
      ...ours,
      note: 'Whoever was called may ask for an action, also after the meeting.',
    },
  },
  {
    id: 'meeting.answerAction',
    label: 'answer for …',
    kind: 'meeting',
    intent: 'answerAction',
    may: ['addressed'],
    citation: {
      ...notDirected,
      note: 'Nobody directs another body: the organisation that is asked accepts or declines. That its owner, their deputy, its head and those who were called speak for it is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'meeting.takeAction',
    label: 'take what is asked of …',
    kind: 'meeting',
    intent: 'takeAction',
    may: ['addressed'],
    citation: { ...ours, note: 'The organisation that has accepted it.' },
  },
  {
    id: 'meeting.completeAction',
    label: 'say that this is done for …',
    kind: 'meeting',
    intent: 'completeAction',
    may: ['addressed'],
    citation: { ...ours, note: 'The organisation that has accepted it.' },
  },
  {
    id: 'meeting.signOffAction',
    label: 'sign this off',
    kind: 'meeting',
    intent: 'signOffAction',
    may: ['chair', 'caller', qualityLead],
    citation: {
      document: 'QSIF 2020',
      section: '5.2.3 e',
      note: 'Actions are signed off by a group. That the chair, whoever called it or the Lead Provider’s quality lead does it, and never whoever owned or did it, is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'meeting.withdrawAction',
    label: 'withdraw this',
    kind: 'meeting',
    intent: 'withdrawAction',
    may: ['asker', 'chair', 'caller'],
    citation: {
      ...ours,
      note: 'Whoever asked for it, and whoever chairs or called the meeting where they have left or do not decide.',
    },
  },
  {
    id: 'meeting.bringIn',
    label: 'bring somebody in',
    kind: 'meeting',
    intent: 'bringIn',
    may: ['chair', 'caller'],
    citation: {
      ...ours,
      note: 'Whoever chairs or called the meeting: a room shows what is not for everybody.',
    },
  },
  {
    id: 'meeting.takeOut',
    label: 'take somebody out again',
    kind: 'meeting',
    intent: 'takeOut',
    may: ['chair', 'caller'],
    citation: { ...ours, note: 'Whoever may bring somebody in.' },
  },
]
