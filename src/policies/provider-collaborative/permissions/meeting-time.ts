import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

/** When a meeting starts, once it is called. */
export const ofMeetingTimes: Rows = [
  {
    id: 'meeting.changeTime',
    label: 'give another time to …',
    kind: 'meeting',
    intent: 'changeTime',
    may: ['caller', 'chair'],
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, Risk summit',
      note: 'The chair decides time and place. That whoever may call the meeting may change its time too is our choice.',
      kind: 'source',
    },
  },
]
