import { partOf } from '../assess/rating-words.ts'
import type { Composing } from '../kind.ts'
import type { Policy } from '../policy/policy.ts'
import { showDay, showLocal } from '../time/local.ts'
import { wayText } from './compose-notice.ts'
import { isLeadProvider } from './cycle/duty.ts'
import { dutyOf, dutyWords } from './duty.ts'
import { isStartKnown, levelStart } from './history.ts'
import { readsDuty } from './matter/kept-back.ts'
import { banners } from './matter/on-file.ts'
import type { LevelDecision, Provider } from './provider.ts'
import { placementOf } from './taken-back/placement.ts'
import { heading, latestRatings } from './trend.ts'

/** One provider on the tracker: since when and why, what is due next, and where it is heading. */
export function trackerLine(provider: Provider, composing: Composing): string {
  const { policy } = composing
  const { name, slug } = provider
  if (isLeadProvider(provider)) return `${name} (${slug}): ${nextDue(provider, composing)}`
  const way = wayOf(placementOf(provider), policy)
  const why = way ? ` by ${wayText(way)}` : ''
  const since = `since ${showDay(levelStart(provider, policy), policy.zone)}${why}.`
  const said = [
    isStartKnown(provider) ? since : 'as before.',
    ...takenBack(provider, policy),
    ...banners(provider, composing).map((one) => `${one}.`),
    nextDue(provider, composing),
    ...signsWords(provider),
    ...trend(provider, composing),
  ]
  return `${name} (${slug}): ${said.join(' ')}`
}

/** Where the last change of its level took one back: when, and by which way. */
function takenBack({ decisions }: Provider, policy: Policy): string[] {
  const last = decisions.findLast(({ from, to }) => from !== to)
  const way = wayOf(last, policy)
  if (!way || last?.takesBack === undefined) return []
  return [`On ${showDay(last.at, policy.zone)}: ${wayText(way)}.`]
}

function wayOf(decision: LevelDecision | undefined, { transitions }: Policy) {
  return transitions.find(({ id }) => id === decision?.transition)
}

function nextDue(provider: Provider, composing: Composing): string {
  const { policy, now } = composing
  const [next] = provider.cycles
    .filter(({ rule }) => readsDuty(provider, rule, composing))
    .flatMap(({ rule, dueAt }) => (dueAt === null ? [] : [{ rule, dueAt }]))
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
  if (!next) return 'Nothing is due.'
  const duty = dutyOf(provider, next.rule, policy)
  const judged = now > next.dueAt ? 'OVERDUE since' : 'due'
  return `Next: ${duty ? dutyWords(duty) : next.rule}, ${judged} ${showLocal(next.dueAt, policy.zone)}.`
}

function signsWords({ signs = [] }: Provider): string[] {
  const open = signs.filter(({ triggers }) => triggers.length > 0)
  if (open.length === 0) return []
  const rising = open.filter(({ triggers }) =>
    triggers.some(({ direction }) => direction === 'rising'),
  )
  const cases =
    open.length === 1 ? '1 open case with triggers' : `${open.length} open cases with triggers`
  return [`${cases}${rising.length > 0 ? `, ${rising.length} rising` : ''}.`]
}

/** The last rating of each instrument beside the one before it. */
function trend({ ratings }: Provider, { policy }: Composing): string[] {
  return latestRatings(ratings).map(({ rated: { rating }, before }) => {
    const instrument = policy.instruments.find(({ id }) => id === rating.instrument)
    const { total, bandLabel, blank } = rating
    const part = instrument && partOf(instrument, blank)
    const line = `${instrument?.label ?? rating.instrument} ${total}, ${bandLabel}${heading(before, total)}.`
    return part ? `${line} ${part}` : line
  })
}
