import type { Holding, Listing, Organisation, Person } from './organisation.ts'

/** What holds after an import: the file where it changed since the last one, otherwise what stands. */
export function mergeListing(standing: Organisation, listing: Listing): Listing {
  const { imported } = standing
  const people = mergePeople(imported.people, standing.people, listing.people)
  const holdings = mergeHoldings(imported.holdings, standing.holdings, listing.holdings)
  const merged = { ...newer(imported, standing, listing), slug: listing.slug, people, holdings }
  const left = [...standing.people, ...listing.people].filter(
    ({ id }) => !people.some((one) => one.id === id),
  )
  return left.reduce<Listing>((all, { id }) => withoutPerson(all, id), merged)
}

/** Without a person, and without the posts that they held. */
export function withoutPerson<All extends Pick<Listing, 'people' | 'holdings' | 'head'>>(
  all: All,
  person: string,
): All {
  const others = (held: string | null) => (held === person ? null : held)
  return {
    ...all,
    people: all.people.filter(({ id }) => id !== person),
    head: others(all.head),
    holdings: all.holdings.map(({ role, holder, deputy, onCall }) => ({
      role,
      holder: others(holder),
      deputy: others(deputy),
      onCall: others(onCall),
    })),
  }
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function newer(before: Listing, now: Listing, file: Listing): Listing {
  const pick = <Key extends keyof Listing>(key: Key): Listing[Key] =>
    same(before[key], file[key]) ? now[key] : file[key]
  const [host, placing, stage] = [pick('host'), pick('placing'), pick('stage')]
  const collaboratives = pick('collaboratives')
  return {
    slug: pick('slug'),
    name: pick('name'),
    type: pick('type'),
    region: pick('region'),
    leadProvider: pick('leadProvider'),
    links: pick('links'),
    jointlyCommissioned: pick('jointlyCommissioned'),
    services: pick('services'),
    ...(host === undefined ? {} : { host }),
    ...(stage === undefined ? {} : { stage }),
    ...(placing === undefined ? {} : { placing }),
    ...(collaboratives === undefined ? {} : { collaboratives }),
    rooms: pick('rooms'),
    urgentPhone: pick('urgentPhone'),
    bridge: pick('bridge'),
    head: pick('head'),
    people: now.people,
    holdings: pick('holdings'),
  }
}

/**
 * Person by person: somebody who was added since the last import stays, and somebody who was removed
 * stays away until the file has once left them out.
 */
function mergePeople(
  before: readonly Person[],
  now: readonly Person[],
  file: readonly Person[],
): Person[] {
  const of = (people: readonly Person[], id: string) => people.find((one) => one.id === id)
  const listed = file.flatMap((asked) => {
    const [then, stands] = [of(before, asked.id), of(now, asked.id)]
    if (then && !stands) return []
    return same(then, asked) ? (stands ?? []) : [asked]
  })
  const isListed = ({ id, email }: Person) =>
    [...before, ...file].some((one) => one.id === id) ||
    file.some((one) => email !== undefined && one.email?.toLowerCase() === email.toLowerCase())
  return [...listed, ...now.filter((one) => !isListed(one))]
}

/** Role by role, so that a new deputy in the file does not undo an appointment to another role. */
function mergeHoldings(
  before: readonly Holding[],
  now: readonly Holding[],
  file: readonly Holding[],
): Holding[] {
  const roles = [...new Set([...file, ...now].map(({ role }) => role))]
  const of = (holdings: readonly Holding[], role: string) =>
    holdings.find((one) => one.role === role)
  return roles.flatMap((role) => {
    const [then, stands, asked] = [of(before, role), of(now, role), of(file, role)]
    if (same(then, asked)) return stands ?? []
    return asked ? mergeHolding(role, then, stands, asked) : []
  })
}

function mergeHolding(
  role: string,
  then: Holding | undefined,
  stands: Holding | undefined,
  asked: Holding,
): Holding {
  if (!then || !stands) return asked
  const pick = (seat: 'holder' | 'deputy' | 'onCall') =>
    then[seat] === asked[seat] ? stands[seat] : asked[seat]
  return { role, holder: pick('holder'), deputy: pick('deputy'), onCall: pick('onCall') }
}

/** Keys in one order all the way down: a file that only lists them differently says the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
