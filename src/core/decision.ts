import { z } from 'zod'

/** An expected no: the sentence tells the person who asked what to do next. */
export const Refusal = z.object({
  code: z.enum([
    'alreadyOpen',
    'notFound',
    'notOpen',
    'closed',
    'wrongKind',
    'unknown',
    'invalid',
    'identifier',
    'notRunning',
    'notYours',
    'stale',
    'missing',
    'tooEarly',
    'notSaved',
  ]),
  message: z.string(),
  /** Sentences by field id, where the fault lies in a form. */
  fields: z.record(z.string(), z.string()).optional(),
})
export type Refusal = z.infer<typeof Refusal>

export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

export type Decision<Event> = { readonly ok: true; readonly events: readonly Event[] } | Refused

export function accept<Event>(...events: Event[]): Decision<Event> {
  return { ok: true, events }
}

export function refuse(
  code: Refusal['code'],
  message: string,
  fields?: Readonly<Record<string, string>>,
): Refused {
  return { ok: false, refusal: { code, message, ...(fields ? { fields } : {}) } }
}
