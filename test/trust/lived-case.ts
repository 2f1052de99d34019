import type { Intent } from '../../src/core/intent.ts'
import { peopleIn } from '../../src/core/message/people.ts'
import { organisationId, type RecordId } from '../../src/core/record-id.ts'
import { type Instant, plusSeconds } from '../../src/core/time/instant.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'
import type { Random } from '../proof/random.ts'

/** What was done, as whoever did it would tell it: nothing here is read from the record. */
interface Deed {
  readonly at: Instant
  readonly name: string
  readonly text: string
  /** When it had happened, if that was before. */
  readonly happened?: Instant
  readonly rule?: string
}

/** A message as its service has it. */
interface Arrived {
  readonly place: string
  readonly slot: string
  readonly record: string
  readonly ref: string
  readonly at: Instant
  readonly people: readonly string[]
}

/** Who is incident lead of Willow House from a moment on, and who is there in their stead. */
export interface Held {
  readonly from: Instant
  readonly holder: string
}

export interface Lived {
  readonly world: TestApp
  readonly id: RecordId
  readonly deeds: readonly Deed[]
  readonly arrived: readonly Arrived[]
  readonly held: readonly Held[]
  /** Messages that a service refused for good. */
  readonly refused: number
}

const NAMES: Readonly<Record<string, string>> = {
  nia: 'Nia Roberts',
  ivan: 'Ivan Petrov',
  ines: 'Ines Carvalho',
  otto: 'Otto Baptiste',
  quinn: 'Quinn Adeyemi',
  dora: 'Dora Novak',
}
const WRITERS = ['nia', 'ivan', 'ines', 'quinn', 'dora'] as const
const LEADS = ['ivan', 'ines', 'otto'] as const
const willow = organisationId('willow')
const GONE = { type: 'never', reason: 'The room is gone' } as const
const BUSY = { type: 'later', reason: 'It is busy' } as const

/** A serious incident through some hours in which anything is done in any order. */
export async function livedCase(random: Random, steps: number): Promise<Lived> {
  const world = await openApp()
  const deeds: Deed[] = []
  const held: Held[] = [{ from: '2000-01-01T00:00:00Z', holder: 'ivan' }]
  const arrived: Arrived[] = []
  let refused = 0
  const look = () => {
    for (const channel of world.channels) {
      for (const { place, slot, record, ref, message } of channel.standing) {
        if (arrived.some((one) => one.place === place && one.ref === ref)) continue
        const at = world.app.realNow()
        arrived.push({ place, slot, record, ref, at, people: peopleIn(message) })
      }
    }
  }
  const opened = await world.ask(incident({ what: 'It was seen at once' }))
  if (!opened.ok) throw new Error(opened.refusal.message)
  const { id } = opened
  deeds.push({ at: world.app.now(), name: 'Nia Roberts', text: 'It was seen at once' })
  look()
  let isMet = false
  for (let n = 1; n <= steps; n += 1) {
    const trouble = random.below(6)
    if (trouble === 0) world.web.trouble('web/room/willow', { with: BUSY, times: 1 })
    if (trouble === 1) {
      world.web.trouble('web/room/willow', { with: GONE, times: 1 })
      refused += 1
    }
    await world.pass(60 + random.below(5000))
    look()
    const at = world.app.now()
    const done = deedOf(n, at, isMet, random)
    if ('holder' in done) held.push({ from: at, holder: done.holder })
    else deeds.push(done.deed)
    isMet ||= 'deed' in done && done.deed.rule !== undefined
    const answer = await world.ask(done.intent, 'holder' in done ? willow : id)
    if (!answer.ok) throw new Error(`${done.intent.type}: ${answer.refusal.message}`)
    look()
  }
  await world.pass(3600)
  look()
  return { world, id, deeds, arrived, held, refused }
}

type Done =
  | { readonly intent: Intent; readonly deed: Deed }
  | { readonly intent: Intent; readonly holder: string }

function deedOf(n: number, at: Instant, isMet: boolean, random: Random): Done {
  const kind = random.below(isMet ? 3 : 4)
  const text = `What was written as number ${n}`
  if (kind === 3) {
    const happened = plusSeconds(at, -random.below(50))
    const given = { doneAt: happened, reference: `R/${n}`, form: null, answers: {} }
    const intent = {
      kind: 'case',
      type: 'evidence',
      by: person('quinn'),
      clock: 'D1',
      ...given,
    } as const
    const deed = { at, name: 'Quinn Adeyemi', text: `R/${n}`, happened, rule: 'D1 StEIS alert' }
    return { intent, deed }
  }
  if (kind === 2) {
    const holder = random.pick(LEADS) ?? 'ivan'
    const role = { role: 'incident-lead', holder, deputy: 'ines', onCall: 'otto' }
    return {
      intent: { kind: 'organisation', type: 'appoint', by: person('wanda'), ...role },
      holder,
    }
  }
  const who = random.pick(WRITERS) ?? 'nia'
  const name = NAMES[who] ?? who
  return { intent: { kind: 'case', type: 'note', by: person(who), text }, deed: { at, name, text } }
}

/** The name of whoever held the role at a moment. */
export function holderAt(held: readonly Held[], at: Instant): string {
  const last = held.findLast(({ from }) => from <= at)?.holder ?? ''
  return NAMES[last] ?? last
}
