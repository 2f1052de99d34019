import { z } from 'zod'
import { clockToTwo, isNoAlarm, nudgesToTwo, nudgeToTwo, promptToTwo } from './upcasts.ts'

const Told = z.looseObject({ type: z.string() })
const Nudging = z.looseObject({ nudges: z.array(z.looseObject({})) })
const Part = z.looseObject({})
const Late = z.looseObject({ told: z.array(z.looseObject({ slot: z.string() })) })

/** 2: what an event begins or adds to knows whether it was told in the notice after an outage, and a clock when it was taken. */
export function eventToTwo(old: unknown): unknown {
  const event = Told.parse(old)
  switch (event.type) {
    case 'clockStarted':
      return { ...event, clock: clockToTwo(Nudging.parse(event.clock)) }
    case 'cycleSet':
      return { ...event, cycle: nudgesToTwo(Nudging.parse(event.cycle)) }
    case 'clockNudged':
    case 'cycleNudged':
      return { ...event, nudge: nudgeToTwo(Part.parse(event.nudge)) }
    case 'promptOpened':
    case 'seatCalled':
      return { ...event, prompt: promptToTwo(Part.parse(event.prompt)) }
    case 'called':
      return { ...event, prompts: z.array(Part).parse(event.prompts).map(promptToTwo) }
    default:
      return event
  }
}

/** 3: a meeting may have a call of its own, and administrators are told by their organisation. */
export function eventToThree(old: unknown): unknown {
  const event = Told.parse(old)
  if (event.type === 'called') return { ...event, call: null }
  if (event.type !== 'notAccepted') return event
  const { told } = Late.parse(event)
  return { ...event, told: told.filter(isNoAlarm) }
}
