import type { Case } from '../../../src/core/case/case.ts'
import { openApp } from '../../fixtures/app.ts'
import { raisedIncident, speaker, triaged, wordsOf } from './speaking.ts'

/** An incident, and what somebody gets back for a reply in its thread. */
export async function thread(startsAt?: string) {
  const world = await openApp(startsAt === undefined ? {} : { startsAt })
  const { id, reference } = await raisedIncident(world)
  const say = async (who: string, text: string) =>
    wordsOf(world, await speaker(world, who).reply(id, text))
  const kase = () => world.record('case', id)
  const clock = async (rule: string) => {
    const found = (await kase()).clocks.find((one) => one.rule === rule)
    if (!found) throw new Error(`${rule} does not run`)
    return found
  }
  return { world, id, reference, say, kase, clock }
}

export function noted({ notices }: Case): string[] {
  return notices.flatMap(({ said }) => (said.say === 'noted' ? [said.text] : []))
}

export async function askedForLevel() {
  const opened = await thread()
  await triaged(opened.world, opened.id)
  return opened
}
