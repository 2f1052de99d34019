import { type Citation, kindWords } from '../../core/policy/citation.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { standingWords, supersededWords } from '../../core/policy/standing-of-rule.ts'
import { cycleRule } from '../../core/policy/written-out.ts'
import type { AnyEvent } from '../../core/record.ts'
import { showDate } from '../../core/time/day.ts'
import type { Fact } from './markdown.ts'

/** The rules that an event rests on, by id. */
export function rulesNamed(event: AnyEvent): readonly string[] {
  if (event.type === 'clockStarted') return [event.clock.rule]
  if (event.type === 'triaged') return event.triage.triggers.map(({ id }) => id)
  if ('transition' in event && typeof event.transition === 'string') return [event.transition]
  if (event.type === 'filed') return [event.step]
  if ('rule' in event) return [event.rule]
  return 'clock' in event ? [event.clock] : []
}

interface Rule {
  readonly id: string
  /** People read it for its id. */
  readonly variantOf?: string
  readonly label: string
  readonly citation: Citation
}

function ruleIn(
  { clocks, triggers, transitions, meetings, cycles, matters = [] }: Policy,
  id: string,
) {
  const all: readonly Rule[] = [
    ...clocks,
    ...triggers,
    ...transitions,
    ...meetings,
    ...cycles,
    ...matters,
    ...matters.flatMap(({ steps }) => steps),
  ]
  return all.find((one) => one.id === id) ?? cycleRule({ cycles }, id)
}

/** `D1 StEIS alert (N&Q 2021, Lead Provider duty 4)`; null where the pack has no such rule. */
export function ruleWords(id: string, policy: Policy): string | null {
  const rule = ruleIn(policy, id)
  if (!rule) return null
  const { document, section } = rule.citation
  const superseded = supersededWords(rule.citation)
  const more = superseded === null ? '' : `; ${superseded}`
  return `${rule.variantOf ?? rule.id} ${rule.label} (${document}, ${section}${more})`
}

/** A rule as the kept pack has it: what it says, where from, and how the time is counted. */
export function ruleAsItStood(id: string, policy: Policy): readonly Fact[] {
  const rule = ruleIn(policy, id)
  if (!rule) return []
  const { document, section, note, basis } = rule.citation
  const title = policy.documents.find((one) => one.id === document)?.title ?? document
  const standing = standingWords(rule.citation)
  const clock = policy.clocks.find((one) => one.id === id)
  return [
    ['Source', `${title}, ${section}`],
    ['Kind', [kindWords(rule.citation), ...(basis ? [basis] : [])].join(', ')],
    ['It says', note],
    ...(standing === null ? [] : ([['Whether it stands', standing]] as const)),
    ...(clock
      ? ([
          ['Time', timeOf(clock.within)],
          ['Counted from', startWords(clock.from)],
          [
            'Owed by',
            `${clock.owes.role} of ${clock.owes.of}, to ${clock.to.role} of ${clock.to.of}`,
          ],
        ] as const)
      : []),
  ]
}

function timeOf(within: Policy['clocks'][number]['within']): string {
  if (within.unit === 'receiptOf') return `when ${within.clock} is received`
  if (!('amount' in within)) return 'none of its own'
  return `${within.amount} ${within.unit === 'workingDays' ? 'working days' : within.unit}`
}

function startWords(from: Policy['clocks'][number]['from']): string {
  return typeof from === 'string' ? from : `when ${from.met} was done`
}

/** The holidays that the pack knew: working days were counted by them. */
export function holidayWords({ holidays }: Policy): string {
  const [first, last] = [holidays[0], holidays.at(-1)]
  if (!first || !last) return 'none'
  return `${holidays.length}, from ${showDate(first.date)} to ${showDate(last.date)}`
}
