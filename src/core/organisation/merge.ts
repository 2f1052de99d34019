import type { Holding, Listing, Organisation } from './organisation.ts'

/** What holds after an import: the file where it changed since the last one, otherwise what stands. */
export function mergeListing(standing: Organisation, listing: Listing): Listing {
  const { imported } = standing
  return {
    ...newer(imported, standing, listing),
    slug: listing.slug,
    holdings: mergeHoldings(imported.holdings, standing.holdings, listing.holdings),
  }
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function newer(before: Listing, now: Listing, file: Listing): Listing {
  const pick = <Key extends keyof Listing>(key: Key): Listing[Key] =>
    same(before[key], file[key]) ? now[key] : file[key]
  return {
    slug: pick('slug'),
    name: pick('name'),
    type: pick('type'),
    region: pick('region'),
    leadProvider: pick('leadProvider'),
    links: pick('links'),
    jointlyCommissioned: pick('jointlyCommissioned'),
    services: pick('services'),
    rooms: pick('rooms'),
    urgentPhone: pick('urgentPhone'),
    bridge: pick('bridge'),
    head: pick('head'),
    people: pick('people'),
    holdings: pick('holdings'),
  }
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
