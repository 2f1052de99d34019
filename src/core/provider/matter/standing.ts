import type { Composing } from '../../kind.ts'
import type { StageOutput } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import { emptyIn, tallyOf } from '../../telling/state.ts'
import type { Line } from '../../telling/telling.ts'
import { type Day, plusDays } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import { localDay } from '../../time/local.ts'
import { heldSince } from '../held.ts'
import { levelStart } from '../history.ts'
import type { Provider } from '../provider.ts'
import { doneAt } from './days.ts'
import { type Evidence, ofMatters, ofMeetings, ofTelling } from './evidence.ts'
import { readable } from './on-file.ts'
import { isVoid, matterRule } from './rules.ts'

const NAMED = 2

export interface StandsAt {
  readonly isThere: boolean
  /** `1 of 2`; null where it is all or nothing. */
  readonly part: string | null
  /** Who is left out of it, and why. */
  readonly beside?: readonly string[]
  /** What shows it, for whoever reads; null where nothing does. */
  readonly evidence: Evidence | null
}

/** How far an output of a stage is since the provider came to the level. */
export function standsAt(provider: Provider, output: StageOutput, composing: Composing): StandsAt {
  const since = levelStart(provider, composing.policy)
  switch (output.by) {
    case 'matter':
      return onFile(provider, output, since, composing)
    case 'telling':
      return told(provider, output.telling, since, composing)
    case 'meeting': {
      const all = heldSince(provider, since)
      const held = all.filter(({ rule }) => output.meetings.includes(rule))
      const evidence = ofMeetings(provider, held, composing.policy)
      return { isThere: held.length > 0, part: null, evidence }
    }
  }
}

function onFile(
  provider: Provider,
  output: Extract<StageOutput, { by: 'matter' }>,
  since: Instant,
  composing: Composing,
): StandsAt {
  const { matter, steps, every } = output
  const all = readable(provider, composing).filter(
    (one) => one.rule === matter && !isVoid(one, composing.policy),
  )
  if (!every) {
    const rule = matterRule(composing.policy, matter)
    const first = firstDay(output, since, composing.policy)
    const filed = all.filter((one) =>
      one.filed.some(
        (step) =>
          steps.includes(step.step) &&
          step.at >= since &&
          localDay(doneAt(step, rule), composing.policy.zone) >= first,
      ),
    )
    const evidence = ofMatters(filed, output, null, composing)
    return { isThere: filed.length > 0, part: null, evidence }
  }
  const current = all.filter(({ closedAt }) => closedAt === null || closedAt >= since)
  const there = current.filter(({ filed }) => steps.includes(filed.at(-1)?.step ?? ''))
  const behind = current.filter((one) => one.closedAt === null && !there.includes(one))
  const part = there.length === 0 ? null : `${there.length} of ${there.length + behind.length}`
  const evidence = ofMatters(there, output, part, composing)
  return { isThere: there.length > 0 && behind.length === 0, part, evidence }
}

/** The first day on which it counts for the level: it may have been done a few days before that was decided. */
function firstDay(
  { daysBefore = 0 }: Extract<StageOutput, { by: 'matter' }>,
  since: Instant,
  { zone }: Policy,
): Day {
  return plusDays(localDay(since, zone), -daysBefore)
}

/** Once everybody who is there was reached; a post that nobody holds would wait for ever, and is named beside it. */
function told(
  { tellings = [] }: Provider,
  rule: string,
  since: Instant,
  { policy }: Composing,
): StandsAt {
  const telling = tellings.findLast((one) => one.rule === rule && one.at >= since)
  if (!telling) return { isThere: false, part: null, evidence: null }
  const { told, waiting, failed } = tallyOf(telling)
  const all = told + waiting + failed
  const empty = emptyIn(telling)
  const away = empty.filter((one) => one.empty === 'away')
  const vacant = empty.filter((one) => !away.includes(one))
  const beside = [
    ...(vacant.length > 0 ? [`not told: nobody holds ${someOf(vacant)}`] : []),
    ...(away.length > 0 ? [`not told, away: ${someOf(away)}`] : []),
  ]
  const evidence = ofTelling(telling, { told, all }, policy)
  const part = all === 0 ? null : `${told} of ${all}`
  return { isThere: told > 0 && told === all, part, beside, evidence }
}

/** Short for a phone; the proof of the telling has them all. */
function someOf(posts: readonly Pick<Line, 'label'>[]): string {
  const more = posts.length - NAMED
  const named = posts.slice(0, NAMED).map(({ label }) => label)
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
