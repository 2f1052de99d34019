import type { Composing } from '../../kind.ts'
import type { Message } from '../../message/message.ts'
import { maySee } from '../../people/access.ts'
import { actingFor } from '../../people/posts.ts'
import { owersOf } from '../cycles.ts'
import { guardedInFull } from '../guarded.ts'
import { proceduresPart } from '../procedure/compose.ts'
import type { Cycle, Provider } from '../provider.ts'
import { cycleLine, openButtons, recurringOf } from './compose.ts'
import { postAsked } from './compose-question.ts'
import { isAsked } from './question.ts'

/**
 * Whoever looks a provider up only because they owe something for it, a council’s commissioner perhaps.
 * While a question waits for them they see all that there is to decide it by.
 */
export function seesOnlyDuties(provider: Provider, composing: Composing): boolean {
  const { viewer, directory } = composing
  if (viewer.type !== 'actor' || maySee(viewer, guardedInFull(provider), directory)) return false
  return !decidesNow(provider, composing)
}

function decidesNow(provider: Provider, composing: Composing): boolean {
  const { viewer, directory, now } = composing
  if (viewer.type !== 'actor' || viewer.actor.type !== 'person') return false
  const { person } = viewer.actor
  return (provider.questions ?? []).some((one) => {
    if (!isAsked(one) || !one.asked.includes(person)) return false
    const post = postAsked(provider, one, composing)
    return post !== undefined && actingFor(directory, provider, post, now).includes(person)
  })
}

/** What they still owe: nothing that was stopped or suspended, nor of a post that is somebody else’s by now. */
export function owedNow(provider: Provider, composing: Composing): Cycle[] {
  const { viewer, policy, directory, now } = composing
  if (viewer.type !== 'actor' || viewer.actor.type !== 'person') return []
  const { person } = viewer.actor
  return recurringOf(provider).filter((cycle) => {
    const rule = policy.cycles.find(({ id }) => id === cycle.rule)
    if (!rule || !owersOf(cycle).includes(person)) return false
    return actingFor(directory, provider, rule.owes, now).includes(person)
  })
}

/** Whether somebody who saw it for what they owed owes nothing any more: it is done with, or handed on. */
export function isHandedOn(provider: Provider, composing: Composing): boolean {
  return seesOnlyDuties(provider, composing) && owedNow(provider, composing).length === 0
}

/** All that they read of it: what they owe, and how to record that it was done. */
export function composeOwed(provider: Provider, composing: Composing): Message | undefined {
  const cycles = owedNow(provider, composing)
  if (cycles.length === 0) return undefined
  const { policy } = composing
  const buttons = cycles.flatMap((cycle) => openButtons(provider, cycle, composing))
  const bands = policy.cycles.flatMap(({ id, startsOn }) =>
    startsOn.on === 'band' && cycles.some(({ rule }) => rule === id) ? [startsOn.instrument] : [],
  )
  const procedures = (policy.procedures ?? []).filter(({ instrument }) =>
    bands.includes(instrument),
  )
  return {
    title: `What you owe for ${provider.name}`,
    parts: [
      { kind: 'list', items: cycles.map((cycle) => cycleLine(provider, cycle, composing)) },
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
      ...proceduresPart(provider, { ...composing, policy: { ...policy, procedures } }),
      {
        kind: 'text',
        text: 'The rest of its card is for its own organisations. You see this as long as you owe it.',
      },
    ],
  }
}
