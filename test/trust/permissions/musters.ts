import { handle } from '../../../src/app/handle.ts'
import type { Request } from '../../../src/app/ports.ts'
import type { Intent } from '../../../src/core/intent.ts'
import { person } from '../made-up-world.ts'
import type { Prepared } from './prepared.ts'

/** What Muster asks of its own records: who did it there has nothing to do with who may here. */
interface Own {
  readonly row: string
  readonly request: Omit<Request, 'key'>
}

const REFUSAL = { code: 'stale', message: 'That is over.' } as const
const PLACE = 'web/room/alder-house-quality'
const MUSTER = { type: 'clock' } as const
const gethin = person('gethin-okonjo')

export function musters(prepared: Prepared): readonly Own[] {
  const { incident, secret, anonymous, summit, alder, alderHouse, rehearsal, world } = prepared
  const own = { organisation: alderHouse, drill: rehearsal }
  const records = { case: incident, meeting: summit, provider: alder, ...own }
  const everywhere = (['case', 'meeting', 'provider', 'organisation', 'drill'] as const).flatMap(
    (kind) => {
      const message = { kind, slot: 'root', place: PLACE }
      const intents: readonly Intent[] = [
        { kind, type: 'wake' },
        { type: 'repair', ...message },
        { type: 'noteLate', ...message, reason: 'no answer' },
        { type: 'noteUndelivered', ...message, reason: 'no such room' },
        { type: 'noteDropped', ...message, reason: 'an administrator gave it up' },
        { kind, type: 'noteEdited', by: gethin, channel: 'web', message: 'm-1', what: 'deleted' },
        { kind, type: 'noteRefusal', asked: 'changeLevel', refusal: REFUSAL },
      ]
      return intents.map((intent) => ({ to: records[kind], intent }))
    },
  )
  const [saltmarsh] = world.app.directory().organisations.filter(({ slug }) => slug === 'saltmarsh')
  if (!saltmarsh) throw new Error('Saltmarsh is not there')
  const place = { channel: 'web', to: { type: 'room', room: 'alder-house-quality' } } as const
  const outage = { from: '2027-03-26T10:00:00Z', until: '2027-03-26T11:00:00Z' }
  const late = {
    record: incident,
    about: 'a reminder',
    at: outage.until,
    refused: false,
    mailed: 0,
  }
  const by = gethin
  const passed = { decision: 1, gate: 'risk', state: 'passed' } as const
  const gate = { ...passed, meeting: summit, at: outage.until }
  const decided = { because: 'It is past its time.', rule: 'E7', keptUntil: '2027-03-25' }
  const told = { words: 'Staffing fell.', level: null, lines: [], told: [] }
  const teodora = {
    type: 'person',
    person: 'teodora-whitlock',
    name: 'Teodora Whitlock',
    role: null,
    organisation: 'saltmarsh',
  } as const
  const telling = { n: 1, at: outage.until, rule: 'M7', by: teodora, ...told }
  const removal = { at: outage.until, by: { type: 'clock' }, ...decided } as const
  const single: readonly Omit<Request, 'key'>[] = [
    {
      to: incident,
      from: summit,
      intent: { kind: 'case', type: 'noteMeeting', meeting: summit, rule: 'M1', label: 'Summit' },
    },
    {
      to: incident,
      from: summit,
      intent: {
        kind: 'case',
        type: 'noteMeetingClosed',
        meeting: summit,
        by,
        heldAt: outage.until,
        meets: null,
      },
    },
    {
      to: alder,
      from: summit,
      intent: {
        kind: 'provider',
        type: 'noteOwnMeeting',
        meeting: summit,
        rule: 'M1',
        label: 'Summit',
      },
    },
    {
      to: alder,
      intent: { kind: 'provider', type: 'noteTold', slot: 'notice:tell.1', place: PLACE },
    },
    {
      to: alder,
      from: summit,
      intent: { kind: 'provider', type: 'noteOwnMeetingClosed', meeting: summit, by },
    },
    {
      to: incident,
      from: summit,
      intent: { kind: 'case', type: 'noteRecordSealed', meeting: summit, sealedBy: MUSTER },
    },
    { to: incident, from: alder, intent: { kind: 'case', type: 'noteTelling', telling } },
    {
      to: incident,
      intent: { kind: 'case', type: 'noteTold', slot: 'notice:tell.1', place: PLACE },
    },
    {
      to: summit,
      intent: {
        kind: 'meeting',
        type: 'noteOpened',
        person: 'hamza-trevithick',
        channel: 'web',
        slot: 'prompt:seat-hamza-trevithick',
      },
    },
    {
      to: alder,
      from: summit,
      intent: {
        kind: 'provider',
        type: 'noteRecordChanged',
        meeting: summit,
        label: 'Summit',
        how: 'corrected',
        correctedBy: MUSTER,
      },
    },
    {
      to: summit,
      from: incident,
      intent: { kind: 'meeting', type: 'noteRemoval', case: incident, removal },
    },
    {
      to: alder,
      from: incident,
      intent: { kind: 'provider', type: 'noteRemoval', records: [incident], removal },
    },
    { to: summit, intent: { kind: 'meeting', type: 'noteRoom', channel: 'web', room: 'summit' } },
    { to: rehearsal, intent: { kind: 'drill', type: 'noteRoom', channel: 'web', room: 'r' } },
    { to: secret, intent: { kind: 'case', type: 'noteRoom', channel: 'slack', room: 'C1' } },
    { to: summit, intent: { kind: 'meeting', type: 'noteConfidential', list: ['gethin-okonjo'] } },
    {
      to: summit,
      from: incident,
      intent: { kind: 'meeting', type: 'noteAccess', person: 'gethin-okonjo', listed: true },
    },
    {
      to: alder,
      from: incident,
      intent: { kind: 'provider', type: 'noteConfidential', record: incident },
    },
    { to: alderHouse, intent: { kind: 'organisation', type: 'noteConfidential', record: secret } },
    // Whoever asks for access learns nothing; whoever has the code of a case is no person here.
    { to: secret, intent: { kind: 'case', type: 'askAccess', by, reason: 'To help.' } },
    {
      to: anonymous,
      intent: { kind: 'case', type: 'note', by: { type: 'anonymous' }, text: 'It goes on.' },
    },
    {
      to: alder,
      from: summit,
      intent: { kind: 'provider', type: 'noteMeeting', meeting: summit },
    },
    {
      to: alder,
      from: incident,
      intent: {
        kind: 'provider',
        type: 'noteSigns',
        case: incident,
        triggers: [{ id: 'T4', direction: 'rising' }],
      },
    },
    {
      to: alder,
      from: summit,
      intent: { kind: 'provider', type: 'noteAction', meeting: summit, n: 1, action: null },
    },
    {
      to: summit,
      from: alder,
      intent: {
        kind: 'meeting',
        type: 'noteBrief',
        brief: {
          at: outage.until,
          level: 'ROUTINE',
          since: outage.from,
          reason: null,
          ratings: [],
          actions: [],
          signs: [],
        },
      },
    },
    { to: incident, from: summit, intent: { kind: 'case', type: 'noteGate', gate } },
    {
      to: incident,
      from: summit,
      intent: { kind: 'case', type: 'noteAction', meeting: summit, n: 1, action: null },
    },
    { to: summit, from: incident, intent: { kind: 'meeting', type: 'noteCarried', actions: [] } },
    {
      to: incident,
      from: summit,
      intent: {
        kind: 'case',
        type: 'noteLevelLeft',
        meeting: summit,
        from: 'ENHANCED',
        to: 'ROUTINE',
        transition: 'G8',
        decidedBy: { type: 'clock' },
        decidedAt: '2027-03-26T20:20:00Z',
      },
    },
    {
      to: incident,
      from: alder,
      intent: {
        kind: 'case',
        type: 'noteProviderLevel',
        level: 'ROUTINE',
        since: '2027-03-26T20:20:00Z',
      },
    },
    {
      to: summit,
      intent: {
        kind: 'meeting',
        type: 'noteLevel',
        from: 'ENHANCED',
        to: 'ROUTINE',
        transition: 'G8',
        decidedBy: { type: 'clock' },
        decidedAt: '2027-03-26T20:20:00Z',
      },
    },
    { to: alder, from: summit, intent: { kind: 'provider', type: 'noteGate', gate } },
    { to: summit, from: incident, intent: { kind: 'meeting', type: 'noteGate', gate } },
    { to: summit, intent: { kind: 'meeting', type: 'noteCall', channel: 'web', url: 'https://x' } },
    {
      to: summit,
      intent: {
        kind: 'meeting',
        type: 'noteNotLetIn',
        channel: 'slack',
        left: [{ person: 'gethin-okonjo', reason: 'a guest account' }],
      },
    },
    {
      to: summit,
      intent: {
        kind: 'meeting',
        type: 'noteShared',
        channel: 'slack',
        person: 'gethin-okonjo',
        refused: null,
      },
    },
    {
      to: alder,
      from: alderHouse,
      intent: {
        kind: 'provider',
        type: 'register',
        slug: 'alder-house',
        leadProvider: 'saltmarsh',
        name: 'Alder House',
      },
    },
    {
      to: alder,
      from: summit,
      intent: {
        kind: 'provider',
        type: 'changeLevel',
        by,
        transition: 'G13',
        reason: 'A risk summit was called.',
        evidence: null,
        because: summit,
      },
    },
    {
      to: saltmarsh.id,
      intent: { kind: 'organisation', type: 'import', listing: saltmarsh.imported },
    },
    {
      to: alderHouse,
      intent: {
        kind: 'organisation',
        type: 'noteInstallation',
        changes: { pack: null, settings: [] },
      },
    },
    { to: alderHouse, intent: { kind: 'organisation', type: 'noteUnapproved' } },
    {
      to: alderHouse,
      intent: {
        kind: 'organisation',
        type: 'printHead',
        printed: { place, upTo: outage.until, head: 'ABCD' },
      },
    },
    {
      to: alderHouse,
      intent: { kind: 'organisation', type: 'noteOutage', outage, place, late: [] },
    },
    {
      to: alderHouse,
      intent: { kind: 'organisation', type: 'noteAlarm', service: 'web', places: [place], late },
    },
  ]
  return [...everywhere, ...single].map((request) => ({
    row: `${request.intent.kind}.${request.intent.type}`,
    request,
  }))
}

/** What went wrong: nothing where Muster is let in. */
export async function tryMusters(prepared: Prepared, rows?: readonly string[]): Promise<string[]> {
  const wrongs: string[] = []
  for (const { row, request } of musters(prepared)) {
    if (rows && !rows.includes(row)) continue
    const answer = await handle(prepared.world.app, { key: null, ...request })
    if (!answer.ok && answer.refusal.code === 'notYours')
      wrongs.push(`Muster itself is kept from ${row}`)
  }
  return wrongs
}
