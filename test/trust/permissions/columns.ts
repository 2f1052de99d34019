import type { Heard, Reply } from '../../../src/app/conversation.ts'
import { handle } from '../../../src/app/handle.ts'
import type { Intent } from '../../../src/core/intent.ts'
import type { Answers, Ticket } from '../../../src/core/message/form.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import type { Prepared } from './prepared.ts'

/** One thing that can be asked, in the words of the grid; `row` is the row of the table that decides it. */
export interface Column {
  readonly name: string
  readonly row: string
  ask(prepared: Prepared, heard: Heard): Promise<Outcome>
}

/** Whether anything was changed, and what was said to whoever asked. */
interface Outcome {
  readonly changed: boolean
  readonly words: string
}

let nonces = 0

function form(
  name: string,
  row: string,
  id: string,
  record: keyof Prepared,
  answers: Answers,
  filled: Readonly<Record<string, string>> = {},
): Column {
  return {
    name,
    row,
    ask: (prepared, heard) =>
      outcome(prepared, async () => {
        nonces += 1
        // Every name but `world` is a record’s.
        const to = prepared[record] as RecordId
        const ticket: Ticket = { form: id, nonce: `n-${nonces}`, record: to, with: { ...filled } }
        const { conversation } = prepared.world
        const reply = await conversation.submit(heard, ticket, answers)
        const isPreview = reply.type === 'form' && reply.form.ticket.with?.confirm !== undefined
        return isPreview ? conversation.submit(heard, reply.form.ticket, answers) : reply
      }),
  }
}

function pressing(
  name: string,
  row: string,
  press: (prepared: Prepared) => Parameters<Prepared['world']['conversation']['press']>[1],
): Column {
  return {
    name,
    row,
    ask: (prepared, heard) =>
      outcome(prepared, () => prepared.world.conversation.press(heard, press(prepared))),
  }
}

/** Asked of the record itself, past everything that a person could do. */
function direct(
  name: string,
  row: string,
  record: keyof Prepared | null,
  intent: (by: Actor, prepared: Prepared) => Intent,
): Column {
  return {
    name,
    row,
    async ask(prepared, { actor, key }) {
      const before = prepared.world.changes()
      const to = record === null ? {} : { to: prepared[record] as RecordId }
      const asked = intent(actor, prepared)
      const answer = await handle(prepared.world.app, { key, ...to, intent: asked })
      const changed = prepared.world.changes() > before
      return { changed, words: answer.ok ? '' : answer.refusal.message }
    },
  }
}

async function outcome(prepared: Prepared, doing: () => Promise<Reply>): Promise<Outcome> {
  const { world } = prepared
  const before = world.changes()
  const reply = await doing()
  const changed = world.changes() > before
  if (reply.type === 'nothing') return { changed, words: '' }
  if (reply.type === 'say')
    return { changed, words: plainMessage(reply.message, world.app.directory()) }
  const { problem, fields } = reply.form
  const errors = fields.flatMap(({ id, error }) => (error ? [`${id}: ${error}`] : []))
  return { changed, words: [problem ?? '', ...errors].join(' ') }
}

const NOW = '2027-03-26 21:00'
const ANOTHER_TIME = { startsAt: '2027-03-29 09:00', reason: 'The chair is away.' }
const REASON = { reason: 'It was looked into.' }

export const columns: readonly Column[] = [
  {
    name: 'raise',
    row: 'case.raise',
    ask: (prepared, heard) =>
      outcome(prepared, () => {
        nonces += 1
        const ticket = { form: 'concern', nonce: `n-${nonces}` }
        return prepared.world.conversation.submit(heard, ticket, {
          what: 'The night shift was alone.',
          provider: 'alder-house',
          danger: 'no',
          safeguarding: 'no',
          how: 'named',
          confidential: 'no',
        })
      }),
  },
  form('triage', 'case.triage', 'triage', 'concern', {
    triggers: ['T4'],
    triggers__T4__evidence: 'Five referrals this month.',
    triggers__T4__direction: 'rising',
    consequence: '3',
    likelihood: '3',
    urgent: 'no',
    safeguardingRoute: 'no',
  }),
  form('level', 'case.answer', 'otherwise', 'triaged', { level: 'enhanced', ...REASON }),
  form('urgent', 'case.answer', 'notUrgent', 'incident', REASON),
  form('late', 'case.answer', 'lateReason', 'late', REASON, { clock: 'D3' }),
  pressing('have D1', 'case.have', ({ incident }) => ({
    do: 'have',
    record: incident,
    clock: 'D1',
  })),
  pressing('have D3', 'case.have', ({ incident }) => ({
    do: 'have',
    record: incident,
    clock: 'D3',
  })),
  form(
    'snooze D1',
    'case.snooze',
    'snooze',
    'incident',
    { hours: '1', ...REASON },
    { clock: 'D1' },
  ),
  form('done D1', 'case.evidence', 'notified', 'incident', { at: NOW }, { clock: 'D1' }),
  form('done D2', 'case.evidence', 'sitrep', 'incident', { sent: NOW }, { clock: 'D2' }),
  form('incident', 'case.becomeIncident', 'becomeIncident', 'concern', {
    occurred: '2027-03-26 20:15',
    identified: '2027-03-26 20:30',
    safeguarding: 'no',
    ...REASON,
  }),
  form(
    'call M3',
    'case.convene',
    'convene',
    'incident',
    {
      meeting: 'M3',
      seats: ['quality-manager', 'lead-provider-quality-lead'],
      why: 'To agree what is done first.',
      urgent: 'no',
    },
    { seatsOf: 'M3' },
  ),
  form(
    'call M1',
    'case.convene',
    'convene',
    'incident',
    {
      meeting: 'M1',
      seats: ['regional-director', 'provider-chief-executive'],
      why: 'A grave risk.',
      urgent: 'yes',
    },
    { seatsOf: 'M1' },
  ),
  form('note', 'case.note', 'note', 'incident', { text: 'Staffing was put right.' }),
  form('note closed', 'case.note', 'note', 'closed', { text: 'Staffing was put right.' }),
  form('note unlisted', 'case.note', 'note', 'unlisted', { text: 'Nobody answers there.' }),
  form('note Kestrel', 'case.note', 'note', 'farAway', { text: 'The region knows.' }),
  form('triage Kestrel', 'case.triage', 'triage', 'farAway', {
    triggers: [],
    consequence: '2',
    likelihood: '2',
    urgent: 'no',
    safeguardingRoute: 'no',
  }),
  form('triage shared', 'case.triage.intelligence', 'triage', 'shared', {
    triggers: [],
    consequence: '2',
    likelihood: '2',
    urgent: 'no',
    safeguardingRoute: 'no',
  }),
  form('close shared', 'case.close.intelligence', 'closeConcern', 'sharedTriaged', {
    outcome: 'Put right.',
    ...REASON,
  }),
  form('note shared', 'case.note', 'note', 'shared', { text: 'The region knows.' }),
  form('level Kestrel', 'provider.changeLevel', 'surveillance', 'kestrel', {
    transition: 'G2',
    ...REASON,
  }),
  form('tell A20', 'provider.tell', 'tell', 'kestrel', {
    telling: 'A20',
    words: 'Look to your people.',
  }),
  form('make it', 'case.makeConfidential', 'makeConfidential', 'incident', REASON),
  ...(
    [
      ['give', 'giveAccess', 'gethin-okonjo'],
      ['take', 'removeAccess', 'kwabena-lisle'],
      ['refuse', 'refuseAccess', 'tomasz-ellery'],
    ] as const
  ).map(([name, type, who]) =>
    direct(name, `case.${type}`, 'secret', (by) => ({
      kind: 'case',
      type,
      by,
      person: who,
      ...REASON,
    })),
  ),
  form('panel', 'case.panel', 'panel', 'incident', {
    decision: 'downgrade',
    heldAt: NOW,
    chair: 'Ishani Vantongeren',
    qmPresent: 'yes',
    ...REASON,
  }),
  form('close', 'case.close', 'closeConcern', 'triaged', { outcome: 'Put right.', ...REASON }),
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
    judgement: 'The ward is safe.',
  }),
  form('record M3', 'meeting.record', 'teleconference', 'teleconference', {
    heldAt: '2027-03-26 21:15',
    attendees: 'The quality lead and the Quality Manager.',
  }),
  form(
    'correct M1',
    'meeting.correct',
    'riskSummitRecord',
    'draft',
    { heldAt: '2027-03-26 21:15', judgement: 'Two more staff are needed.' },
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
    seat: 'nmc-adviser',
    person: by.type === 'person' ? by.person : 'teodora-whitlock',
  })),
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
  form('note M1', 'meeting.note', 'note', 'summit', { text: 'The room is open.' }),
  form('note M3', 'meeting.note', 'note', 'teleconference', { text: 'The call is held.' }),
  form('G1', 'provider.changeLevel', 'surveillance', 'orchard', {
    transition: 'G1',
    ...REASON,
  }),
  form('G8', 'provider.changeLevel', 'surveillance', 'alder', {
    transition: 'G8',
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
    { given: '2027-03-26 21:20', to: 'the committee', summary: 'All was said.' },
    { cycle: 'D16' },
  ),
  form(
    'own check',
    'provider.completeCycle',
    'feedback',
    'alder',
    { given: '2027-03-26 21:20', to: 'the commissioner', summary: 'All was said.' },
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
  form(
    'put risk',
    'provider.file',
    'riskOpened',
    'alder',
    {
      risk: 'Too few staff at night.',
      domain: 'safety',
      consequence: '4',
      likelihood: '3',
      mitigation: 'Agency staff.',
      action: 'To recruit.',
      reviewOn: '2027-04-16',
    },
    { matterRule: 'risk', matterStep: 'risk.opened' },
  ),
  form(
    'plan action',
    'provider.file',
    'planAction',
    'alder',
    {
      risk: 'Too few staff at night.',
      action: 'To recruit six nurses.',
      owner: 'gethin-okonjo',
      dueOn: '2027-06-30',
      metric: 'Every night is covered.',
    },
    { matterRule: 'plan', matterStep: 'plan.action' },
  ),
  form('note provider', 'provider.note', 'note', 'alder', { text: 'A new ward manager.' }),
  form(
    'away',
    'organisation.setLeave',
    'away',
    'alderHouse',
    {
      person: 'amina-farrow',
      from: '2027-04-01 00:00',
      until: '2027-04-08 00:00',
      cover: 'nobody',
    },
    { person: 'amina-farrow' },
  ),
  form('appoint', 'organisation.appoint', 'appoint', 'alderHouse', {
    role: 'incident-lead',
    holder: 'priya-lundgren',
    deputy: 'gethin-okonjo',
    onCall: 'nobody',
  }),
  form('add', 'organisation.addPerson', 'addPerson', 'alderHouse', {
    name: 'Ottilie Brandt',
    email: 'ottilie.brandt@alder-house.example.org',
  }),
  form('remove', 'organisation.removePerson', 'removePerson', 'alderHouse', {
    person: 'gethin-okonjo',
    reason: 'Left for another trust.',
  }),
  form('not needed', 'case.lapse', 'lapse', 'followed', REASON, { clock: 'E4' }),
  form('cadence', 'case.setCadence', 'cadence', 'followed', { every: '7 days' }, { clock: 'D5' }),
  direct('news off', 'case.switchNews', 'concern', (by) => ({
    kind: 'case',
    type: 'switchNews',
    by,
    on: false,
  })),
  direct('StEIS', 'case.recordUpdated', 'held', (by, { world }) => ({
    kind: 'case',
    type: 'recordUpdated',
    by,
    doneAt: world.app.now(),
  })),
  direct('digest', 'organisation.orderDigest', 'alderHouse', (by) => ({
    kind: 'organisation',
    type: 'orderDigest',
    by,
    every: 'daily',
  })),
  direct('room digest', 'organisation.orderRoomDigest', 'alderHouse', (by) => ({
    kind: 'organisation',
    type: 'orderRoomDigest',
    by,
    use: 'cases',
    every: 'daily',
  })),
  direct('approve', 'organisation.approveRules', 'alderHouse', (by, { world }) => ({
    kind: 'organisation',
    type: 'approveRules',
    by,
    pack: world.app.packs.current.hash,
    approvedBy: 'The quality committee',
    approvedOn: world.app.now(),
    reviewOn: null,
  })),
  // Asked at the command line, where there are no forms.
  ...(
    [
      ['hold', 'closed'],
      ['release', 'held'],
      ['remove', 'past'],
    ] as const
  ).map(([type, record]) =>
    direct(`${type} case`, `case.${type}`, record, (by) => {
      return { kind: 'case', type, by, because: 'It was asked for.' }
    }),
  ),
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
  form('look again', 'provider.lookAgain', 'lookAgain', 'alder', { on: '2027-05-14' }),
  form('level stands', 'provider.confirmLevel', 'levelStands', 'alder', REASON, { review: '1' }),
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
  direct('begin', 'drill.start', null, (by, { script }) => {
    return { kind: 'drill', type: 'start', by, script, channel: 'web', people: [] }
  }),
  pressing('act', 'drill.act', ({ inside }) => ({ do: 'have', record: inside, clock: 'D1' })),
  ...(
    [
      ['move', 'hour'],
      ['end', 'end'],
    ] as const
  ).map(([name, word]) =>
    pressing(name, `drill.${name}`, ({ rehearsal }) => ({
      do: 'command',
      words: `rehearse ${word} ${referenceOf(rehearsal)}`,
    })),
  ),
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
