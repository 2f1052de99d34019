import type { Policy } from '../policy/policy.ts'

/** The meeting of the urgent path within a sentence: `a risk summit`. A name in capitals keeps them. */
export function urgentMeeting({ meetings, prompting }: Policy): string {
  const label = meetings.find(({ id }) => id === prompting.urgentMeeting)?.label ?? 'Meeting'
  const rest = label.slice(1)
  const name = rest === rest.toLowerCase() ? label.toLowerCase() : label
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`
}
