import { describe, expect, test } from 'vitest'
import type { Composing, Context } from '../../../src/core/kind.ts'
import type { OrganisationEvent } from '../../../src/core/organisation/event.ts'
import { guardedOrganisation, organisationKind } from '../../../src/core/organisation/index.ts'
import type { OrganisationIntent } from '../../../src/core/organisation/intent.ts'
import type { Listing, MaybeOrganisation } from '../../../src/core/organisation/organisation.ts'
import { Organisation } from '../../../src/core/organisation/organisation.ts'
import { readersOf } from '../../../src/core/people/access.ts'
import { resolvePost } from '../../../src/core/people/posts.ts'
import { organisationId } from '../../../src/core/record-id.ts'
import { contextAt } from '../../fixtures/context.ts'
import { directory, listings } from '../../fixtures/directory.ts'

const now = '2027-03-26T09:00:00Z'
const clock = { type: 'clock' } as const
const quinn = { type: 'person', person: 'quinn' } as const
/** The head of Harbour. */
const halima = { type: 'person', person: 'halima' } as const

function listingOf(slug: string): Listing {
  const listing = listings.find((one) => one.slug === slug)
  if (!listing) throw new Error(slug)
  return listing
}

/** Runs intents one after the other; refusals come out instead of a record. */
function run(
  slug: string,
  intents: readonly OrganisationIntent[],
  context: Context = contextAt(now),
) {
  const id = organisationId(slug)
  let state: MaybeOrganisation = { kind: 'organisation', status: 'none', id }
  const events: OrganisationEvent[] = []
  for (const intent of intents) {
    const decision = organisationKind.decide(state, intent, context)
    if (!decision.ok) return { state, events, refusal: decision.refusal }
    for (const event of decision.events) {
      state = organisationKind.evolve(state, event)
      events.push(event)
    }
  }
  return { state: state.status === 'none' ? undefined : state, events, refusal: undefined }
}

const load = (listing: Listing): OrganisationIntent => ({
  kind: 'organisation',
  type: 'import',
  listing,
})
const harbour = listingOf('harbour')
const appoint: OrganisationIntent = {
  kind: 'organisation',
  type: 'appoint',
  by: halima,
  role: 'quality-lead',
  holder: 'dora',
  deputy: 'hugo',
  onCall: 'omar',
}

describe('import', () => {
  test('lists an organisation with all that the file says, in a shape that is saved and read back', () => {
    const { state } = run('harbour', [load(harbour)])

    expect(state).toMatchObject({
      status: 'listed',
      timeline: 'live',
      name: harbour.name,
      leave: [],
    })
    expect(Organisation.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
  })

  test('takes its collaboratives from the file, and forgets them with it', () => {
    const collaboratives = [{ name: 'Secure care', regions: ['South East'] }]
    const named = { ...harbour, collaboratives }
    const { state, events } = run('harbour', [load(harbour), load(named)])

    expect(Organisation.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
    expect(state).toMatchObject({ collaboratives })
    expect(events.at(-1)).toMatchObject({ changes: { other: ['collaboratives'] } })
    expect(run('harbour', [load(named), load(harbour)]).state).not.toHaveProperty('collaboratives')
  })

  test('changes nothing when the file says the same again, in whatever order', () => {
    const { type, slug, ...rest } = harbour

    const { events } = run('harbour', [load(harbour), load({ ...rest, slug, type })])

    expect(events).toHaveLength(1)
  })

  test('leaves an appointment alone while the file says nothing new about that role', () => {
    const { state } = run('harbour', [
      load(harbour),
      appoint,
      load({ ...harbour, name: 'Harbour Trust', urgentPhone: '01632 960999' }),
    ])

    expect(state).toMatchObject({ name: 'Harbour Trust', urgentPhone: '01632 960999' })
    expect(state).toMatchObject({
      holdings: expect.arrayContaining([
        { role: 'quality-lead', holder: 'dora', deputy: 'hugo', onCall: 'omar' },
      ]),
    })
  })

  test('takes from the file the seat that changed there and keeps the seats that did not', () => {
    const holdings = harbour.holdings.map((one) =>
      one.role === 'quality-lead' ? { ...one, onCall: 'halima' } : one,
    )

    const { state } = run('harbour', [load(harbour), appoint, load({ ...harbour, holdings })])

    expect(state).toMatchObject({
      holdings: expect.arrayContaining([
        { role: 'quality-lead', holder: 'dora', deputy: 'hugo', onCall: 'halima' },
      ]),
    })
  })

  test('keeps a role that was filled since, and drops one that the file has dropped', () => {
    const added: OrganisationIntent = { ...appoint, role: 'secretariat' }
    const holdings = harbour.holdings.filter(({ role }) => role !== 'head-of-quality')

    const { state } = run('harbour', [load(harbour), added, load({ ...harbour, holdings })])

    const roles = state?.status === 'listed' ? state.holdings.map(({ role }) => role) : []
    expect(roles).toEqual(['quality-lead', 'secretariat'])
  })

  test('is refused for a record of another slug', () => {
    const { refusal } = run('harbour', [load(listingOf('willow'))])

    expect(refusal).toMatchObject({ code: 'invalid', message: expect.stringContaining('slug') })
  })

  test('registers a sub-contractor as a provider, and nobody else', () => {
    const follow = (slug: string) => {
      const { state, events } = run(slug, [load(listingOf(slug))])
      const [event] = events
      if (state?.status !== 'listed' || !event) throw new Error('not imported')
      return organisationKind.follow(state, event)
    }

    expect(follow('willow')).toEqual([
      {
        to: 'provider-willow',
        intent: {
          kind: 'provider',
          type: 'register',
          slug: 'willow',
          leadProvider: 'harbour',
          name: 'Willow House',
        },
      },
    ])
    expect(follow('harbour')).toEqual([])
    expect(follow('cqc')).toEqual([])
  })
})

describe('setLeave', () => {
  const leave: OrganisationIntent = {
    kind: 'organisation',
    type: 'setLeave',
    by: quinn,
    person: 'quinn',
    from: '2027-03-29T08:00:00Z',
    until: '2027-04-05T08:00:00Z',
    cover: 'hugo',
  }

  test('puts the cover in the place of whoever is away, from the first moment to the last', () => {
    const { state, events } = run('harbour', [load(harbour), leave])
    if (state?.status !== 'listed') throw new Error('not listed')
    const organisations = directory.organisations.map((one) => (one.id === state.id ? state : one))
    const post = { role: 'quality-lead', of: 'lead-provider' }
    const holds = (at: string) =>
      resolvePost({ organisations }, { slug: 'willow', leadProvider: 'harbour' }, post, at)?.person

    expect(events.at(-1)).toMatchObject({
      type: 'leaveSet',
      by: { name: 'Quinn Adeyemi', role: 'quality-lead' },
    })
    expect(holds('2027-03-29T07:59:59Z')).toBe('quinn')
    expect(holds('2027-03-29T08:00:00Z')).toBe('hugo')
    expect(holds('2027-04-05T07:59:59Z')).toBe('hugo')
    expect(holds('2027-04-05T08:00:00Z')).toBe('quinn')
  })

  test('survives an import, and a later word on the same days replaces it', () => {
    const sooner: OrganisationIntent = { ...leave, until: '2027-03-31T08:00:00Z' }

    const { state } = run('harbour', [
      load(harbour),
      leave,
      sooner,
      load({ ...harbour, head: 'hugo' }),
    ])

    expect(state).toMatchObject({
      head: 'hugo',
      leave: [{ person: 'quinn', until: '2027-03-31T08:00:00Z' }],
    })
  })

  test.each([
    ['an end before the beginning', { until: leave.from }, 'invalid', 'ends before it begins'],
    [
      'leave that is over',
      { from: '2027-03-01T08:00:00Z', until: '2027-03-02T08:00:00Z' },
      'invalid',
      'over already',
    ],
    [
      'a person who is not there',
      { person: 'nobody' },
      'unknown',
      'at Harbour NHS Foundation Trust',
    ],
    [
      'a person of another organisation',
      { person: 'ivan' },
      'unknown',
      'Choose somebody who is listed',
    ],
    ['a cover who is not in the directory', { cover: 'nobody' }, 'unknown', 'in the directory'],
    ['a cover for oneself', { cover: 'quinn' }, 'invalid', 'somebody else'],
    [
      'somebody of another organisation who asks',
      { by: { type: 'person', person: 'ivan' } },
      'notYours',
      'Only whoever it is about, the head of the organisation or an administrator of Muster may',
    ],
    [
      'a colleague',
      { by: { type: 'person', person: 'hugo' } },
      'notYours',
      'Only Quinn Adeyemi, the head of the organisation (Halima Begum)',
    ],
    ['the clock', { by: clock }, 'notYours', 'Only whoever'],
    ['a cover from elsewhere', { cover: 'ivan' }, 'invalid', 'Ivan Petrov is not of Harbour'],
  ] as const)('is refused for %s', (_what, change, code, words) => {
    const { refusal } = run('harbour', [load(harbour), { ...leave, by: halima, ...change }])

    expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) })
  })
})

describe('appoint', () => {
  test('names the roles that exist when the role does not', () => {
    const { refusal } = run('harbour', [load(harbour), { ...appoint, role: 'boss' }])

    expect(refusal).toMatchObject({
      code: 'unknown',
      message: expect.stringContaining('quality-lead'),
    })
  })

  test('is refused for a person who is not in the directory or not of it, and by all but the head', () => {
    const nia = { type: 'person', person: 'nia' } as const
    const willow = load(listingOf('willow'))

    expect(run('harbour', [load(harbour), { ...appoint, deputy: 'zed' }]).refusal?.code).toBe(
      'unknown',
    )
    expect(run('harbour', [load(harbour), { ...appoint, deputy: 'ivan' }]).refusal?.code).toBe(
      'invalid',
    )
    for (const by of [nia, { type: 'person', person: 'ivan' } as const])
      expect(run('willow', [willow, { ...appoint, by }]).refusal?.code).toBe('notYours')
    expect(run('harbour', [load(harbour), { ...appoint, by: quinn }]).refusal?.code).toBe(
      'notYours',
    )
  })

  test('changes nothing when it says what is so', () => {
    expect(run('harbour', [load(harbour), appoint, appoint]).events).toHaveLength(2)
  })
})

test('nothing but an import opens an organisation', () => {
  expect(run('harbour', [{ kind: 'organisation', type: 'wake' }]).refusal).toMatchObject({
    code: 'notFound',
  })
})

test('a provider is read by itself, its Lead Provider and the teams of both regions', () => {
  const { state } = run('aspen', [load(listingOf('aspen'))])
  if (state?.status !== 'listed') throw new Error('not listed')

  expect(readersOf(directory, guardedOrganisation(state).provider)).toEqual([
    'aspen',
    'harbour',
    'south-east-team',
    'midlands-team',
  ])
})

describe('the head of the ledger', () => {
  const place = { channel: 'slack', to: { type: 'room', room: 'C0AUDIT' } } as const
  const printed = { place, upTo: '2027-03-29T00:00:07Z', head: 'ABCD-EFGH' }
  const print = { kind: 'organisation', type: 'printHead', printed } as const

  test('is printed into its room, and read there and by administrators only', () => {
    const { state, events } = run('harbour', [
      load(harbour),
      print,
      load({ ...harbour, name: 'H' }),
    ])
    const [, event] = events
    if (state?.status !== 'listed' || !event) throw new Error('It was not printed')
    const slot = 'notice:head.2027-03-29'
    const to = (viewer: Composing['viewer']) =>
      organisationKind.compose(state, slot, { ...contextAt(now), viewer })

    expect(organisationKind.announce(state, event)).toEqual([
      { type: 'message', place, slot, urgent: false },
    ])
    expect(to({ type: 'place', place })?.title).toBe(
      'History of Muster up to Mon 29 Mar 2027 01:00 BST: ABCD-EFGH',
    )
    expect(to({ type: 'operator' })).toBeDefined()
    expect(to({ type: 'place', place: { ...place, channel: 'web' } })).toBeUndefined()
    expect(guardedOrganisation(state).places).toEqual([place])
  })
})

test('what an administrator gave up is in the history, and changes nothing', () => {
  const dropped = { slot: 'notice:1', place: 'slack/room/C0', reason: 'It is closed.' }
  const { state, events } = run('harbour', [
    load(harbour),
    { kind: 'organisation', type: 'noteDropped', ...dropped },
  ])

  expect(events.at(-1)).toEqual({ type: 'dropped', at: now, ...dropped })
  expect(state).toEqual(run('harbour', [load(harbour)]).state)
})
