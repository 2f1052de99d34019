import { castOf } from '../../core/drill/cast.ts'
import { type Drill, INSIDE, type Inner } from '../../core/drill/drill.ts'
import { indexInner } from '../../core/drill/inner.ts'
import { clockOf } from '../../core/drill/world.ts'
import type { Slot } from '../../core/effect.ts'
import type { Actor } from '../../core/people/actor.ts'
import type { RecordId } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Channel } from '../channel-port.ts'
import { type Answer, handle } from '../handle.ts'
import { NO_HISTORY } from '../history.ts'
import type { ListQuery, Saved, Store } from '../ports.ts'
import { SCHEMA } from '../schema.ts'

const NOTHING_GOES_OUT = {
  type: 'never',
  reason: 'Inside a rehearsal nothing is sent.',
} as const

/** The one service inside: everything there becomes a message of the rehearsal itself. */
const nowhere: Channel = {
  name: INSIDE,
  rates: [],
  post: async () => NOTHING_GOES_OUT,
  makeRoom: async () => NOTHING_GOES_OUT,
  invite: async () => NOTHING_GOES_OUT,
  remove: async () => NOTHING_GOES_OUT,
  makeCall: async () => NOTHING_GOES_OUT,
  find: async () => undefined,
  stop: async () => {},
}

/**
 * The app as it looks from inside a rehearsal: its cast, its clock, its records. What is asked there
 * goes to the rehearsal’s own record, with who really asked; nothing else can be reached from there.
 */
export function appInside(app: App, drill: Drill, by: Actor, as: string): App {
  const directory = castOf(drill.script)
  return {
    ...app,
    store: storeInside(app.store, drill),
    channels: new Map([[INSIDE, nowhere]]),
    lastResort: new Set(),
    administrators: [],
    needsApproval: false,
    timeline: INSIDE,
    now: () => clockOf(drill, app.realNow()),
    directory: () => directory,
    changed: () => {},
    async inside({ key, to, intent, confirmed = [] }) {
      if (intent.kind === 'organisation' || intent.kind === 'drill')
        throw new Error(`Nobody inside a rehearsal may ask for “${intent.type}”`)
      const act = { kind: 'drill', type: 'act', by, as, to: to ?? null, asked: intent } as const
      return answerInside(await handle(app, { key, to: drill.id, intent: act, confirmed }), to)
    },
  }
}

/** The record inside that was asked, or has just been opened. */
function answerInside(answer: Answer, to: RecordId | undefined): Answer {
  if (!answer.ok || answer.record.kind !== 'drill') return answer
  const { records } = answer.record
  const record = to === undefined ? records.at(-1) : records.find(({ id }) => id === to)
  return record ? { ...answer, id: record.id, record } : answer
}

/** Only what conversations read; everything else is missing, so that nothing can be changed past the record. */
function storeInside(store: Store, drill: Drill): Store {
  const shownAs = async (record: RecordId, place: string, slot: Slot) => {
    const n = drill.lines.findIndex((one) => one.record === record && one.slot === slot)
    return n < 0 ? undefined : store.shown(drill.id, place, `line:${n}`)
  }
  const own: Partial<Store> = {
    load: async (id) => {
      const found = drill.records.find((one) => one.id === id)
      return found && savedAs(found)
    },
    list: async (query) =>
      drill.records
        .map((record) => ({ id: record.id, index: indexInner(record) }))
        .filter(({ index }) => fits(index.facets, query)),
    shown: shownAs,
    async shownAt(place, ref) {
      const shown = await store.shownAt(place, ref)
      const line = shown?.record === drill.id ? drill.lines[lineNumber(shown.slot)] : undefined
      return line && { place, ref, record: line.record, slot: line.slot }
    },
  }
  return new Proxy(store, { get: (_, name) => Reflect.get(own, name) })
}

/** Of `line:N`; NaN of any other slot. */
export function lineNumber(slot: Slot): number {
  const [kind, n] = slot.split(':')
  return kind === 'line' ? Number(n) : Number.NaN
}

function fits(facets: Readonly<Record<string, readonly string[]>>, query: ListQuery): boolean {
  return Object.entries(query.facets).every(([name, value]) => facets[name]?.includes(value))
}

function savedAs(record: Inner): Saved {
  return { schema: SCHEMA, version: 1, opener: '', record, keys: [], head: NO_HISTORY }
}
