import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

const qualityLead = { role: 'quality-lead', of: 'lead-provider' }

const ours = {
  document: 'Muster',
  section: 'permissions',
  kind: 'choice',
} as const

export const ofMeetings: Rows = [
  {
    id: 'meeting.call',
    label: 'call …',
    kind: 'meeting',
    intent: 'call',
    may: ['caller'],
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 2',
      note: 'Silent on who calls. Each meeting of these rules names who may.',
      kind: 'choice',
    },
  },
  {
    id: 'meeting.answer',
    label: 'answer …',
    kind: 'meeting',
    intent: 'answer',
    may: ['called', 'chair'],
    citation: {
      ...ours,
      note: 'Each answers their own call. Who chairs is said by whoever was asked, and by those who act for the chair’s post.',
    },
  },
  {
    id: 'meeting.record',
    label: 'record …',
    kind: 'meeting',
    intent: 'record',
    may: ['caller', 'chair'],
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, Risk summit',
      note: 'The chair provides a record of discussion and agreed actions. That whoever may call the meeting may record it too is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'meeting.standIn',
    label: 'say …',
    kind: 'meeting',
    intent: 'standIn',
    may: ['caller', 'chair', 'themselves'],
    citation: {
      ...ours,
      note: 'Whoever is in the meeting may take an empty seat of their own organisation; whoever calls or chairs it may give any seat to somebody.',
    },
  },
  {
    id: 'meeting.note',
    label: 'add to it',
    kind: 'meeting',
    intent: 'note',
    may: ['readers'],
    citation: {
      ...ours,
      note: 'Whoever was called may add; to a meeting in a case’s thread, whoever sees the case.',
    },
  },
]

export const ofProviders: Rows = [
  {
    id: 'provider.changeLevel',
    label: 'decide …',
    kind: 'provider',
    intent: 'changeLevel',
    may: ['transition', 'meeting'],
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1',
      note: 'Each way between levels names who decides. A meeting that was called leads to its level at once: who may call it was settled then.',
      kind: 'choice',
    },
  },
  {
    id: 'provider.rate',
    label: 'rate …',
    kind: 'provider',
    intent: 'rate',
    may: [qualityLead, 'cycle'],
    citation: {
      ...ours,
      note: 'The Lead Provider’s quality lead, and whoever owes a duty that the rating sets. Nobody rates their own organisation.',
    },
  },
  {
    id: 'provider.completeCycle',
    label: 'record …',
    kind: 'provider',
    intent: 'completeCycle',
    may: ['cycle', qualityLead],
    citation: { ...ours, note: 'Whoever owes the duty, and the Lead Provider’s quality lead.' },
  },
  {
    id: 'provider.convene',
    label: 'call …',
    kind: 'provider',
    intent: 'convene',
    may: ['caller'],
    citation: { ...ours, note: 'Each meeting of these rules names who may call it.' },
  },
  {
    id: 'provider.tell',
    label: 'have …',
    kind: 'provider',
    intent: 'tell',
    may: ['caller'],
    citation: { ...ours, note: 'Each list of people to tell names who may have them told.' },
  },
  {
    id: 'provider.recordTold',
    label: 'record that somebody of a list was told',
    kind: 'provider',
    intent: 'recordTold',
    may: ['caller'],
    citation: {
      ...ours,
      note: 'Whoever may have them told; where the level has them told, who leads on quality.',
    },
  },
  {
    id: 'provider.confirmLevel',
    label: 'say that the level stands',
    kind: 'provider',
    intent: 'confirmLevel',
    may: ['asked'],
    citation: {
      ...ours,
      note: 'Where the record of a meeting that decided on the level is corrected, the Lead Provider’s quality lead, or the host of a unit without one, says whether the level stands. To change it is a decision of its own.',
    },
  },
  {
    id: 'provider.lookAgain',
    label: 'say when this provider is looked at again',
    kind: 'provider',
    intent: 'lookAgain',
    may: ['asked'],
    citation: {
      ...ours,
      note: 'Where nothing is recorded about a provider in enhanced, the Lead Provider’s quality lead is asked, or the host of a unit without one, and says when they look again.',
    },
  },
  {
    id: 'provider.file',
    label: 'put on file …',
    kind: 'provider',
    intent: 'file',
    may: ['filer'],
    citation: { ...ours, note: 'Each step of what is on file names who may.' },
  },
  {
    id: 'provider.note',
    label: 'add to it',
    kind: 'provider',
    intent: 'note',
    may: ['readers'],
    citation: { ...ours, note: 'Whoever sees a provider may add what they know.' },
  },
]
