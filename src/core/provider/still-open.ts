import type { Composing } from '../kind.ts'
import { referenceOf } from '../record-id.ts'
import { isEnhanced } from './change-level.ts'
import { outlineOf } from './matter/matter.ts'
import { banners, outlineWords, readable } from './matter/on-file.ts'
import { matterRule } from './matter/rules.ts'
import { stagesMissing } from './matter/stages.ts'
import type { Provider } from './provider.ts'

/** What whoever decides on the level of a provider in enhanced should know of, and that bars nothing. */
export function stillOpen(provider: Provider, composing: Composing): string[] {
  if (!isEnhanced(composing.policy, provider.level)) return []
  const missing = stagesMissing(provider, composing)
  return [
    ...banners(provider, composing).map((one) => `${one}.`),
    ...graveRisks(provider, composing),
    ...urgentMeetings(provider, composing),
    ...(missing.length > 0 ? [`Steps of this level not done: ${missing.join('; ')}.`] : []),
  ]
}

function graveRisks(provider: Provider, composing: Composing): string[] {
  const { instruments, riskMatrix } = composing.policy
  const bands = instruments.find(({ id }) => id === riskMatrix)?.bands ?? []
  return readable(provider, composing).flatMap((matter) => {
    const rule = matterRule(composing.policy, matter.rule)
    if (matter.closedAt !== null || !rule?.weighs) return []
    const grave = bands.filter(({ id }) => rule.weighs?.includes(id)).map(({ label }) => label)
    const outline = outlineOf(matter)
    const isGrave = outline.ratings?.some(({ bandLabel }) => grave.includes(bandLabel))
    return isGrave ? [outlineWords(outline, rule)] : []
  })
}

function urgentMeetings(
  { meetings = [], confidential = [] }: Provider,
  { policy }: Composing,
): string[] {
  const urgent = policy.meetings.filter(({ entersLevel }) => entersLevel).map(({ id }) => id)
  return meetings
    .filter(({ closedAt, rule }) => closedAt === null && urgent.includes(rule))
    .filter(({ meeting }) => !confidential.includes(meeting))
    .map(({ label, meeting }) => `${label} ${referenceOf(meeting)}: called, not recorded yet.`)
}
