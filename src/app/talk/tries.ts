import { type Instant, plusSeconds } from '../../core/time/instant.ts'
import type { App } from '../app.ts'
import type { Ask } from './ask.ts'

const MOST_PEOPLE = 10_000

/** How often each person tried something of late. */
export interface Tries {
  /** Whether this person may not try any more for now. */
  isOver(ask: Ask): boolean
  count(ask: Ask): void
}

/** Known to this process alone: who tried is written down nowhere. */
export function tries({ most, seconds }: { most: number; seconds: number }): Tries {
  const all = new WeakMap<App, Map<string, readonly Instant[]>>()

  function recent({ app, heard }: Ask): readonly Instant[] {
    const since = plusSeconds(app.realNow(), -seconds)
    return (all.get(app)?.get(nameOf(heard)) ?? []).filter((at) => at > since)
  }

  return {
    isOver: (ask) => recent(ask).length >= most,
    count(ask) {
      const { app, heard } = ask
      const people = all.get(app) ?? new Map<string, readonly Instant[]>()
      all.set(app, people)
      const before = recent(ask)
      const name = nameOf(heard)
      people.delete(name)
      people.set(name, [...before, app.realNow()])
      const [oldest] = people.keys()
      if (people.size > MOST_PEOPLE && oldest !== undefined) people.delete(oldest)
    },
  }
}

function nameOf({ actor, channel }: Ask['heard']): string {
  if (actor.type === 'unlisted') return `${channel}/${actor.account}`
  return actor.type === 'person' ? actor.person : actor.type
}
