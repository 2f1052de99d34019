import type { Place, Slot } from '../../core/effect.ts'
import type { Composing } from '../../core/kind.ts'
import type { Message } from '../../core/message/message.ts'
import { digestIn, digestMessage } from '../../core/organisation/digest/compose.ts'
import type { Organisation } from '../../core/organisation/organisation.ts'
import { maySee, readersOf } from '../../core/people/access.ts'
import { labelOf } from '../../core/provider/change-level.ts'
import { type Beside, type DigestGroup, digestEntry } from '../../core/provider/digest/lines.ts'
import { type DigestWindow, isWithin } from '../../core/provider/digest/window.ts'
import { guardedInFull } from '../../core/provider/guarded.ts'
import type { Provider } from '../../core/provider/provider.ts'
import { type AnyRecord, guarded } from '../../core/record.ts'
import type { App } from '../app.ts'
import type { list } from '../read.ts'

const OPERATOR = { type: 'operator' } as const

/**
 * What a digest says, written from the providers as they are when it is sent: of each only what whoever
 * reads it there may see, and nothing that is confidential. Undefined for every other message.
 */
export async function digestFor(
  app: App,
  place: Place,
  record: AnyRecord,
  slot: Slot,
  all: typeof list,
): Promise<Message | undefined> {
  if (record.kind !== 'organisation') return undefined
  const viewer = { type: 'place', place } as const
  const sent = digestIn(record, slot, { viewer })
  if (!sent) return undefined
  const { policy } = app.packs.current
  const directory = app.directory()
  const composing = { policy, directory, viewer, now: sent.upTo }
  const found = await inView(app, record, place, sent, all)
  return digestMessage(record, sent, groupsOf(found, sent, composing), composing)
}

/** Everything that whoever reads at a place may see, on the organisation’s own timeline. */
async function inView(
  app: App,
  organisation: Organisation,
  place: Place,
  window: DigestWindow,
  all: typeof list,
): Promise<readonly AnyRecord[]> {
  const { timeline } = organisation
  const readable = async (facets: Readonly<Record<string, string>>) => {
    const rows = await all(app, OPERATOR, { facets, timeline })
    return rows.map(({ record }) => record).filter((one) => sees(app, organisation, place, one))
  }
  const found = [
    ...(await readable({ kind: 'provider' })),
    ...(await readable({ kind: 'case', status: 'open' })),
  ]
  for (const one of found.slice()) {
    if (one.kind !== 'provider' || !one.held?.some(({ at }) => isWithin(window, at))) continue
    found.push(...(await readable({ kind: 'meeting', provider: one.slug })))
  }
  return found
}

/** A room reads what everybody of its organisation does; what is confidential stands in no digest. */
function sees({ directory }: App, { slug }: Organisation, { to }: Place, one: AnyRecord): boolean {
  if ((one.kind === 'case' || one.kind === 'meeting') && one.confidential) return false
  // What somebody owes stands in their own list.
  const about = one.kind === 'provider' ? guardedInFull(one) : guarded(one)
  // That one of a case was recorded stands with the case, for all who see that.
  if (one.kind === 'meeting') return readersOf(directory(), about.provider).includes(slug)
  if (to.type === 'person') {
    const actor = { type: 'person', person: to.person } as const
    return maySee({ type: 'actor', actor }, about, directory())
  }
  return !about.only && readersOf(directory(), about.provider, about.also).includes(slug)
}

/** By level, the highest first. */
function groupsOf(
  found: readonly AnyRecord[],
  window: DigestWindow,
  composing: Composing,
): DigestGroup[] {
  const { policy } = composing
  const providers = found.flatMap((one) => (one.kind === 'provider' ? [one] : []))
  return policy.levels.toReversed().map(({ id }) => ({
    label: labelOf(policy, id),
    entries: providers
      .filter(({ level }) => level === id)
      .flatMap(
        (provider) =>
          digestEntry(provider, besideOf(provider, found, window), window, composing) ?? [],
      ),
  }))
}

function besideOf(
  { slug, held = [] }: Provider,
  found: readonly AnyRecord[],
  window: DigestWindow,
): Beside {
  const cases = found.flatMap((one) => (one.kind === 'case' ? [one] : []))
  const enhancedCases = cases.flatMap(({ id, provider, level }) =>
    provider.slug === slug && level?.level === 'enhanced' && isWithin(window, level.at)
      ? [{ case: id, at: level.at }]
      : [],
  )
  const meetings = held.map(({ meeting }) => meeting)
  return { enhancedCases, meetings: meetings.filter((id) => found.some((one) => one.id === id)) }
}
