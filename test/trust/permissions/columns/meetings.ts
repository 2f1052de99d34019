import { type Column, direct, form, pressing, REASON } from './column.ts'

const ANOTHER_TIME = { startsAt: '2027-03-29 09:00', reason: 'The chair is away.' }

/** Of meetings, their records, actions and seats. */
export const MEETING_COLUMNS: readonly Column[] = [
  pressing('seat', 'meeting.answer', ({ summit }) => ({
    do: 'answer',
    record: summit,
    prompt: 'seat-hamza-trevithick',
    answer: 'coming',
    revision: 1,
  })),
  direct('chair', 'meeting.answer', 'summit', (by) => ({
    kind: 'meeting',
    type: 'answer',
    by,
    prompt: 'chair',
    answer: 'confirm',
    revision: null,
    reason: null,
    person: null,
  })),
  form('record M1', 'meeting.record', 'riskSummitRecord', 'summit', {
    heldAt: '2027-03-26 21:15',
    present: ['teodora-whitlock'],
    judgement: 'The ward is safe.',
  }),
  form('record M3', 'meeting.record', 'teleconference', 'teleconference', {
    heldAt: '2027-03-26 21:15',
    present: ['teodora-whitlock'],
    attendees: 'The ward manager.',
  }),
  form(
    'correct M1',
    'meeting.correct',
    'riskSummitRecord',
    'draft',
    {
      heldAt: '2027-03-26 21:15',
      present: ['teodora-whitlock'],
      judgement: 'Two more staff are needed.',
    },
    { version: '0' },
  ),
  form('seal M1', 'meeting.seal', 'sealRecord', 'draft', {}),
  form('addendum M1', 'meeting.addendum', 'addendum', 'sealed', { text: 'The region has it.' }),
  form('ask action', 'meeting.askAction', 'action', 'acting', {
    what: 'Put a second nurse on each night shift.',
    of: 'alder-house',
    due: '2027-04-09',
    evidence: 'The rota of four weeks.',
  }),
  ...(
    [
      ['accept', 1],
      ['have', 2],
    ] as const
  ).map(([name, n]) =>
    pressing(
      `${name} action`,
      name === 'accept' ? 'meeting.answerAction' : 'meeting.takeAction',
      ({ acting }) => ({
        do: 'answer',
        record: acting,
        prompt: `action-${n}`,
        answer: name,
        revision: n,
      }),
    ),
  ),
  form(
    'done action',
    'meeting.completeAction',
    'actionDone',
    'acting',
    { evidence: 'It is guarded.' },
    { action: '2' },
  ),
  form('judge action', 'meeting.signOffAction', 'actionNotEnough', 'acting', REASON, {
    action: '3',
  }),
  form('drop action', 'meeting.withdrawAction', 'actionWithdraw', 'acting', REASON, {
    action: '1',
  }),
  form('bring in', 'meeting.bringIn', 'bringIn', 'acting', {
    person: 'callum-oyinlola',
    why: 'He knows the windows.',
  }),
  form('take out', 'meeting.takeOut', 'takeOut', 'acting', {
    person: 'yusra-pemberley',
    ...REASON,
  }),
  form('stand in', 'meeting.standIn', 'standIn', 'summit', {
    seat: 'gmc-adviser',
    person: 'oluchi-brandreth',
  }),
  direct('oneself', 'meeting.standIn', 'summit', (by) => ({
    kind: 'meeting',
    type: 'standIn',
    by,
    seat: 'icb-nominated-director',
    person: by.type === 'person' ? by.person : 'teodora-whitlock',
  })),
  form('note M1', 'meeting.note', 'note', 'summit', { text: 'The room is open.' }),
  form('note M3', 'meeting.note', 'note', 'teleconference', { text: 'The call is held.' }),
  ...(
    [
      ['hold', 'reviewed'],
      ['release', 'heldReview'],
      ['remove', 'pastReview'],
    ] as const
  ).map(([type, record]) =>
    direct(`${type} meeting`, `meeting.${type}`, record, (by) => {
      return { kind: 'meeting', type, by, because: 'It was asked for.' }
    }),
  ),
  form('time M1', 'meeting.changeTime', 'changeTime', 'summit', ANOTHER_TIME),
  form('time M3', 'meeting.changeTime', 'changeTime', 'teleconference', ANOTHER_TIME),
  form('call off', 'meeting.callOff', 'callOff', 'acting', REASON),
  direct('call itself', 'meeting.call', null, (by, { incident }) => ({
    kind: 'meeting',
    type: 'call',
    by,
    rule: 'M1',
    case: incident,
    provider: { slug: 'alder-house', leadProvider: 'saltmarsh', name: 'Alder House' },
    seats: null,
    startsAt: null,
    why: 'A grave risk.',
    urgent: true,
    places: [{ channel: 'web', to: { type: 'room', room: 'alder-house-quality' } }],
  })),
]
