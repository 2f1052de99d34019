import type { Composing } from '../../kind.ts'
import type { Part } from '../../message/message.ts'
import type { Organisation } from '../../organisation/organisation.ts'
import { findOrganisation, nameOf } from '../../people/find.ts'
import type { Meeting } from '../meeting.ts'
import { seatsOf } from '../seats.ts'

type Around = Pick<Composing, 'policy' | 'directory'>

/** Whom each organisation of the meeting has on call, by the directory; one line each. */
function onCallOf(meeting: Meeting, around: Around): string[] {
  const { directory } = around
  const { slug, leadProvider } = meeting.provider
  const seated = seatsOf(meeting).flatMap(({ calls }) =>
    calls.flatMap(({ organisation, state }) => (state === 'gone' ? [] : (organisation ?? []))),
  )
  const slugs = [...new Set([...(slug === null ? [] : [slug]), leadProvider, ...seated])]
  return slugs.flatMap((one) => {
    const organisation = findOrganisation(directory, one)
    return organisation ? onCallAt(organisation, around) : []
  })
}

function onCallAt(
  { name, urgentPhone, holdings }: Organisation,
  { policy, directory }: Around,
): string[] {
  const roleOf = (id: string) => policy.roles.find((role) => role.id === id)?.label ?? id
  const people = holdings.flatMap(({ role, onCall }) =>
    onCall === null ? [] : [`${nameOf(directory, onCall)} (${roleOf(role)})`],
  )
  const all = [...(urgentPhone ? [urgentPhone] : []), ...people]
  return all.length === 0 ? [] : [`${name}: ${all.join(', ')}`]
}

/** Whom to reach at night and at weekends, for a meeting that keeps to that. */
export function onCallPart(meeting: Meeting, composing: Around): Part[] {
  if (outOfHoursField(meeting, composing) === undefined) return []
  const contacts = onCallOf(meeting, composing)
  return contacts.length === 0
    ? [{ kind: 'text', text: 'Out of hours: the directory names nobody on call.' }]
    : [
        { kind: 'text', text: 'Out of hours, on call by the directory:' },
        { kind: 'list', items: contacts },
      ]
}

/** What stands beside the question of its record: whom the directory has on call. */
export function outOfHoursHint(meeting: Meeting, around: Around): Record<string, string> {
  const field = outOfHoursField(meeting, around)
  if (field === undefined) return {}
  const contacts = onCallOf(meeting, around)
  const named = contacts.length === 0 ? 'nobody' : contacts.join('; ')
  return { [field]: `On call by the directory: ${named}.` }
}

function outOfHoursField({ rule }: Meeting, { policy }: Around): string | undefined {
  return policy.meetings.find(({ id }) => id === rule)?.outOfHours
}
