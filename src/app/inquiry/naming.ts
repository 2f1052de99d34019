import { wayWords } from '../../core/case/words.ts'
import type { Doer } from '../../core/people/actor.ts'
import type { Directory } from '../../core/people/directory.ts'
import { findOrganisation, findPerson } from '../../core/people/find.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { Instant } from '../../core/time/instant.ts'
import { showLocal } from '../../core/time/local.ts'
import type { PastDirectory } from './directory-then.ts'

/** How people, roles, organisations and times are written: as they were known at a moment. */
export interface Naming {
  readonly policy: Policy
  time(instant: Instant): string
  person(id: string, at: Instant): string
  organisation(slug: string, at: Instant): string
  role(id: string): string
  who(doer: Doer, at: Instant): string
}

export function namingOf(policy: Policy, past: PastDirectory, now: Directory): Naming {
  const moments = new Map<Instant, Directory>()
  const then = (at: Instant) => {
    const known = moments.get(at) ?? past.at(at)
    moments.set(at, known)
    return known
  }
  const naming: Naming = {
    policy,
    time: (instant) => showLocal(instant, policy.zone),
    person: (id, at) => (findPerson(then(at), id) ?? findPerson(now, id))?.person.name ?? id,
    organisation: (slug, at) =>
      (findOrganisation(then(at), slug) ?? findOrganisation(now, slug))?.name ?? slug,
    role: (id) => policy.roles.find((one) => one.id === id)?.label ?? id,
    who: (doer, at) => whoOf(doer, at, naming),
  }
  return naming
}

/** Name, role and organisation as the event itself keeps them. */
function whoOf(doer: Doer, at: Instant, naming: Naming): string {
  switch (doer.type) {
    case 'clock':
      return 'Muster'
    case 'anonymous':
      return 'Somebody who gave no name'
    case 'unlisted':
      return `${doer.name} (not in the directory)`
    case 'person': {
      const role = doer.role === null ? [] : [naming.role(doer.role).toLowerCase()]
      const as = doer.as === undefined ? '' : `${doer.as} `
      const where = naming.organisation(doer.organisation, at)
      const who = [doer.name, ...role.map((one) => `${as}${one}`), where].join(', ')
      return `${who}${wayWords(doer)}`
    }
  }
}

/** `2 days 3 h`, `12 h 2 min`, `1 min`; nothing under a minute. */
export function gapBetween(from: Instant, to: Instant): string {
  const minutes = Math.floor(Math.abs(Date.parse(to) - Date.parse(from)) / 60_000)
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor(minutes / 60) % 24,
    minutes % 60,
  ]
  const parts = [
    ...(days > 0 ? [`${days} ${days === 1 ? 'day' : 'days'}`] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(rest > 0 && days === 0 ? [`${rest} min`] : []),
  ]
  return parts.join(' ')
}

export function isInstant(value: unknown): value is Instant {
  return Instant.safeParse(value).success
}
