import type { PolicySource } from '../../../../core/policy/policy.ts'

export type Form = PolicySource['forms'][number]
export type Field = Form['fields'][number]

export const consequence: Field = {
  id: 'consequence',
  kind: 'choice',
  label: 'Consequence',
  from: 'consequence',
  required: true,
}

export const likelihood: Field = {
  id: 'likelihood',
  kind: 'choice',
  label: 'Likelihood',
  from: 'likelihood',
  required: true,
}

/** Who works at the provider. */
export const owner: Field = {
  id: 'owner',
  kind: 'choice',
  label: 'Who leads on it at the provider?',
  from: 'itsPeople',
  required: true,
}

/** Three years, in days: our choice. What is further off is taken for a slip. */
const FURTHEST = 1096

export function day(id: string, label: string, required = true): Field {
  return { id, kind: 'moment', dayOnly: true, notFuture: false, atMost: FURTHEST, label, required }
}

/** What is put on file later than it was done keeps its true day. */
export const doneOn = {
  id: 'doneOn',
  kind: 'moment',
  dayOnly: true,
  pastDay: true,
  label: 'On which day, if not today?',
  required: false,
} as const satisfies Field

export function text(id: string, label: string, required = true, hint?: string): Field {
  const said = required ? ({ says: true } as const) : {}
  return { id, kind: 'text', label, required, ...said, ...(hint === undefined ? {} : { hint }) }
}

/** Where a day or a number may say it all. */
export function brief(id: string, label: string): Field {
  return { id, kind: 'text', label, required: true }
}

export const reason = text('reason', 'Why?')

export const ours = { document: 'Muster', section: 'on file', kind: 'choice' } as const
