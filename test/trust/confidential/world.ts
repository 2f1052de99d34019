import { memoryStore } from '../../../adapters/stores/memory.ts'
import type { Store } from '../../../src/app/ports.ts'
import { AnyRecord } from '../../../src/core/record.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening, incident, person } from '../../fixtures/cases.ts'
import { listings } from '../../fixtures/directory.ts'

/** Stands in everything that is written about the case, and in nothing else. */
export const SECRET = 'Zimtstern'
/** Was called to the meeting, and is off the list that she was on. */
const TAKEN_OFF = 'ada'
export const CHANNELS = ['web', 'slack', 'teams'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** A confidential incident that has lived for two days, and an ordinary one beside it. */
export interface World {
  readonly app: TestApp
  readonly channel: ChannelName
  readonly id: RecordId
  /** One that led to a level and to a meeting, and was made confidential after that. */
  readonly later: RecordId
  readonly meeting: RecordId
  readonly lines: readonly string[]
}

/** Everybody is on one service; `leaks`: the list is taken off the record wherever it is read. */
export async function confidentialWorld(channel: ChannelName, leaks: boolean): Promise<World> {
  const lines: string[] = []
  const note = (about: object, words: string) =>
    void lines.push(`${words} ${JSON.stringify(about)}`)
  const leak = { on: false }
  const app = await openApp({
    channels: [channel, 'mail'],
    listings: listings.map((one) => ({
      ...one,
      rooms: one.rooms
        .filter((room) => room.channel === 'web')
        .map((room) => ({ ...room, channel })),
      people: one.people.map((who) => ({ ...who, accounts: { [channel]: who.id }, channel })),
    })),
    store: leaking(memoryStore(), leak),
    log: { info: note, warn: note, error: note },
    administrators: ['halima@example.org'],
  })
  const raised = await app.ask(incident({ confidential: true, via: channel, what: SECRET }))
  const other = await app.ask(incident({ via: channel, what: 'An ordinary one.' }))
  if (!raised.ok || !other.ok) throw new Error('Nothing was raised')
  const { id } = raised
  const change = async (intent: Parameters<TestApp['ask']>[0]) => done(app, intent, id)
  const by = person('quinn')
  const removed = { kind: 'case', person: 'safia', by } as const
  await change({ kind: 'case', type: 'note', by, text: `${SECRET} again.` })
  await change({ ...removed, type: 'giveAccess', reason: `${SECRET} needs her.` })
  await change({ ...removed, type: 'removeAccess', reason: `${SECRET} needs her no more.` })
  await change({ kind: 'case', type: 'askAccess', by: person('hugo'), reason: 'I heard of it.' })
  const told = await toldBefore(app, channel)
  await app.off(30 * 3600)
  const rooms = [roomOf(app, channel, id), `${channel}/room/willow`]
  for (const room of rooms) app.web.trouble(room, { with: { type: 'never', reason: 'Away.' } })
  await app.pass(20 * 3600)
  for (const room of rooms) app.web.mend(room)
  await app.pass(3600)
  leak.on = leaks
  return { app, channel, id, ...told, lines }
}

/** Everybody read of it, some were called, one of those was on its list and is no more. */
async function toldBefore(app: TestApp, channel: ChannelName) {
  const raised = await app.ask(incident({ via: channel, what: SECRET }))
  if (!raised.ok) throw new Error(raised.refusal.message)
  const { id: later } = raised
  const by = person('quinn')
  const marks = ['T3', 'T4'].map((id) => ({ id, evidence: SECRET, direction: 'rising' as const }))
  const scores = { consequence: 3, likelihood: 3, urgent: false, safeguardingRoute: false }
  const level = { prompt: 'level', answer: 'enhanced', revision: null, reason: SECRET }
  const listed = { kind: 'case', person: TAKEN_OFF, by, reason: SECRET } as const
  for (const intent of [
    { kind: 'case', type: 'triage', by, triggers: marks, ...scores },
    { kind: 'case', type: 'answer', by, ...level },
    { ...convening(), via: channel, why: SECRET },
    { kind: 'case', type: 'makeConfidential', by, reason: SECRET },
    { ...listed, type: 'giveAccess' },
    { ...listed, type: 'removeAccess' },
  ] as const)
    await done(app, intent, later)
  const record = await app.record('case', later)
  const [called] = record.meetings
  if (!called) throw new Error('No meeting was called')
  return { later, meeting: called.meeting }
}

async function done(
  app: TestApp,
  intent: Parameters<TestApp['ask']>[0],
  id: RecordId,
): Promise<void> {
  const answer = await app.ask(intent, id)
  if (!answer.ok) throw new Error(answer.refusal.message)
}

/** The private room of a case. */
export function roomOf({ web }: TestApp, channel: ChannelName, id: RecordId): string {
  const name = referenceOf(id).toLowerCase()
  return `${channel}/room/${web.rooms.find((one) => one.name === name)?.room ?? ''}`
}

/** What a mistake at the one door would do: everybody of the organisations reads it. */
function leaking(store: Store, leak: { readonly on: boolean }): Store {
  return {
    ...store,
    async load(id) {
      const saved = await store.load(id)
      if (!saved || !leak.on) return saved
      const { data } = AnyRecord.safeParse(saved.record)
      if (data?.kind !== 'case') return saved
      const { confidential, ...record } = data
      return { ...saved, record }
    },
  }
}
