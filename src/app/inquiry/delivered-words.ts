import { serviceName } from '../../core/late.ts'
import type { Instant } from '../../core/time/instant.ts'
import { showLocal } from '../../core/time/local.ts'
import type { Notified } from './messages.ts'

/** `told … on Mail, accepted …`, or what became of it instead. */
export function deliveredWords(call: Notified, zone: string): string {
  const { place, addedAt, acceptedAt, outcome, why } = call
  const service = serviceName(place.slice(0, place.indexOf('/')))
  const time = (at: Instant | null) => (at === null ? '' : ` ${showLocal(at, zone)}`)
  const told = `told${time(addedAt)} on ${service}`
  if (outcome === 'accepted') return `${told}, accepted${time(acceptedAt)}`
  return why === null ? `${told}, ${outcome}` : `${told}, ${outcome}: ${why.replace(/\.$/, '')}`
}
