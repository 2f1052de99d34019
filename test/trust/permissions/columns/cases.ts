import { sharing } from '../with-host.ts'
import { type Column, direct, form, NOW, nextNonce, outcome, pressing, REASON } from './column.ts'

/** Of cases. */
export const CASE_COLUMNS: readonly Column[] = [
  {
    name: 'raise',
    row: 'case.raise',
    ask: (prepared, heard) =>
      outcome(prepared, () => {
        const ticket = { form: 'concern', nonce: nextNonce() }
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
  direct('share', 'case.raise.intelligence', null, (by) => ({
    ...sharing,
    by,
    shared: { ...sharing.shared, placing: 'downland-icb' },
  })),
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
  form('make shared', 'case.makeConfidential.intelligence', 'makeConfidential', 'shared', REASON),
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
]
