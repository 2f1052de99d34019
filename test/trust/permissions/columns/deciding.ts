import { type Column, direct, form, pressing, REASON } from './column.ts'

/** Of what a meeting decides. */
export const DECIDING_COLUMNS: readonly Column[] = [
  ...(['conflict own', 'conflict other'] as const).map((name) =>
    direct(name, 'meeting.declareConflict', 'deciding', (by) => {
      const own = by.type === 'person' ? by.person : ''
      const person = name === 'conflict own' ? own : 'hamza-trevithick'
      const whose = { type: 'person', person } as const
      return { kind: 'meeting', type: 'declareConflict', by, whose, what: 'The building.' }
    }),
  ),
  form('return', 'meeting.returnFromConflict', 'returnFromConflict', 'deciding', {
    conflict: '1',
    ...REASON,
  }),
  form('propose', 'meeting.proposeDecision', 'decide', 'deciding', {
    question: 'The ward opens again.',
    form: 'joint',
    authority: 'decision',
  }),
  pressing('vote', 'meeting.vote', ({ deciding }) => ({
    do: 'vote',
    record: deciding,
    decision: 1,
    choice: 'against',
  })),
  form('close vote', 'meeting.closeVote', 'closeVote', 'deciding', REASON, { decision: '1' }),
  form('withdraw', 'meeting.withdrawVote', 'withdrawVote', 'deciding', REASON, { decision: '1' }),
  direct('dispute', 'meeting.disputeDecision', 'deciding', (by) => ({
    kind: 'meeting',
    type: 'disputeDecision',
    by,
    decision: 2,
    ...REASON,
  })),
  form(
    'name resolver',
    'meeting.nameResolver',
    'nameResolver',
    'deciding',
    { person: 'pilar-winterbourne' },
    { decision: '3' },
  ),
  form(
    'resolve',
    'meeting.resolveDispute',
    'resolveDispute',
    'deciding',
    { outcome: 'stands', ...REASON },
    { decision: '3' },
  ),
]
