import type { Context } from '../../kind.ts'
import { asking, askingNoMore } from '../cycle/asking.ts'
import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'
import { stageNow } from './stage.ts'

/**
 * When a rating has led to another band, whoever decides on the procedure is asked whether its stage
 * changes. What a newer rating no longer suggests is asked no more.
 */
export function stageQuestions(
  provider: Provider,
  { instrument, band, before }: { instrument: string; band: string; before: string | undefined },
  context: Context,
): ProviderEvent[] {
  if (band === before) return []
  const rules = (context.policy.procedures ?? []).filter((one) => one.instrument === instrument)
  return rules.flatMap(({ id, decides, suggestedBy }): ProviderEvent[] => {
    const stages = suggestedBy.find((one) => one.band === band)?.stages ?? []
    const now = stageNow(provider, id)
    const fits = now === null ? stages.length === 0 : stages.includes(now)
    const [post] = decides
    if (fits || !post) return askingNoMore(provider, { ask: 'stage', of: id }, NO_OTHER, context)
    const rating = provider.ratings.length + 1
    return [asking(provider, { ask: 'stage', of: id, stages, rating }, post, context)]
  })
}

const NO_OTHER = 'The rating has changed, and suggests no other stage any more.'
