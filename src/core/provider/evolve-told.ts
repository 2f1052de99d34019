import type { RecordId } from '../record-id.ts'
import { isAbout } from './action.ts'
import type { ProviderEvent } from './event.ts'
import type { Provider } from './provider.ts'

type Told = Extract<ProviderEvent, { type: 'actionNoted' | 'briefed' }>

/** What meetings tell of their actions, and which of them were told what is known. */
export function toldBy(provider: Provider, event: Told): Provider {
  const { actions = [], briefed = [] } = provider
  if (event.type === 'briefed')
    return { ...provider, briefed: [...new Set([...briefed, event.meeting])] }
  const others = actions.filter((one) => !isAbout(one, event))
  return { ...provider, actions: event.action ? [...others, event.action] : others }
}

/** What is confidential, or gone, is listed here no more. */
export function withoutActions(provider: Provider, records: readonly RecordId[]): Provider {
  const { actions } = provider
  if (!actions) return provider
  return { ...provider, actions: actions.filter(({ meeting }) => !records.includes(meeting)) }
}

/** Of removed meetings nothing is kept, nor are they told anything. */
export function withoutTold(provider: Provider, records: readonly RecordId[]): Provider {
  const { briefed, ...kept } = withoutActions(provider, records)
  if (!briefed) return kept
  return { ...kept, briefed: briefed.filter((one) => !records.includes(one)) }
}
