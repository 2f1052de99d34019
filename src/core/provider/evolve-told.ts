import { withGate } from '../gate/gate.ts'
import type { RecordId } from '../record-id.ts'
import { isAbout } from './action.ts'
import type { ProviderEvent } from './event.ts'
import type { Provider } from './provider.ts'

type Told = Extract<ProviderEvent, { type: 'actionNoted' | 'signsNoted' | 'briefed' | 'gateNoted' }>

export function isTold(event: ProviderEvent): event is Told {
  return ['actionNoted', 'signsNoted', 'briefed', 'gateNoted'].includes(event.type)
}

/** What meetings tell of their actions and cases of their triggers, and which meetings were told what is known. */
export function toldBy(provider: Provider, event: Told): Provider {
  const { actions = [], signs = [], briefed = [] } = provider
  if (event.type === 'gateNoted') return { ...provider, gates: withGate(provider, event.gate) }
  if (event.type === 'briefed') {
    const { meeting, rule, at: calledAt } = event
    const told = { ...provider, briefed: [...new Set([...briefed, meeting])] }
    if (rule === undefined || briefed.includes(meeting)) return told
    return { ...told, ofCases: [...(provider.ofCases ?? []), { meeting, rule, calledAt }] }
  }
  if (event.type === 'signsNoted') {
    const { case: kase, triggers, levelAsked } = event
    const rest = signs.filter((one) => one.case !== kase)
    const told = { case: kase, triggers, ...(levelAsked && { levelAsked }) }
    return { ...provider, signs: triggers.length > 0 ? [...rest, told] : rest }
  }
  const others = actions.filter((one) => !isAbout(one, event))
  return { ...provider, actions: event.action ? [...others, event.action] : others }
}

/** What is confidential, or gone, is listed here no more. */
export function withoutRecords(provider: Provider, records: readonly RecordId[]): Provider {
  const { actions, signs, ofCases } = provider
  return {
    ...provider,
    ...(actions && { actions: actions.filter(({ meeting }) => !records.includes(meeting)) }),
    ...(ofCases && { ofCases: ofCases.filter(({ meeting }) => !records.includes(meeting)) }),
    ...(signs && { signs: signs.filter((one) => !records.includes(one.case)) }),
  }
}

/** Of removed meetings nothing is kept, nor are they told anything. */
export function withoutTold(provider: Provider, records: readonly RecordId[]): Provider {
  const { briefed, meetings, reviews, ...kept } = withoutRecords(provider, records)
  return {
    ...kept,
    ...(briefed && { briefed: briefed.filter((one) => !records.includes(one)) }),
    ...(reviews && { reviews: reviews.filter(({ meeting }) => !records.includes(meeting)) }),
    ...(meetings && { meetings: meetings.filter(({ meeting }) => !records.includes(meeting)) }),
  }
}
