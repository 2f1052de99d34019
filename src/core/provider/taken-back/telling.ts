import type { Intent } from '../../intent.ts'
import type { Context, FollowUp } from '../../kind.ts'
import type { Doer } from '../../people/actor.ts'
import { recordKind } from '../../record-id.ts'
import { resolveTelling, toldEach } from '../../telling/resolve.ts'
import type { Line, Telling } from '../../telling/telling.ts'
import type { ProviderEvent } from '../event.ts'
import type { LevelDecision, Provider } from '../provider.ts'
import type { TellingsEvent } from '../tellings.ts'
import { tellingsOf } from './told.ts'

/** Everybody who was told of a level, and whoever the rules name, reads that it was taken back; whoever took it back knows. */
export function toldOfTakingBack(
  provider: Provider,
  entry: LevelDecision,
  { by, reason }: { readonly by: Doer; readonly reason: string },
  context: Context,
): ProviderEvent[] {
  const rule = context.policy.tellings?.find(({ when }) => when === 'takenBack')
  if (!rule) return []
  const { slug, leadProvider } = provider
  const { lines } = resolveTelling(rule, { slug, leadProvider }, context)
  const all = [...lines, ...toldBefore(provider, entry, lines)].filter(({ person }) => {
    return by.type !== 'person' || person !== by.person
  })
  const said: Omit<Telling, 'n' | 'at'> = {
    rule: rule.id,
    by,
    words: reason,
    level: { from: entry.to, to: entry.from },
    takesBack: { decision: entry.n, decidedAt: entry.at },
    lines: all,
    told: toldEach(all, context),
  }
  return [{ type: 'tellingBegun', at: context.now, telling: said }]
}

/**
 * Also whoever no service has accepted it for yet: it may be on its way. Whoever was told outside Muster
 * has a line, so that somebody tells them this too.
 */
function toldBefore(
  provider: Provider,
  entry: LevelDecision,
  known: readonly Line[],
): readonly Line[] {
  const isKnown = (line: Line) => known.some(({ person }) => person === line.person)
  return tellingsOf(provider, entry.n)
    .flatMap(({ lines }) => lines)
    .filter((line) => (line.person === null ? line.outside : !isKnown(line)))
    .map(({ id, label, person, empty, outside }) => {
      const named = person === null && outside ? `${label} (${outside.name})` : label
      return { id: `told.${id}`, label: named, person, empty }
    })
}

/** To the meetings that were called on that level and called off: whoever was called is told, unless they are told already. */
export function tellMeetings(
  { decisions, meetings = [], tellings = [] }: Provider,
  event: TellingsEvent,
): FollowUp<Intent>[] {
  const telling = event.type === 'tellingBegun' ? tellings.at(-1) : undefined
  const entry = decisions.find(({ n }) => n === telling?.takesBack?.decision)
  const decided = decisions.findLast(({ takesBack }) => takesBack === entry?.n)
  if (!telling || !entry || !decided) return []
  const { from, to, transition, by: decidedBy, at: decidedAt, reason } = decided
  const told = [...new Set(telling.told.map(({ person }) => person))]
  const { because } = entry
  const called = meetings.filter(({ calledOff, calledAt }) => calledOff && calledAt >= entry.at)
  const led = because !== null && recordKind(because) === 'meeting' ? [because] : []
  const all = [...new Set([...led, ...called.map(({ meeting }) => meeting)])]
  const left = { from, to, transition, decidedBy, decidedAt, takenBack: { reason, told } }
  return all.map((meeting) => ({
    to: meeting,
    intent: { kind: 'meeting', type: 'noteLevel', ...left },
  }))
}
