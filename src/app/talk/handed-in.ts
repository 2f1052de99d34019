import type { Values } from '../../core/form/read.ts'
import type { Context } from '../../core/kind.ts'
import type { Answers, Ticket } from '../../core/message/form.ts'
import type { Actor } from '../../core/people/actor.ts'
import type { AnyRecord } from '../../core/record.ts'
import { RecordId } from '../../core/record-id.ts'

/** A form that was handed in and read. */
export interface HandedIn {
  readonly by: Actor
  readonly via: string
  readonly values: Values
  readonly ticket: Ticket
  readonly record: AnyRecord | null
  readonly context: Context
}

/** Null for nobody. */
export function person(form: HandedIn, id: string): string | null {
  const chosen = text(form, id)
  return chosen === 'nobody' ? null : chosen
}

export function text({ values }: HandedIn, id: string): string | null {
  const value = values[id]
  return typeof value === 'string' ? value : value === undefined ? null : String(value)
}

export function many({ values }: HandedIn, id: string): string[] {
  const value = values[id]
  return Array.isArray(value) ? [...value] : []
}

/** All else that the form asked: kept with the record as it was answered. */
export function rest({ values }: HandedIn, taken: readonly string[]): Answers {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([id]) => !taken.includes(id))
      .map(([id, value]) => [
        id,
        typeof value === 'string' ? value : typeof value === 'number' ? String(value) : [...value],
      ]),
  )
}

/** The case from which a form about its provider was opened; whether they see it, the case says. */
export function caseOf({ ticket }: HandedIn): { readonly case?: RecordId } {
  const named = RecordId.safeParse(ticket.with?.case)
  return named.success ? { case: named.data } : {}
}

/** Which question of a case about its provider’s level is answered by leaving that. */
export function levelAsked(filled: Ticket['with']): 'levelLeft' | 'providerLevel' {
  return filled?.prompt === 'levelLeft' ? 'levelLeft' : 'providerLevel'
}

/** How much was seen when the form was opened. */
export function seenIn({ ticket }: Pick<HandedIn, 'ticket'>): { readonly seen?: number } {
  const { recordSeen = '' } = ticket.with ?? {}
  return /^\d{1,6}$/.test(recordSeen) ? { seen: Number(recordSeen) } : {}
}
