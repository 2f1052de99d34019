import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '../../../src/core/guard/find.ts'
import { directory } from '../../fixtures/directory.ts'
import { guarding } from '../../fixtures/guarding.ts'
import { corpus } from '../../fixtures/identifiers/corpus.ts'

const APOSTROPHES = ['’', '‘', '‛', 'ʼ', 'ʻ', '＇', '′', '´']
const QUOTES = ['“”', '„“', '«»', '″″', '＂＂'] as const

const SINGLE = /[’‘‛ʼʻ＇′´]/g
const DOUBLE = /[“”„«»″＂]/g

function foundIn(text: string): string[] {
  return findIdentifiers(text, guarding).map(({ kind, at, length }) => `${kind} ${at}+${length}`)
}

/** Every other one opens. */
function quoted(text: string, [opening, closing]: readonly [string, string]): string {
  let n = 0
  return text.replaceAll('"', () => (n++ % 2 === 0 ? opening : closing))
}

const BY_HAND = [
  "John O'Neill fell",
  "name: 'John Quill'",
  "patient name is 'tilda'",
  'name: "John Quill"',
  "ms d'Arcy",
  "Zed Quill's mum rang",
  "the girl '19.02.2014' ran",
  'patient "Tilda Quill" left',
]
const lines = [...corpus('seen'), ...corpus('blind')]
  .map(({ text }) => text.replace(SINGLE, "'").replace(DOUBLE, '"'))
  .filter((text) => /['"]/.test(text))

describe('quotes and apostrophes', () => {
  test('there are lines with them', () => {
    expect(lines.length).toBeGreaterThan(30)
  })

  test.each(APOSTROPHES)('%s is read as a straight one', (apostrophe) => {
    for (const text of [...BY_HAND, ...lines]) {
      const typed = text.replaceAll("'", apostrophe)
      expect({ typed, found: foundIn(typed) }).toEqual({ typed, found: foundIn(text) })
    }
  })

  test.each(QUOTES)('%s are read as straight ones', (pair) => {
    const [opening = '', closing = ''] = pair
    for (const text of [...BY_HAND, ...lines]) {
      const typed = quoted(text, [opening, closing])
      expect({ typed, found: foundIn(typed) }).toEqual({ typed, found: foundIn(text) })
    }
  })

  test('a colleague is known however their name is written, in the directory and in the text', () => {
    const [home, ...others] = directory.organisations
    if (!home) throw new Error('The directory is empty')
    const [somebody, ...rest] = home.people
    if (!somebody) throw new Error('Nobody is there')
    for (const name of ["Siobhán O'Neill", 'Siobhán O’Neill', 'Siobhan O’Neill']) {
      const people = [{ ...somebody, name }, ...rest]
      const known = { organisations: [{ ...home, people }, ...others] }
      for (const text of ["Siobhan O'Neill came", 'Siobhán O’Neill came', 'Siobhan O′Neill came'])
        expect(findIdentifiers(text, { ...guarding, directory: known })).toEqual([])
    }
  })
})
