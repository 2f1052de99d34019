import { describe, expect, test } from 'vitest'
import { Person } from '../../../src/core/organisation/organisation.ts'
import { maySee, readersOf } from '../../../src/core/people/access.ts'
import { actsFor, allWhoActFor, doerOf } from '../../../src/core/people/doer.ts'
import { identify } from '../../../src/core/people/find.ts'
import {
  actingFor,
  organisationFor,
  resolvePost,
  resolveRung,
} from '../../../src/core/people/posts.ts'
import { reachOf } from '../../../src/core/people/reach.ts'
import { directory, directoryWith } from '../../fixtures/directory.ts'
import { person, stranger } from '../case/cases.ts'

const now = '2027-03-26T20:20:00Z'
const willow = { slug: 'willow', leadProvider: 'harbour' }
const aspen = { slug: 'aspen', leadProvider: 'harbour' }
const unlisted = { slug: null, leadProvider: 'harbour' }
const incidentLead = { role: 'incident-lead', of: 'provider' }
const qualityLead = { role: 'quality-lead', of: 'lead-provider' }

describe('the organisation that a rule’s words mean', () => {
  test.each([
    ['provider', willow, 'willow'],
    ['provider', unlisted, undefined],
    ['lead-provider', aspen, 'harbour'],
    ['lead-quality-team', aspen, 'south-east-team'],
    ['service-quality-team', aspen, 'midlands-team'],
    ['service-quality-team', willow, 'south-east-team'],
    ['service-quality-team', unlisted, 'south-east-team'],
    ['icb', willow, 'downs-icb'],
    ['local-authority', willow, 'downs-council'],
    ['cqc', aspen, 'cqc'],
    ['gmc', willow, undefined],
  ])('%s', (of, provider, slug) => {
    expect(organisationFor(directory, provider, of)?.slug).toBe(slug)
  })
})

test('a service in another region does not borrow the bodies of its Lead Provider’s region', () => {
  const without = directoryWith('aspen', { links: {}, region: 'midlands' })
  expect(organisationFor(without, aspen, 'icb')).toBeUndefined()
  expect(organisationFor(without, aspen, 'local-authority')).toBeUndefined()
})

test('an account that is a GUID is the same in capitals, and no other account is', () => {
  const guid = 'abcdefab-0000-4000-8000-00000000000a'
  const known = (account: string) => {
    const [first] = directory.organisations.flatMap(({ people }) => people)
    if (!first) throw new Error('The directory is empty')
    const people = [{ ...first, accounts: { teams: account } }]
    return directoryWith('willow', { people })
  }
  const found = (listed: string, account: string) =>
    identify(known(listed), { channel: 'teams', account, name: 'X' }).type

  expect(found(guid.toUpperCase(), guid)).toBe('person')
  expect(found(guid, guid.toUpperCase())).toBe('person')
  expect(found('29:Ab', '29:aB')).toBe('unlisted')
})

describe('who holds a role now', () => {
  test('the holder, otherwise the deputy, otherwise the on-call contact', () => {
    const holdings = (holder: string | null, deputy: string | null) =>
      directoryWith('willow', {
        holdings: [{ role: 'incident-lead', holder, deputy, onCall: 'otto' }],
      })
    const found = [
      resolvePost(directory, willow, incidentLead, now),
      resolvePost(holdings(null, 'ines'), willow, incidentLead, now),
      resolvePost(holdings(null, null), willow, incidentLead, now),
    ]

    expect(found.map((one) => [one?.person, one?.via])).toEqual([
      ['ivan', 'holder'],
      ['ines', 'deputy'],
      ['otto', 'on-call'],
    ])
  })

  test('nobody, where nobody holds it or the organisation is not there', () => {
    expect(resolvePost(directory, willow, { role: 'adviser', of: 'gmc' }, now)).toBeNull()
    expect(resolvePost(directory, unlisted, incidentLead, now)).toBeNull()
    expect(
      resolvePost(directory, aspen, { role: 'chief-executive', of: 'provider' }, now),
    ).toBeNull()
  })

  test('leave begins at its first instant and is over at its last', () => {
    const leave = [{ person: 'ivan', from: now, until: '2027-03-27T09:00:00Z', cover: 'safia' }]
    const at = (instant: string) =>
      resolveRung(
        directoryWith('willow', { leave }),
        willow,
        { ...incidentLead, via: 'holder' },
        instant,
      )

    expect(at('2027-03-26T20:19:59Z')).toMatchObject({ person: 'ivan', via: 'holder' })
    expect(at(now)).toMatchObject({ person: 'safia', via: 'cover' })
    expect(at('2027-03-27T09:00:00Z')).toMatchObject({ person: 'ivan', via: 'holder' })
  })

  test('somebody on leave may still act, and so may whoever covers, while they cover', () => {
    const leave = [{ person: 'ivan', from: now, until: '2027-03-27T09:00:00Z', cover: 'safia' }]
    const away = directoryWith('willow', { leave })

    expect(actingFor(away, willow, incidentLead, now)).toEqual(['ivan', 'ines', 'otto', 'safia'])
    expect(actingFor(away, willow, incidentLead, '2027-03-27T09:00:00Z')).not.toContain('safia')
  })
})

describe('who may act', () => {
  test('the head of an organisation may act for its posts, as themselves', () => {
    expect(actsFor(directory, willow, [qualityLead], person('halima'), now)).toEqual(qualityLead)
    expect(doerOf(directory, person('halima'), qualityLead)).toMatchObject({ role: null })
    expect(doerOf(directory, person('wanda'), incidentLead)).toMatchObject({
      role: 'chief-executive',
    })
  })

  test('a role of one’s own goes before that of a head', () => {
    const post = { role: 'chief-executive', of: 'provider' }

    expect(actsFor(directory, willow, [incidentLead, post], person('wanda'), now)).toEqual(post)
  })

  test('everybody who may is listed, and nobody else', () => {
    const everybody = directory.organisations.flatMap(({ people }) => people.map(({ id }) => id))
    const posts = [incidentLead, qualityLead]
    const may = everybody.filter((id) => actsFor(directory, willow, posts, person(id), now))

    expect([...allWhoActFor(directory, willow, posts, now)].sort()).toEqual(may.sort())
    expect(may).toEqual(['dora', 'halima', 'ines', 'ivan', 'omar', 'otto', 'quinn', 'wanda'])
  })

  test('nobody of another provider, no stranger and no clock may', () => {
    const others = [person('faye'), person('gone'), stranger, { type: 'clock' } as const]

    expect(
      others.map((one) => actsFor(directory, willow, [incidentLead, qualityLead], one, now)),
    ).toEqual(others.map(() => undefined))
  })

  test('somebody who is not in the directory has neither a name nor a role', () => {
    expect(doerOf(directory, person('gone'))).toEqual({
      type: 'person',
      person: 'gone',
      name: 'somebody who has left the directory',
      role: null,
      organisation: 'not listed',
    })
  })
})

describe('who reads', () => {
  test('a provider’s records: itself, its Lead Provider, the teams of both regions', () => {
    expect(readersOf(directory, willow)).toEqual(['willow', 'harbour', 'south-east-team'])
    expect(readersOf(directory, aspen)).toEqual([
      'aspen',
      'harbour',
      'south-east-team',
      'midlands-team',
    ])
    expect(readersOf(directory, unlisted)).toEqual(['harbour', 'south-east-team'])
  })

  test('one sub-contractor never reads about another', () => {
    const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const
    const record = { provider: willow, places: [place] }
    const sees = (id: string) => maySee({ type: 'actor', actor: person(id) }, record, directory)

    expect(['nia', 'quinn', 'mara', 'faye', 'anya', 'meera', 'cleo'].filter(sees)).toEqual([
      'nia',
      'quinn',
      'mara',
    ])
    expect(maySee({ type: 'actor', actor: stranger }, record, directory)).toBe(false)
  })

  test('a place sees only what is shown in it', () => {
    const place = (room: string) => ({ channel: 'web', to: { type: 'room', room } }) as const
    const record = { provider: willow, places: [place('willow')] }

    expect(maySee({ type: 'place', place: place('willow') }, record, directory)).toBe(true)
    expect(maySee({ type: 'place', place: place('aspen') }, record, directory)).toBe(false)
  })

  test('a room for the invited is read by them alone', () => {
    const record = { provider: willow, places: [], people: ['cleo'], only: true }
    const sees = (id: string) => maySee({ type: 'actor', actor: person(id) }, record, directory)

    expect(['cleo', 'quinn', 'nia'].filter(sees)).toEqual(['cleo'])
  })
})

describe('who an account belongs to', () => {
  const slack = (account: string, email?: string, name = 'Nia Roberts') =>
    identify(directory, { channel: 'slack', account, name, email })

  test('by the account, then by e-mail in any case, never by name', () => {
    expect(slack('UNIA')).toEqual(person('nia'))
    expect(slack('UNEW', 'NIA@example.org')).toEqual(person('nia'))
    expect(slack('UNEW')).toEqual({
      type: 'unlisted',
      channel: 'slack',
      account: 'UNEW',
      name: 'Nia Roberts',
    })
  })
})

describe('where a person is told', () => {
  const known = (about: Partial<Person>) =>
    directoryWith('willow', { people: [Person.parse({ id: 'nia', name: 'Nia', ...about })] })
  const reach = (about: Partial<Person>, channels = ['web', 'slack', 'teams']) =>
    reachOf(known(about), 'nia', channels)
  const accounts = { teams: 'T', slack: 'U' }

  test('on one service: the first that is on where they have an account', () => {
    expect(reach({ accounts })).toEqual(['slack'])
    expect(reach({ accounts }, ['teams'])).toEqual(['teams'])
    expect(reach({ accounts: { teams: 'T' } })).toEqual(['teams'])
  })

  test('where the directory says, with an account there or without, as long as it is on', () => {
    expect(reach({ accounts, channel: 'teams' })).toEqual(['teams'])
    expect(reach({ channel: 'teams' })).toEqual(['teams'])
    expect(reach({ accounts, channel: 'teams' }, ['web', 'slack'])).toEqual(['slack'])
  })

  test('on all of them where nothing is known', () => {
    expect(reach({ email: 'nia@example.org' })).toEqual(['web', 'slack', 'teams'])
    expect(reachOf(known({}), 'gone', ['web', 'slack'])).toEqual(['web', 'slack'])
  })
})
