import type { Case } from '../../src/core/case/case.ts'
import type { CaseIntent } from '../../src/core/case/intent.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { showLocal } from '../../src/core/time/local.ts'
import { expected, scenario } from '../core/time/england.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'

export { expected }

type Wanted = Parameters<typeof openApp>[0]

/** A scenario in the whole shell: time passes, people ask, rooms fill. */
export interface Story {
  readonly app: TestApp
  readonly id: RecordId
  /** The case as it is saved now. */
  kase(): Promise<Case>
  clock(rule: string): Promise<Case['clocks'][number]>
  /** Every nudge of a clock: `Fri 26 Mar 2027 20:20 GMT the clock has started: ivan`. */
  nudges(rule: string): Promise<string[]>
  /** Moves the clock through every wake on the way, then asks. Throws what is refused. */
  asks(at: Instant, intent: CaseIntent): Promise<void>
  /** The same where a refusal is expected: its code and its sentence. */
  refused(at: Instant, intent: CaseIntent): Promise<{ code: string; message: string }>
  /** What stands in a slot of one of the case's places on the web channel. */
  says(slot: string, place?: string): string
}

/** Opens the app at an instant and raises the scenario's case in it. */
export async function story(at: Instant, raise: CaseIntent, wanted: Wanted = {}): Promise<Story> {
  const app = await openApp({ ...wanted, startsAt: at })
  const answer = await app.ask(raise)
  if (!answer.ok) throw new Error(answer.refusal.message)
  const { id } = answer
  const kase = () => app.record('case', id)
  const clock = async (rule: string) => {
    const run = (await kase()).clocks.find((one) => one.rule === rule)
    if (!run) throw new Error(`${rule} does not run`)
    return run
  }
  return {
    app,
    id,
    kase,
    clock,
    nudges: async (rule) =>
      (await clock(rule)).nudges.map(
        ({ at: when, why, to }) => `${showLocal(when, 'Europe/London')} ${why}: ${to.join(' ')}`,
      ),
    async asks(when, intent) {
      await app.moveTo(when)
      const done = await app.ask(intent, id)
      if (!done.ok) throw new Error(done.refusal.message)
    },
    async refused(when, intent) {
      await app.moveTo(when)
      const done = await app.ask(intent, id)
      if (done.ok) throw new Error(`${intent.type} was not refused`)
      return done.refusal
    },
    says(slot, place = 'web/room/willow') {
      const words = app.web.says(place, slot)
      if (words === undefined) throw new Error(`Nothing stands in ${slot} of ${place}`)
      return words
    },
  }
}

/** When a scenario's incident occurred and was identified. */
export function timesOf(id: string): { occurredAt: Instant; identifiedAt: Instant } {
  const { occurred, identified } = scenario(id)
  if (!occurred || !identified) throw new Error(`${id} has no times`)
  return { occurredAt: occurred.utc, identifiedAt: identified.utc }
}

/** The slots that stand in a place, the oldest first. */
export function standingIn({ app }: Story, place: string): readonly string[] {
  return app.channels
    .flatMap(({ standing }) => standing)
    .filter((one) => one.place === place)
    .map(({ slot }) => slot)
}
