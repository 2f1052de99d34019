import { accept, type Decision, refuse } from '../../decision.ts'
import { doerOf } from '../../people/doer.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { isAsked } from '../cycle/question.ts'
import type { ProviderEvent } from '../event.ts'
import type { ProviderIntentOf } from '../intent.ts'
import type { Provider } from '../provider.ts'
import { procedureOf, stageLabel, stageNow } from './stage.ts'

const NOT_NOW = 'notNow'
const NONE = 'none'

/** A person’s decision on the stage of a procedure, whatever a rating suggests. */
export function decideStage(
  provider: Provider,
  { by, procedure, stage, reason }: ProviderIntentOf<'decideStage'>,
  { policy, directory, acting, now: at }: Allowed,
): Decision<ProviderEvent> {
  const rule = procedureOf(policy, procedure)
  if (!rule) throw new Error(`Pack ${policy.id} has no procedure ${procedure}`)
  const known = rule.stages.map(({ id }) => id)
  if (![...known, NOT_NOW, NONE].includes(stage))
    return refuse(
      'unknown',
      `The ${rule.label.toLowerCase()} has no stage “${stage}”. Its stages are ${known.join(', ')}.`,
      { stage: 'Choose one of those that are offered.' },
    )
  if (reason.trim() === '')
    return refuse('missing', 'Say why: it is kept with the decision.', { reason: 'Say why.' })
  const from = stageNow(provider, procedure)
  const notNow = stage === NOT_NOW
  const to = notNow ? from : stage === NONE ? null : stage
  if (!notNow && to === from)
    return refuse(
      'invalid',
      `${provider.name} is at ${stageLabel(rule, from)} already. To leave it so, choose “Not now”.`,
      { stage: 'It is that already.' },
    )
  const question = provider.questions?.find(
    (one) => isAsked(one) && one.about.ask === 'stage' && one.about.of === procedure,
  )
  const rating = question?.about.ask === 'stage' ? question.about.rating : null
  return accept({
    type: 'stageDecided',
    at,
    procedure,
    by: doerOf(directory, by, acting),
    from,
    to,
    notNow,
    reason: reason.trim(),
    rating,
  })
}
