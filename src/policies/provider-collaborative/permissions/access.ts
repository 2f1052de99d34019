import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

const ours = { document: 'Muster', section: 'confidential cases', kind: 'choice' } as const
const qualityLead = { role: 'quality-lead', of: 'lead-provider' }
const hostCommissioner = { role: 'commissioner', of: 'host-commissioner' }

/** Who sees a confidential case: who decides on that, and who may ask. */
export const ofAccess: Rows = [
  {
    id: 'case.makeConfidential',
    label: 'make this case confidential',
    kind: 'case',
    intent: 'makeConfidential',
    may: [qualityLead],
    citation: {
      ...ours,
      note: 'It shuts out people who read the case until then, so one role decides. Whoever raises a case chooses for themselves.',
    },
  },
  {
    id: 'case.makeConfidential.intelligence',
    label: 'make this case confidential',
    kind: 'case',
    intent: 'makeConfidential',
    when: 'intelligence',
    may: [qualityLead, hostCommissioner],
    citation: {
      ...ours,
      note: 'What is for the host of a unit, the host may shut others out of as well; of a unit without a Lead Provider nobody else could.',
    },
  },
  ...(
    [
      ['giveAccess', 'give access to this case'],
      ['removeAccess', 'take access to this case away'],
      ['refuseAccess', 'refuse access to this case'],
    ] as const
  ).map(([intent, label]): Rows[number] => ({
    id: `case.${intent}`,
    label,
    kind: 'case',
    intent,
    may: ['accessList'],
    citation: {
      ...ours,
      note: 'Those on the list who act for the roles that decide; everybody on it where none of them is, so that nobody is shut in.',
    },
  })),
  {
    id: 'case.askAccess',
    label: 'ask for access',
    kind: 'case',
    intent: 'askAccess',
    may: ['anyone'],
    citation: {
      ...ours,
      note: 'Whoever asks learns nothing of whether there is such a case.',
    },
  },
]
