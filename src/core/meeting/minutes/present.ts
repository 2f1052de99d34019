import type { Policy } from '../../policy/policy.ts'
import { isKeptOut } from '../conflict/conflict.ts'
import type { Meeting } from '../meeting.ts'
import { convenersOf, seatsOf } from '../seats.ts'

/** The question of a form that asks who was there; undefined where it has none, as those of earlier rules. */
export function attendanceField(
  form: string,
  { forms }: Pick<Policy, 'forms'>,
): string | undefined {
  const fields = forms.find(({ id }) => id === form)?.fields ?? []
  return fields.find((field) => field.kind === 'many' && field.from === 'attendees')?.id
}

/** Who was there, as its record says; null while that is not said. */
export function presentAt(
  { record }: { readonly record: Pick<NonNullable<Meeting['record']>, 'form' | 'answers'> | null },
  policy: Pick<Policy, 'forms'>,
): readonly string[] | null {
  const field = record && attendanceField(record.form, policy)
  const said = field ? record.answers[field] : undefined
  return Array.isArray(said) && said.length > 0 ? said : null
}

/**
 * Whom its record may say to have been there, by seat and then those without one. Whoever may not see its case
 * any more is not among them; whoever was withdrawn, declined or has left the directory since may have been there.
 */
export function mayHaveBeenThere(
  meeting: Meeting,
  policy: Pick<Policy, 'forms'>,
): readonly string[] {
  const { chair, people, gone = [] } = meeting
  const called = seatsOf(meeting).flatMap(({ calls }) => calls.map(({ person }) => person))
  const others = [...(chair?.person ? [chair.person] : []), ...convenersOf(meeting), ...people]
  const all = [...called, ...others].filter((person) => !gone.includes(person))
  return [...new Set([...all, ...(presentAt(meeting, policy) ?? [])])]
}

/** Who said that they were coming, stands in or chairs it, and is not kept out of it. */
export function saidToCome(meeting: Meeting): readonly string[] {
  const coming = seatsOf(meeting).flatMap(({ calls }) =>
    calls.flatMap(({ state, person }) => (state === 'coming' ? [person] : [])),
  )
  const { chair } = meeting
  const all = [...coming, ...(chair?.person ? [chair.person] : [])]
  return [...new Set(all)].filter((person) => !isKeptOut(meeting, person))
}
