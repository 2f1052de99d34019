import { describe, expect, test } from 'vitest'
import { ruleAsItStood, ruleWords } from '../src/app/inquiry/rules.ts'
import { loadPack } from '../src/app/pack-file.ts'
import { ruleLine } from '../src/core/message/plain.ts'
import type { Citation } from '../src/core/policy/citation.ts'
import { type Policy, PolicyShape } from '../src/core/policy/policy.ts'
import { policies } from '../src/policies/index.ts'
import { names2026, socialCare2026 } from '../src/policies/names-2026/index.ts'
import { standings } from '../src/policies/names-2026/standings.ts'
import { words } from '../src/policies/names-2026/words.ts'
import { providerCollaborative } from '../src/policies/provider-collaborative/index.ts'
import { socialCare } from '../src/policies/social-care/index.ts'
import { openApp } from './fixtures/app.ts'
import { incident } from './fixtures/cases.ts'
import { citationsOf } from './fixtures/citations.ts'

const asWritten = PolicyShape.parse(providerCollaborative)

/** The bodies, forums and systems of the papers, wherever they stand in a text. */
const OLD =
  /\bCCGs?\b|NHSE\/|NHSI\b|\bQSGs?\b|\bHEE\b|Health Education England|CQRM|CPQG|CQPG|[Rr]isk [Ss]ummit|[Gg]overning [Bb]od|urveillance [Gg]roup|[Ss]ingle-item|linical quality review|\bSIs?\b|StEIS(?! (?:and|or) LFPSE)/

/** Where a text is a name: of a rule, or of a place in a document as that has it. */
const NAMES = ['id', 'document', 'section', 'documents', 'standing']

/** Each pack of today beside what it renames. */
const pairs = [
  { id: names2026.id, today: names2026, written: asWritten },
  { id: socialCare2026.id, today: socialCare2026, written: PolicyShape.parse(socialCare) },
]

describe.each(pairs)('the names of 2026 in $id', ({ today, written }) => {
  test('are a pack as it is kept: nothing in it is left to fill in', () => {
    expect(PolicyShape.parse(today)).toEqual(today)
  })

  test('stand in every text of the pack: no old name is left', () => {
    expect(textsOf(today).filter((text) => OLD.test(text))).toEqual([])
  })

  test('change no id, no time, no post and no number', () => {
    const bare = (pack: unknown) => JSON.stringify(without(pack))

    expect(bare({ ...today, id: '', documents: [] })).toBe(
      bare({ ...written, id: '', documents: [] }),
    )
  })

  test('say of every rule that is not a choice of ours whether it stands; what is not known is said to be unknown', () => {
    const silent = citationsOf(today).filter(
      ({ kind, standing }) => kind !== 'choice' && standing === undefined,
    )
    const states = new Set(citationsOf(today).map(({ standing }) => standing?.state))

    expect(silent).toEqual([])
    expect(states).toEqual(new Set([undefined, 'unknown', 'still used', 'superseded']))
  })

  test('rest on documents that the pack names', () => {
    const known = today.documents.map(({ id }) => id)
    const cited = Object.values(standings).flatMap(({ document }) => document ?? [])

    expect(cited.filter((id) => !known.includes(id))).toEqual([])
  })
})

describe('the names of 2026', () => {
  test('stand for each of the map, and only where the map has another', () => {
    const then = textsOf(asWritten)
    const left = words.filter(([old]) => then.some((text) => text === old))
    const now = textsOf(names2026)

    for (const [, name] of left) expect(now).toContain(name)
    expect(then.filter((text) => OLD.test(text)).length).toBeGreaterThan(80)
  })

  test('leave the pack of 2021 as its papers have it', () => {
    const texts = textsOf(asWritten)

    expect(texts).toEqual(
      expect.arrayContaining(['Risk summit', 'Quality surveillance group', 'StEIS alert']),
    )
    expect(JSON.stringify(asWritten)).not.toContain('standing":')
  })
})

describe('whether a rule still stands', () => {
  test('is said of every rule that the pack marks, by an id that is there', () => {
    const ids = new Set(rulesOf(names2026).map(({ id }) => id))

    expect(Object.keys(standings).filter((id) => !ids.has(id))).toEqual([])
  })

  test('is said of every rule of the papers, also where only its interval is our choice', () => {
    const all = rulesOf(names2026).filter(({ id }) => /^[DGTHM]\d+[a-z]?$/.test(id))
    const ours = ({ citation }: (typeof all)[number]) => citation.document === 'Muster'
    const without = all.filter((one) => !ours(one) && !one.citation.standing).map(({ id }) => id)

    expect(all.length).toBeGreaterThan(60)
    expect([...new Set(without)]).toEqual([])
  })

  test('is said beside the rule, of what was superseded alone', () => {
    const line = (id: string) => {
      const rule = rulesOf(names2026).find((one) => one.id === id)
      return rule ? ruleLine(id, rule.citation) : ''
    }

    expect(line('D3')).toBe(
      'Rule D3 · N&Q 2021, Lead Provider duty 4 · policy · from the source, in part Muster’s choice · Superseded since autumn 2023: see PSIRF, in place of the Serious Incident Framework 2015',
    )
    expect(line('D1')).toBe(
      'Rule D1 · N&Q 2021, Lead Provider duty 4 · policy · from the source, in part Muster’s choice',
    )
    expect(line('M5a')).not.toContain('Superseded')
  })
})

describe('the marks of 2026 agree with each other', () => {
  const rules = rulesOf(names2026)
  const stateOf = (id: string) => {
    const own = rules.filter((one) => one.id === id && one.citation.standing)
    return [...new Set(own.map(({ citation }) => citation.standing?.state))].join()
  }
  const superseded = (id: string) => stateOf(id) === 'superseded'
  /** A choice of ours is marked only by name. */
  const ours = ({ kind }: Citation) => kind === 'choice'

  test('a way that opens or goes through a superseded meeting is superseded with it', () => {
    const through = names2026.transitions.filter((way) => meetingsOf(way).some(superseded))
    const ids = through.filter(({ citation }) => !ours(citation)).map(({ id }) => id)

    expect(ids).toEqual(['G6', 'G8', 'G9', 'G10', 'G12'])
    expect(ids.filter((id) => !superseded(id))).toEqual([])
  })

  test('the record of a meeting stands or falls with the meeting', () => {
    const other = names2026.meetings.filter(
      ({ id, record }) => superseded(id) && !superseded(record),
    )

    expect(other.map(({ id }) => id)).toEqual([])
  })

  test('what is given as evidence for a clock stands or falls with the clock', () => {
    const pairs = names2026.clocks.flatMap(({ id, evidence: { form } }) =>
      form === undefined ? [] : [[id, form] as const],
    )
    const other = pairs.filter(([id, form]) => superseded(id) !== superseded(form))

    expect(pairs.length).toBeGreaterThan(2)
    expect(other).toEqual([])
  })

  test('the panel that is asked for stands or falls with its meeting, and what StEIS is told, with the alert', () => {
    const { id = '', meeting, recorded } = names2026.incidentPanel ?? {}

    expect([id, meeting ?? '', 'panel', 'case.panel'].map(stateOf)).toEqual(
      new Array(4).fill('superseded'),
    )
    expect([recorded?.id ?? '', 'recordUpdated', 'case.recordUpdated'].map(stateOf)).toEqual(
      new Array(3).fill(stateOf('D1')),
    )
  })

  test('a step on file, and its form, are superseded where they go to a superseded group', () => {
    const groups = asWritten.meetings
      .filter(({ id }) => superseded(id))
      .map(({ label }) => label.toLowerCase())
    const steps = (asWritten.matters ?? [])
      .flatMap((one) => one.steps)
      .filter(({ label, stands }) => {
        const words = `${label} ${stands}`.toLowerCase()
        return groups.some((group) => words.includes(group.replace('quality ', '')))
      })

    expect(steps.map(({ id }) => id)).toEqual(['profile.reported', 'exception.group'])
    expect(steps.flatMap(({ id, form }) => [id, form]).filter((id) => !superseded(id))).toEqual([])
  })

  test('the three-month hold stands or falls as a level, as a time and by the ways into it and out of it', () => {
    expect(['ENHANCED_ASSURANCE_HOLD', 'D19', 'G9', 'G10'].map(stateOf)).toEqual(
      new Array(4).fill('superseded'),
    )
  })

  test('all that the host’s duties say is still used, as its guidance is', () => {
    const hosts = rules.filter(
      ({ citation }) => citation.section === '5.3.4' || citation.document.startsWith('Host comm'),
    )
    const other = hosts.filter(
      ({ citation }) => !ours(citation) && citation.standing?.state !== 'still used',
    )

    expect(hosts.length).toBeGreaterThan(12)
    expect(hosts.map(({ id }) => id)).toContain('A19')
    expect(other.map(({ id }) => id)).toEqual([])
  })
})

describe('the social-care pack in the names of 2026', () => {
  const rating = socialCare2026.instruments.find(({ id }) => id === 'prr')

  test('has the council’s rating with the ICB for the CCG, its scores and bands as they were', () => {
    const then = socialCare.instruments.find(({ id }) => id === 'prr')

    expect(JSON.stringify(rating)).toContain('ICB')
    expect(rating?.bands.map(({ id, from }) => [id, from])).toEqual(
      then?.bands.map(({ id, from }) => [id, from]),
    )
  })

  test('says that nobody has looked whether the council’s own rules still stand, and what is known of the others', () => {
    expect(rating?.citation.standing?.state).toBe('unknown')
    expect(socialCare2026.clocks.find(({ id }) => id === 'D3')?.citation.standing?.state).toBe(
      'superseded',
    )
  })

  test('is named by MUSTER_POLICY', () => {
    expect(loadPack('social-care-2026', policies)).toEqual({ ok: true, policy: socialCare2026 })
  })
})

test('a case under the names of 2026 says on every channel which of its rules were superseded', async () => {
  const { ask, channels } = await openApp({ policy: names2026 })
  await ask(incident())

  expect(channels).toHaveLength(2)
  for (const { standing } of channels) {
    const root = standing.find(({ slot }) => slot === 'root')?.words
    expect(root).toContain('D1 StEIS and LFPSE alert')
    expect(root).toContain(
      'D2, D3, D3a: Superseded since autumn 2023: see PSIRF, in place of the Serious Incident Framework 2015.',
    )
  }
})

test('an inquiry says of each rule whether it still stands', () => {
  expect(ruleWords('G13', names2026)).toContain('; Superseded since 2022: see NQB escalation')
  expect(Object.fromEntries(ruleAsItStood('D1', names2026))['Whether it stands']).toBe(
    'Still used: LFPSE, StEIS. “StEIS is still in use” while LFPSE is rolled out to replace it. Look again before you go live.',
  )
  expect(Object.fromEntries(ruleAsItStood('G5', names2026))['Whether it stands']).toBe(
    'Not known whether it still stands. Nobody has looked yet whether it does.',
  )
  expect(ruleAsItStood('D3', asWritten).map(([label]) => label)).not.toContain('Whether it stands')
})

function meetingsOf({ opens, needs = [] }: Policy['transitions'][number]): string[] {
  const opened = opens?.of === 'meetings' ? opens.meetings : []
  return [...opened, ...needs.flatMap((one) => (one.need === 'recorded' ? one.meetings : []))]
}

interface Found {
  readonly id: string
  readonly citation: Citation
}

function rulesOf(value: unknown): Found[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(rulesOf)
  const isRule = 'citation' in value && 'id' in value && typeof value.id === 'string'
  // Every citation of a parsed pack has this shape.
  return isRule ? [{ id: value.id, citation: value.citation } as Found, ...inner] : inner
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (NAMES.includes(key) ? [] : textsOf(one)))
}

const WORDS = [
  'label',
  'note',
  'standing',
  'short',
  'title',
  'submit',
  'story',
  'asks',
  'heading',
  'stands',
  'wants',
  'remark',
]

/** All but the words that people read. */
function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without)
  if (typeof value !== 'object' || value === null) return value
  const all = Object.entries(value).filter(
    ([key]) => ![...WORDS, 'reference', 'words', 'description'].includes(key),
  )
  return Object.fromEntries(all.map(([key, one]) => [key, without(one)]))
}
