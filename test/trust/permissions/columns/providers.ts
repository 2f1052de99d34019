import { type Column, direct, form, REASON } from './column.ts'

/** Of providers, and of what is asked past every form. */
export const PROVIDER_COLUMNS: readonly Column[] = [
  form('level Kestrel', 'provider.changeLevel', 'surveillance', 'kestrel', {
    transition: 'G2',
    evidence: 'The visit of 12 March.',
    ...REASON,
  }),
  form('tell A20', 'provider.tell', 'tell', 'kestrel', {
    telling: 'A20',
    words: 'Look to your people.',
  }),
  form('G1', 'provider.changeLevel', 'surveillance', 'kestrel', {
    transition: 'G1',
    evidence: 'The visit of 12 March.',
    ...REASON,
  }),
  form('G8', 'provider.changeLevel', 'surveillance', 'alder', {
    transition: 'G8',
    ...REASON,
  }),
  form('G0', 'provider.changeLevel', 'surveillance', 'orchard', {
    transition: 'G0',
    ...REASON,
  }),
  form('rate', 'provider.rate', 'prr', 'alder', {
    rating: '3',
    information: '3',
    safeguarding: '3',
    complaints: '2',
    finance: '2',
    officers: '2',
  }),
  form(
    'D16',
    'provider.completeCycle',
    'feedback',
    'alder',
    { given: '2027-03-26 21:20', to: 'both', summary: 'All was said.' },
    { cycle: 'D16' },
  ),
  form(
    'own check',
    'provider.completeCycle',
    'feedback',
    'alder',
    { given: '2027-03-26 21:20', to: 'both', summary: 'All was said.' },
    { cycle: 'selfAssessment' },
  ),
  form(
    'call M6',
    'provider.convene',
    'convene',
    'alder',
    {
      meeting: 'M6',
      seats: ['quality-manager', 'provider-chief-executive'],
      why: 'To review where it stands.',
      urgent: 'no',
    },
    { seatsOf: 'M6' },
  ),
  form('tell M7', 'provider.tell', 'tell', 'alder', {
    telling: 'M7',
    words: 'Staffing fell below what was agreed.',
  }),
  form('note provider', 'provider.note', 'note', 'alder', { text: 'A new ward manager.' }),
  form('look again', 'provider.lookAgain', 'lookAgain', 'alder', { on: '2027-05-14' }),
  form('level stands', 'provider.confirmLevel', 'levelStands', 'alder', REASON, { review: '1' }),
  form(
    'told otherwise',
    'provider.recordTold',
    'recordTold',
    'alder',
    { post: 'icb-head-of-quality', name: 'Ada Okafor', how: 'phone', at: '2027-03-26 20:20' },
    { telling: '1' },
  ),
  form('begin D12', 'provider.beginDuty', 'beginDuty', 'lead', {
    duty: 'D12',
    from: '2027-03-01 10:00',
  }),
  form('stop D13', 'provider.stopDuty', 'stopDuty', 'lead', REASON, { cycle: 'D13' }),
  form(
    'how often',
    'provider.chooseInterval',
    'dutyInterval',
    'lead',
    { amount: '2', unit: 'months', ...REASON },
    { cycle: 'D13' },
  ),
  form('not held', 'provider.explainMissed', 'dutyMissed', 'lead', REASON, { cycle: 'D13' }),
  form(
    'stage',
    'provider.decideStage',
    'procedureStage',
    'alder',
    { stage: '2', ...REASON },
    { procedure: 'concerns' },
  ),
  form('leave D22', 'provider.leaveDuty', 'dutyStays', 'alder', REASON, { cycle: 'D22' }),
  // Past every form: whoever cannot see a record asks it all the same.
  direct('rate itself', 'provider.rate', 'alder', (by) => ({
    kind: 'provider',
    type: 'rate',
    by,
    instrument: 'prr',
    ratings: { rating: 3, information: 3, safeguarding: 3, complaints: 2, finance: 2, officers: 2 },
    note: null,
    ratedAt: null,
  })),
  ...(
    [
      ['note itself', 'case', 'incident'],
      ['note M1 itself', 'meeting', 'summit'],
      ['note provider itself', 'provider', 'alder'],
    ] as const
  ).map(([name, kind, record]) =>
    direct(name, `${kind}.note`, record, (by) => ({ kind, type: 'note', by, text: 'A word.' })),
  ),
  direct('G13 by M1', 'provider.changeLevel', 'orchard', (by, { summit }) => ({
    kind: 'provider',
    type: 'changeLevel',
    by,
    transition: 'G13',
    reason: 'A risk summit was called.',
    evidence: null,
    because: summit,
  })),
]
