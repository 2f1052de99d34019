import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { nameOfDoer } from '../people/doer.ts'
import type { Policy } from '../policy/policy.ts'
import { showLocal } from '../time/local.ts'
import type { ProviderAsking } from './asked.ts'
import { composeNotice } from './compose-notice.ts'
import type { ProviderIntent } from './intent.ts'
import type { Notice, Provider, Said } from './provider.ts'

/** How many changes of what is asked to change were made before; null where none of them matters to it. */
export function seenBefore(
  provider: Provider,
  asking: ProviderAsking,
  policy: Pick<Policy, 'cycles'>,
): number | null {
  return isCompared(asking) ? changesOf(provider, asking, policy).length : null
}

/** Two people at once: whoever is second reads what the first has done, and decides again. */
export function changedMeanwhile(
  provider: Provider,
  intent: ProviderIntent,
  context: Context,
): Refused | undefined {
  return 'seen' in intent && intent.type !== 'file'
    ? changedSince(provider, intent, intent.seen, context)
    : undefined
}

/** The same of what a form asks that was opened when so many changes stood. */
export function changedSince(
  provider: Provider,
  asking: ProviderAsking,
  seen: number | undefined,
  context: Context,
): Refused | undefined {
  if (seen === undefined || !isCompared(asking)) return undefined
  const unseen = changesOf(provider, asking, context.policy)
    .slice(seen)
    .filter(({ said }) => concerns(asking, said))
  if (unseen.length === 0) return undefined
  const { policy, directory, now } = context
  const viewer = { type: 'actor', actor: asking.by } as const
  const changes = unseen.flatMap((notice) => {
    const title = composeNotice(provider, notice, { policy, directory, viewer, now })?.title
    const who = doerIn(provider, notice.said)
    if (title === undefined || who === undefined) return []
    return [`${nameOfDoer(who)}, ${showLocal(notice.at, policy.zone)}: “${title}”.`]
  })
  return refuse(
    'stale',
    `This was changed while your form was open. ${changes.join(' ')} Nothing of yours was saved, and what you wrote is still here. Look at the change first: the form shows it when it is opened again. If yours still holds, send it again.`,
  )
}

type Compared =
  | Extract<ProviderAsking, { type: 'changeLevel' | 'rate' | 'decideStage' }>
  | (Extract<ProviderAsking, { cycle: string }> & {
      type: 'beginDuty' | 'chooseInterval' | 'stopDuty' | OfRound
    })
/** They are about the round that is open, whichever that is by then. */
type OfRound = 'completeCycle' | 'explainMissed'
const COMPARED: Readonly<Record<Compared['type'], true>> = {
  changeLevel: true,
  rate: true,
  decideStage: true,
  beginDuty: true,
  chooseInterval: true,
  stopDuty: true,
  completeCycle: true,
  explainMissed: true,
}

function isCompared(asking: ProviderAsking): asking is Compared {
  return Object.hasOwn(COMPARED, asking.type)
}

function changesOf(
  provider: Provider,
  asking: Compared,
  policy: Pick<Policy, 'cycles'>,
): readonly Notice[] {
  const isChange = changing(provider, asking, policy)
  return provider.notices.filter(({ said }) => isChange(said))
}

function changing(
  provider: Provider,
  asking: Compared,
  { cycles }: Pick<Policy, 'cycles'>,
): (said: Said) => boolean {
  switch (asking.type) {
    case 'changeLevel':
      return ({ say }) => say === 'level'
    case 'rate':
      return (said) => isRating(provider, said, asking.instrument)
    case 'decideStage':
      return (said) =>
        said.say === 'stageDecided' && stageIn(provider, said)?.procedure === asking.procedure
    // Which one is chosen in the form.
    case 'beginDuty':
      return ({ say }) => say === 'dutyBegun'
    case 'completeCycle':
    case 'explainMissed':
      return (said) =>
        'cycle' in said && said.cycle === asking.cycle && SETTLES_ROUND.includes(said.say)
    case 'chooseInterval':
    case 'stopDuty': {
      const starts = cycles.find(({ id }) => id === asking.cycle)?.startsOn
      // A rating sets the interval of these.
      const instrument = starts?.on === 'band' ? starts.instrument : null
      return (said) =>
        ('cycle' in said && said.cycle === asking.cycle) || isRating(provider, said, instrument)
    }
  }
}

function concerns(asking: Compared, said: Said): boolean {
  return asking.type !== 'beginDuty' || ('cycle' in said && said.cycle === asking.cycle)
}

/** After these another round is open, or none. */
const SETTLES_ROUND: readonly Said['say'][] = [
  'cycleDone',
  'roundMissed',
  'roundHeld',
  'dutyBegun',
  'dutyStopped',
]

function isRating({ ratings }: Provider, said: Said, instrument: string | null): boolean {
  if (said.say !== 'rated') return false
  return ratings.find(({ n }) => n === said.rating)?.rating.instrument === instrument
}

function stageIn({ stages = [] }: Provider, said: Extract<Said, { say: 'stageDecided' }>) {
  return stages.find(({ n }) => n === said.stage)
}

function doerIn(provider: Provider, said: Said) {
  if (said.say === 'level') return provider.decisions.find(({ n }) => n === said.decision)?.by
  if (said.say === 'rated') return provider.ratings.find(({ n }) => n === said.rating)?.by
  if (said.say === 'stageDecided') return stageIn(provider, said)?.by
  return 'by' in said ? said.by : undefined
}
