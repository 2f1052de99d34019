import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

/** When a meeting starts, once it is called, and that it is not held. */
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
      kind: 'part',
    },
  },
  {
    id: 'meeting.callOff',
    label: 'call off …',
    kind: 'meeting',
    intent: 'callOff',
    may: ['chair', 'caller'],
    citation: {
      document: 'Muster',
      section: 'permissions',
      note: 'The sources are silent on calling a meeting off. Whoever chairs or called it: nobody else knows whether it is still needed.',
      kind: 'choice',
    },
  },
]
