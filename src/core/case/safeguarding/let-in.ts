import type { Decision } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import { resolveTelling } from '../../telling/resolve.ts'
import type { Line, Telling } from '../../telling/telling.ts'
import type { Case, MaybeCase } from '../case.ts'
import { isOnList, type MaybeConfidential } from '../confidential.ts'
import type { CaseEvent } from '../event.ts'
import { evolveCase } from '../evolve.ts'
import { providerOf } from '../rules.ts'

/**
 * Of a confidential case a lead who is not on its list is not told when the route begins; whoever is
 * put on the list afterwards and holds the post then is told at once, and the proof says so.
 */
export function tellingLetIn(
  kase: MaybeCase,
  decision: Decision<CaseEvent>,
  context: Context,
): Decision<CaseEvent> {
  if (!decision.ok || !decision.events.some(mayTell)) return decision
  let so = kase
  const events: CaseEvent[] = []
  for (const event of decision.events) {
    const after = evolveCase(so, event)
    const late = mayTell(event) ? toldLater(after, context) : []
    events.push(event, ...late)
    so = late.reduce(evolveCase, after)
  }
  return { ok: true, events }
}

function mayTell({ type }: CaseEvent): boolean {
  return type === 'accessGiven' || type === 'tellingBegun'
}

function toldLater(kase: Case, context: Context): CaseEvent[] {
  const { confidential, route } = kase
  const rule = context.policy.tellings?.find(({ id }) => id === route?.rule)
  if (!confidential || !route || !rule) return []
  const now = resolveTelling(rule, providerOf(kase), context)
  const lines = now.lines.filter((line) => isLate(line, route, kase))
  if (lines.length === 0) return []
  const told = now.told.filter(
    ({ person }) =>
      lines.some((line) => line.person === person) &&
      !route.told.some((one) => one.person === person),
  )
  return [{ type: 'toldLater', at: context.now, lines, told }]
}

/** Nobody was told for that post, and whoever holds it now may see the case. */
function isLate({ id, person }: Line, { lines }: Telling, list: MaybeConfidential): boolean {
  if (person === null || !isOnList(list, person)) return false
  return lines.some((line) => line.id === id && (line.offList || line.person === null))
}
