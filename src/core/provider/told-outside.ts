import { accept, type Decision, refuse } from '../decision.ts'
import { doerOf } from '../people/doer.ts'
import { nameOf } from '../people/find.ts'
import type { Allowed } from '../permission/permitted.ts'
import { isOpenIn } from '../telling/state.ts'
import type { Outside } from '../telling/telling.ts'
import { showLocal } from '../time/local.ts'
import type { ProviderEvent } from './event.ts'
import { isSecret } from './forgotten.ts'
import type { ProviderIntentOf } from './intent.ts'
import type { Provider } from './provider.ts'

/** Somebody of a list was told outside Muster: by whom is whoever records it. */
export type ToldOutside = {
  readonly type: 'toldOutside'
  readonly telling: number
  /** The post, by its id in the list. */
  readonly line: string
} & Omit<Outside, 'at'>

/** Keeps that somebody was told outside Muster, as proof beside the others. */
export function recordTold(
  provider: Provider,
  { by, telling: n, line: id, inPost, name, how, toldAt }: ProviderIntentOf<'recordTold'>,
  { policy, directory, acting, now: at }: Allowed,
): Decision<ProviderEvent> {
  const telling = provider.tellings?.find((one) => one.n === n)
  const line = telling?.lines.find((one) => one.id === id)
  if (!telling || !line || isSecret(provider, telling))
    return refuse('unknown', 'That post is not in this list. Open the provider’s card again.')
  if (inPost !== undefined && inPost !== line.person) {
    const now = line.person === null ? 'nobody is' : `${nameOf(directory, line.person)} is`
    return refuse(
      'stale',
      `${line.label}: ${now} in that post by now. Nothing was changed. Open the form again.`,
    )
  }
  if (line.outside)
    return refuse(
      'stale',
      `${line.label}: that ${line.outside.name} was told is on record already. Nothing was changed.`,
    )
  if (!isOpenIn(line, telling))
    return refuse('stale', `${line.label}: told by now. Nothing was changed.`)
  if (name.trim() === '')
    return refuse('missing', 'Write who was told.', { name: 'Write who was told.' })
  if (toldAt > at)
    return refuse(
      'tooEarly',
      `It is ${showLocal(at, policy.zone)} now: record it once they are told.`,
      { at: 'This time is still to come.' },
    )
  const said = { line: id, name: name.trim(), how, toldAt, by: doerOf(directory, by, acting) }
  return accept<ProviderEvent>({ type: 'toldOutside', at, telling: n, ...said })
}
