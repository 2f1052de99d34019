import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  farewells,
  knownOf,
  loadDirectoryFile,
  readDirectoryFile,
  requestsFor,
} from '../../src/app/directory-file.ts'
import { Intent } from '../../src/core/intent.ts'
import { seatsFor } from '../../src/core/meeting/seats-for.ts'
import { Listing } from '../../src/core/organisation/organisation.ts'
import { resolvePost, resolveRung } from '../../src/core/people/posts.ts'
import { policies } from '../../src/policies/index.ts'
import { directory, organisationOf } from '../fixtures/directory.ts'

const [policy] = policies
if (!policy) throw new Error('There is no pack.')
const known = knownOf(policy)
const now = '2027-03-26T20:20:00Z'

const sound = `organisations:
  - slug: harbour
    name: Harbour Trust
    type: lead-provider
    region: south-east
    rooms: [{ channel: web, room: triage, use: triage }]
    people:
      - { id: quinn, name: Quinn, email: quinn@example.org }
    roles:
      quality-lead: { holder: quinn }
  - slug: willow
    name: Willow House
    type: sub-contractor
    region: south-east
    leadProvider: harbour
    rooms: [{ channel: web, room: willow, use: cases }]
    people:
      - { id: ivan, name: Ivan, email: ivan@example.org, accounts: { slack: U1 } }
    roles:
      incident-lead: { holder: ivan, deputy: quinn }
  - slug: fern
    name: Fern Lodge
    type: sub-contractor
    leadProvider: harbour
    people:
      - { id: faye, name: Faye }
  - slug: team
    name: Quality team
    type: quality-team
    region: south-east
    people: [{ id: mara, name: Mara }]
    roles: { quality-manager: { holder: mara } }
`

const GUID = 'abcdefab-0000-4000-8000-00000000000a'

function problemsOf(text: string): readonly string[] {
  const read = readDirectoryFile('people.yaml', text, known)
  return read.ok ? [] : read.problems
}

/** The sound file with one piece replaced. */
function spoilt(piece: string, by: string): readonly string[] {
  expect(sound).toContain(piece)
  return problemsOf(sound.replace(piece, by))
}

describe('a sound directory file', () => {
  test('becomes one listing for each organisation, with what was left out filled in', () => {
    const read = readDirectoryFile('people.yaml', sound, known)

    expect(read).toMatchObject({ ok: true })
    if (!read.ok) return
    expect(read.listings.map(({ slug }) => slug)).toEqual(['harbour', 'willow', 'fern', 'team'])
    for (const listing of read.listings) expect(Listing.parse(listing)).toEqual(listing)
    expect(read.listings[1]).toMatchObject({
      leadProvider: 'harbour',
      jointlyCommissioned: false,
      links: {},
      urgentPhone: null,
      holdings: [{ role: 'incident-lead', holder: 'ivan', deputy: 'quinn', onCall: null }],
    })
  })

  test('has ids of Entra in small letters, however they were written', () => {
    const capitals = sound.replace('slack: U1', `slack: U1, teams: ${GUID.toUpperCase()}`)
    const read = readDirectoryFile('people.yaml', capitals, known)

    const accounts = read.ok && read.listings[1]?.people[0]?.accounts
    expect(accounts).toEqual({ slack: 'U1', teams: GUID })
  })

  test('asks for one import for each organisation, the same for the same content', () => {
    const [one, other] = [sound, sound].map((text) => readDirectoryFile('people.yaml', text, known))
    const changed = readDirectoryFile('people.yaml', `${sound}\n# changed`, known)
    if (!one?.ok || !other?.ok || !changed.ok) throw new Error('The file is not sound.')

    const requests = requestsFor(one.listings, one.hash, 'directory.yaml')

    expect(requests[1]).toMatchObject({
      key: `import:${one.hash}:willow`,
      to: 'organisation-willow',
    })
    for (const { intent } of requests) expect(() => Intent.parse(intent)).not.toThrow()
    expect(other.hash).toBe(one.hash)
    expect(changed.hash).not.toBe(one.hash)
  })

  test('takes nobody and no collaborative along of an organisation that it drops', () => {
    const [harbour] = directory.organisations
    if (!harbour) throw new Error('There is no organisation.')
    const imported = { ...harbour.imported, collaboratives: [{ name: 'Secure care' }] }
    const known = { organisations: [{ ...harbour, imported }] }

    const [{ intent } = { intent: null }] = farewells(known, [], 'hash', 'people.yaml')

    expect(intent).toMatchObject({ gone: true, listing: { slug: harbour.slug, people: [] } })
    expect(intent).not.toHaveProperty('listing.collaboratives')
  })

  test('is told which posts that the clocks need are empty', () => {
    const read = readDirectoryFile('people.yaml', sound, known)

    expect(read.ok && read.notes).toContain(
      'For Fern Lodge nobody holds the role incident-lead (provider), which owes D1.',
    )
    expect(read.ok && read.notes.join()).not.toContain('Willow')
  })
})

describe('a fault names the file, the line and the cure', () => {
  test.each<[string, string, string, string]>([
    ['a missing word', '    name: Harbour Trust\n', '', 'line 2: "name" is missing. Add it.'],
    [
      'an unknown word',
      'region: south-east',
      'regoin: x',
      'line 5: "regoin" does not belong here.',
    ],
    [
      'a number for text',
      'name: Quinn',
      'name: 12',
      'line 8: "name" must be text. Put quotes around it.',
    ],
    [
      'an unknown service',
      'region: south-east\n    leadProvider',
      'services: [perinatal, adult-lo-secure]\n    leadProvider',
      'line 14: There is no service "adult-lo-secure". Did you mean "adult-low-secure"? The catalogue of provider-collaborative has: adult-low-secure, adult-medium-secure, cypmhs-general-adolescent,',
    ],
    ...(
      [
        ['{ regions: South East }', 'A collaborative without "name". Add it.'],
        [
          '{ name: Secure, regoins: South East }',
          'There is no field of a collaborative "regoins". Did you mean "regions"?',
        ],
        [
          '{ name: Secure, governance: lead-providr }',
          'There is no governance model "lead-providr". Did you mean "lead-provider"?',
        ],
        ['{ name: Secure, footprint: [A, B] }', '"footprint" is one text, not a list.'],
        ['{ name: [A, B] }', '"name" is one text, not a list.'],
        [
          '{ name: Secure }, { name: Secure }',
          '"Secure" is the name of another collaborative already.',
        ],
      ] as const
    ).map(([entry, sentence]): [string, string, string, string] => [
      `a collaborative: ${entry}`,
      'region: south-east\n    rooms: [{ channel: web, room: triage',
      `collaboratives: [${entry}]\n    region: south-east\n    rooms: [{ channel: web, room: triage`,
      `line 5: ${sentence}`,
    ]),
    [
      'a bad slug',
      'slug: harbour',
      'slug: The Harbour',
      'line 2: "slug" is wrong: use small letters',
    ],
    ['a bad e-mail', 'quinn@example.org', 'quinn', 'line 8: "email" is not an e-mail address.'],
    ['an empty name', 'name: Faye', 'name: ""', 'line 26: "name" must have 1 character at least.'],
    ['a bad use', 'use: triage', 'use: sorting', 'line 6: "use" must be one of cases, triage.'],
    ['a slug used twice', 'slug: fern', 'slug: willow', 'line 21: "willow" is the slug of another'],
    ['a reserved slug', 'slug: fern', 'slug: not-listed', 'line 21: "not-listed" means a provider'],
    ['an id used twice', 'id: faye', 'id: ivan', 'line 26: "ivan" is the id of another person'],
    [
      'an e-mail used twice',
      'name: Faye',
      'name: Faye, email: IVAN@example.org',
      'line 26: ivan@example.org belongs to another person already.',
    ],
    [
      'an account used twice',
      'name: Faye',
      'name: Faye, accounts: { slack: U1 }',
      'line 26: The slack account U1 belongs to another person already.',
    ],
    [
      'an account used twice, once in capitals',
      'accounts: { slack: U1 } }',
      `accounts: { teams: ${GUID} } }\n      - { id: otto, name: Otto, accounts: { teams: ${GUID.toUpperCase()} } }`,
      `line 19: The teams account ${GUID} belongs to another person already.`,
    ],
    [
      'an unknown channel of a person',
      'name: Faye',
      'name: Faye, channel: teems',
      'line 26: There is no channel "teems". Did you mean "teams"?',
    ],
    [
      'an unknown type',
      'type: quality-team',
      'type: qualty-team',
      'line 29: There is no type of organisation "qualty-team". Did you mean "quality-team"?',
    ],
    [
      'an unknown role',
      'incident-lead:',
      'incidentlead:',
      'line 20: There is no role "incidentlead". Did you mean "incident-lead"?',
    ],
    [
      'an unknown holder',
      'deputy: quinn',
      'deputy: quin',
      'line 20: There is no person with the id "quin". Did you mean "quinn"?',
    ],
    [
      'an unknown Lead Provider',
      'leadProvider: harbour\n    rooms',
      'leadProvider: harbor\n    rooms',
      'line 15: There is no Lead Provider "harbor". Did you mean "harbour"?',
    ],
    [
      'no Lead Provider',
      '    leadProvider: harbour\n    people',
      '    people',
      'line 21: "fern" is a sub-contractor without a leadProvider.',
    ],
    [
      'an unknown channel',
      'channel: web, room: willow',
      'channel: slak, room: willow',
      'line 16: There is no channel "slak". Did you mean "slack"?',
    ],
    [
      'a link to nobody',
      'region: south-east\n    rooms',
      'region: south-east\n    links: { icb: downs }\n    rooms',
      'line 6: There is no organisation of the type icb with the slug "downs".',
    ],
    [
      'two teams of a region',
      'leadProvider: harbour\n    people',
      'leadProvider: harbour\n  - slug: other\n    name: Other\n    type: quality-team\n    region: south-east\n    people',
      'line 34: The region "south-east" has another quality-team',
    ],
    [
      'a character that cannot be shown',
      'name: Faye',
      'name: "Fa\\0ye"',
      'line 26: "name" has a character that cannot be shown.',
    ],
  ])('%s', (_, piece, by, sentence) => {
    const problems = spoilt(piece, by)

    expect(problems.join('\n')).toContain(`people.yaml, ${sentence}`)
  })

  test('a unit may have no Lead Provider where its host is named and it has a room', () => {
    const lead = '    leadProvider: harbour\n    people'
    const room = 'rooms: [{ channel: web, room: fern, use: cases }]'
    const text = sound.replace(lead, `    host: team\n    ${room}\n    people`)
    const read = readDirectoryFile('people.yaml', text, known)

    expect(read.ok && read.listings.find(({ slug }) => slug === 'fern')?.leadProvider).toBeNull()
    expect(read.ok && read.notes.filter((note) => note.includes('Fern Lodge'))).toEqual([
      'Fern Lodge has no Lead Provider: its host is asked to triage, and what only a Lead Provider may do nobody may.',
      'For Fern Lodge nobody holds the role commissioner (host-commissioner) at "team", to whom what placing commissioners share goes.',
    ])
    expect(spoilt(lead, '    host: team\n    people')).toEqual([
      'people.yaml, line 21: "fern" has no room for its cases, and no Lead Provider whose triage room they could stand in. Add a room.',
    ])
  })

  test('somebody may be told by mail who has an address', () => {
    expect(
      problemsOf(sound.replace('name: Faye', 'name: Faye, email: f@example.org, channel: mail')),
    ).toEqual([])
    expect(spoilt('name: Faye', 'name: Faye, channel: mail')).toEqual([
      'people.yaml, line 26: Whoever is told by mail needs an address. Add "email", or leave out "channel".',
    ])
  })

  test('several faults come in the order of the file', () => {
    const problems = problemsOf(
      sound
        .replace('name: Faye', 'name: Faye, email: ivan@example.org')
        .replace('holder: quinn', 'holder: q'),
    )

    expect(problems.map((one) => /line \d+/.exec(one)?.[0])).toEqual(['line 10', 'line 26'])
  })
})

describe('no sub-contractor’s people read what happens at another', () => {
  test('a room belongs to one organisation', () => {
    const shared =
      '    leadProvider: harbour\n    rooms: [{ channel: web, room: willow, use: cases }]\n    people'

    expect(spoilt('    leadProvider: harbour\n    people', shared)).toEqual([
      'people.yaml, line 25: The room willow on web is used already, so one provider’s people could read another’s records. Give each its own private room.',
    ])
  })

  test('the triage room is nobody’s own', () => {
    expect(spoilt('room: willow', 'room: triage')[0]).toContain('The room triage on web is used')
    expect(spoilt('use: cases', 'use: triage')[0]).toContain(
      'Only a Lead Provider has a triage room',
    )
  })

  test('a role is not held by somebody from another sub-contractor', () => {
    expect(spoilt('deputy: quinn', 'deputy: faye')).toEqual([
      'people.yaml, line 20: "faye" belongs to the sub-contractor "fern" and would read what happens at "willow". Name somebody else.',
    ])
  })

  test('a sub-contractor without a room needs its Lead Provider’s triage room', () => {
    expect(spoilt('    rooms: [{ channel: web, room: triage, use: triage }]\n', '')[0]).toContain(
      'line 20: "fern" has no room for its cases, and "harbour" has no triage room.',
    )
  })
})

describe('a file that is not what it should be', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-directory-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  function loaded(content: string | Uint8Array): string {
    const path = join(folder, 'people.yaml')
    writeFileSync(path, content)
    const read = loadDirectoryFile(path, 'people.yaml', known)
    return read.ok ? 'read' : read.problems.join('\n')
  }

  test('is refused with a sentence, whatever it holds', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [index, letter] of [...'bcdefghi'].entries()) {
      bomb.push(`${letter}: &${letter} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)
    }

    expect(loaded(sound)).toBe('read')
    expect(loaded('')).toContain('people.yaml, line 1: The file must be a block')
    expect(loaded('a: [1\nb: 2')).toContain('people.yaml, line 2: this is not YAML')
    expect(loaded('a: 1\na: 2')).toContain(
      'people.yaml, line 2: this is not YAML: Map keys must be unique',
    )
    expect(loaded(bomb.join('\n'))).toMatch(
      /^people\.yaml, line 2: the file repeats itself through aliases .*Write those parts out\.$/,
    )
    for (const deep of ['- '.repeat(1e6), '['.repeat(1e5), '['.repeat(1e6)])
      expect(loaded(`a: 1\nb:\n  ${deep}`)).toMatch(
        /^people\.yaml, line 3: the file is nested too deeply\. Nothing .* levels\.$/,
      )
    expect(loaded('a: 1\nb: *nowhere')).toContain(
      'people.yaml, line 2: the file has an alias that leads nowhere',
    )
    expect(loaded('a: !!js/function "x"')).toContain('this is not YAML: Unresolved tag')
    expect(loaded(Uint8Array.of(0xff, 0xfe, 0x00))).toContain('is not UTF-8 text')
    expect(loaded('x'.repeat(6 * 1024 * 1024))).toContain('is larger than 5 MB')
  })

  test('is refused when it is not there or no file', () => {
    expect(loadDirectoryFile(join(folder, 'none.yaml'), 'none.yaml', known)).toEqual({
      ok: false,
      problems: ['none.yaml does not exist. Check the path.'],
    })
    expect(loadDirectoryFile(folder, 'folder', known)).toMatchObject({ ok: false })
  })
})

describe('the files that are shipped', () => {
  const world = 'adapters/channels/web/world/directory.yaml'

  test.each([world, 'manifests/directory.example.yaml'])('%s is sound', (path) => {
    const read = loadDirectoryFile(path, path, known)

    expect(read.ok ? [] : read.problems).toEqual([])
    expect(read.ok && read.notes).toEqual([])
  })

  test('in the made-up world every seat is taken but those of the bodies that are left out', () => {
    const read = loadDirectoryFile(world, world, known)
    const directory = { organisations: (read.ok ? read.listings : []).map(organisationOf) }
    const lines = policy.meetings.flatMap((meeting) => meeting.lines)
    const climbs = policy.clocks.filter(({ optional }) => !optional).flatMap(({ climb }) => climb)

    for (const slug of ['alder-house', 'orchard-view', 'kestrel-lodge']) {
      const provider = { slug, leadProvider: 'saltmarsh' }
      const seats = lines.flatMap((line) => seatsFor(line, directory, provider))
      const empty = seats
        .map(({ post }) => post)
        .filter((post) => !resolvePost(directory, provider, post, now))
      const silent = climbs.filter((rung) => !resolveRung(directory, provider, rung, now))

      const bodies = new Set(empty.map(({ of }) => of))
      expect([...bodies]).toEqual(['gmc', 'nmc', 'hee', 'specialist-service'])
      expect(silent).toEqual([])
    }
  })

  test('the made-up world has the organisations of the story, and seats that stay empty', () => {
    const read = loadDirectoryFile(world, world, known)
    const listings = read.ok ? read.listings : []
    const subContractors = listings.filter(({ type }) => type === 'sub-contractor')

    expect(listings.map(({ type, region }) => `${type} ${region}`)).toEqual([
      'lead-provider south-east',
      'sub-contractor south-east',
      'sub-contractor south-east',
      'sub-contractor midlands',
      'quality-team south-east',
      'quality-team midlands',
      'icb south-east',
      'icb east',
      'icb north-west',
      'local-authority south-east',
      'cqc null',
    ])
    expect(subContractors.filter((one) => one.jointlyCommissioned)).toHaveLength(1)
    expect(subContractors[0]?.people[0]?.title).toMatch(/^Ward nurse/)
    // The directory is kept in the order of the slugs: the nurse of the story comes first there too.
    expect(subContractors.map(({ slug }) => slug).sort()[0]).toBe(subContractors[0]?.slug)
    for (const { people, holdings } of subContractors) {
      expect(JSON.stringify(holdings)).not.toContain(people[0]?.id)
    }
    const text = readFileSync(world, 'utf8')
    expect(text.match(/email: \S+/g)?.filter((one) => !/\.example\.(org|test)/.test(one))).toEqual(
      [],
    )
    expect(text.match(/\b0\d{4} \d{6}/g)?.filter((one) => !one.startsWith('01632 960'))).toEqual([])
  })
})
