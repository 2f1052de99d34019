import type { PolicySource } from '../../core/policy/policy.ts'

const slides = { document: 'Collaboratives 2023', section: 'Weightmans: governance' } as const
const ours = { document: 'Muster', section: 'decisions', kind: 'choice' } as const

/** How a meeting decides. The slides give principles; whatever they leave open is our choice, and says so. */
export const voting: NonNullable<PolicySource['voting']> = {
  id: 'majority',
  label: 'Majority of votes',
  moreThan: { votes: 1, of: 2 },
  abstentionsCount: false,
  mayChange: true,
  forms: [
    {
      id: 'joint',
      label: 'Joint committee: one decision for all of them',
      decides: 'one',
      without: [
        {
          type: 'local-authority',
          why: 'a local authority cannot delegate to a joint committee',
          citation: {
            ...slides,
            note: 'Local and combined authorities cannot delegate to a joint committee; arrangements under section 75 stay.',
            kind: 'source',
            basis: 'law',
          },
        },
      ],
      citation: {
        ...slides,
        note: 'A single committee whose one decision binds its constituents (section 65Z6).',
        kind: 'source',
        basis: 'law',
      },
    },
    {
      id: 'inCommon',
      label: 'Committees in common: each organisation decides for itself',
      decides: 'each',
      citation: {
        ...slides,
        note: 'Several statutory committees, one for each participant, that meet together: coincidence rather than combination.',
        kind: 'source',
      },
    },
  ],
  dispute: {
    ties: true,
    within: { unit: 'workingDays', amount: 10 },
    ladder: 'working-days',
    resolver: { role: 'accountable-officer', of: 'icb' },
    citation: {
      ...ours,
      note: 'The slides ask for a strong way of resolving disputes and give no time and no person. Ten working days, and the accountable officer of the ICB, are our choice; a tie is in dispute by itself. When the time is near and once it is over they are reminded, with whoever chairs and whoever called the meeting.',
    },
  },
  topics: [
    {
      id: 'remuneration',
      label: 'Remuneration',
      citation: {
        ...slides,
        note: 'There can be no joint remuneration committee: each organisation decides this for itself.',
        kind: 'source',
        basis: 'law',
      },
    },
    {
      id: 'governance',
      label: 'Accounts, audit, or what else is central to corporate governance',
      citation: {
        ...slides,
        note: 'Nothing central to corporate governance, for example accounts and audit, may be delegated. The regulations of 2022 list more than 40 such functions.',
        kind: 'source',
        basis: 'law',
      },
    },
  ],
  citation: {
    ...slides,
    note: 'Majority rather than consensus, to avoid gridlock; only those affected decide. Silent on a majority of what, on ties, abstentions and a quorum: more than half of the votes cast for or against, one for each organisation, and a tie not passed, are our choice.',
    kind: 'choice',
  },
}
