import { describe, expect, test } from 'vitest'
import { guardIntent } from '../../../src/core/guard/intent.ts'
import { Intent } from '../../../src/core/intent.ts'
import { guarding } from '../../fixtures/guarding.ts'
import { everyIntent, WORDS } from './every-intent.ts'

const NUMBER = '999 000 0018'

/** What says nothing of patients: staff, settings, services and records. Looked at one by one. */
const OF_NO_PATIENT = [
  'case noteMeeting',
  'case noteMeetingClosed',
  'case noteTelling',
  'case wake',
  'case repair',
  'case noteLate',
  'case noteUndelivered',
  'case noteRefusal',
  'case noteEdited',
  'case noteRoom',
  'case noteAction',
  'case noteGate',
  'case noteLevelLeft',
  'case noteProviderLevel',
  'meeting noteRoom',
  'meeting noteCall',
  'meeting noteShared',
  'meeting noteNotLetIn',
  'meeting wake',
  'meeting repair',
  'meeting noteLate',
  'meeting noteUndelivered',
  'meeting noteRefusal',
  'meeting noteEdited',
  'meeting noteRemoval',
  'meeting noteBrief',
  'meeting noteCarried',
  'meeting noteLevel',
  'meeting noteGate',
  'meeting noteOpened',
  'provider register',
  'provider noteOwnMeeting',
  'provider noteOwnMeetingClosed',
  'provider noteGate',
  'provider noteTold',
  'provider noteRecordChanged',
  'provider wake',
  'provider repair',
  'provider noteLate',
  'provider noteUndelivered',
  'provider noteRefusal',
  'provider noteEdited',
  'provider noteRemoval',
  'provider noteAction',
  'provider noteSigns',
  'provider noteMeeting',
  'organisation import',
  'organisation addPerson',
  'organisation noteInstallation',
  'organisation approveRules',
  'organisation orderDigest',
  'organisation orderRoomDigest',
  'organisation noteUnapproved',
  'organisation printHead',
  'organisation noteOutage',
  'organisation noteAlarm',
  'organisation wake',
  'organisation repair',
  'organisation noteLate',
  'organisation noteUndelivered',
  'organisation noteRefusal',
  'organisation noteEdited',
  'drill start',
  'drill move',
  'drill end',
  'drill noteRoom',
  'drill wake',
  'drill repair',
  'drill noteLate',
  'drill noteUndelivered',
  'drill noteRefusal',
  'drill noteEdited',
]
/** Who asks and over which service, what a code is held against; a message and where it goes. */
const NO_WORDS = ['by', 'via', 'code', 'place', 'places', 'slot']

const all = everyIntent().map((intent) => ({ intent, name: `${intent.kind} ${intent.type}` }))
const byPeople = all.filter(({ name }) => !OF_NO_PATIENT.includes(name))

/** Each place in an intent where any words may stand, and the intent with an NHS number there. */
function numbered(intent: Intent): { path: string; with: Intent }[] {
  return pathsIn(intent, []).map((path) => {
    const copy: unknown = structuredClone(intent)
    put(copy, path)
    return { path: path.join('.'), with: Intent.parse(copy) }
  })
}

function pathsIn(value: unknown, path: readonly string[]): string[][] {
  if (value === WORDS) return [[...path]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    isIntent(path) && NO_WORDS.includes(key) ? [] : pathsIn(one, [...path, key]),
  )
}

/** The intent itself, or the one that is asked inside a rehearsal. */
function isIntent(path: readonly string[]): boolean {
  return path.length === 0 || path.join() === 'asked'
}

function put(value: unknown, path: readonly string[]): void {
  const [key = '', ...rest] = path
  const parts = value as Record<string, unknown> // a copy of a plain object
  if (rest.length === 0) parts[key] = NUMBER
  else put(parts[key], rest)
}

test('what is not looked through is all known', () => {
  const names = all.map(({ name }) => name)
  expect(OF_NO_PATIENT.filter((name) => !names.includes(name))).toEqual([])
})

describe.each(byPeople)('$name', ({ intent }) => {
  test('passes when it identifies nobody', () => {
    expect(guardIntent(intent, [], guarding)).toBeNull()
  })

  test('is refused with an NHS number anywhere in it', () => {
    const passing = numbered(intent).filter(
      (one) => guardIntent(one.with, [], guarding)?.refusal.code !== 'identifier',
    )
    expect(passing.map(({ path }) => path)).toEqual([])
  })
})

describe('what was confirmed to be something else', () => {
  const note = { kind: 'case', type: 'note', by: { type: 'person', person: 'quinn' } } as const
  const confirmed = [
    { field: 'Note', looksLike: [{ kind: 'postcode', label: 'a postcode' }], reason: 'The venue' },
  ]

  test('passes; another kind of thing beside it does not', () => {
    const venue = { ...note, text: 'At LS11 5PQ' }
    expect(guardIntent(venue, confirmed, guarding)).toBeNull()
    expect(guardIntent(venue, [], guarding)?.refusal.code).toBe('identifier')
    const more = { ...note, text: 'At LS11 5PQ, mum 07700 900123' }
    expect(guardIntent(more, confirmed, guarding)?.refusal.code).toBe('identifier')
  })

  test('never passes when it is certain', () => {
    const text = `At LS11 5PQ, ${NUMBER}`
    expect(guardIntent({ ...note, text }, confirmed, guarding)?.refusal.code).toBe('identifier')
  })
})
