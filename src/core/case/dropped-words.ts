import { serviceName } from '../late.ts'

/** What is said where an administrator gave up what could not be delivered. */
export function droppedWords({ place, reason }: { place: string; reason: string }): string {
  const [channel = '', to] = place.split('/')
  if (to === 'call')
    return `An administrator gave up a call on ${serviceName(channel)}, which could not be made, moved or taken away: ${reason}`
  const where = to === 'person' ? 'a person' : to === 'new' ? 'a new room' : 'a room'
  return `An administrator gave up a message to ${where} on ${serviceName(channel)}, which could not be delivered: ${reason}`
}
