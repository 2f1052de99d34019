import { describe, expect, test } from 'vitest'
import { ruleLine } from '../src/core/message/plain.ts'
import { policies } from '../src/policies/index.ts'
import { speaker, wordsOf } from './app/talk/speaking.ts'
import { openApp } from './fixtures/app.ts'
import { citationsOf } from './fixtures/citations.ts'

/** How a note says that something in it is in no source. */
const OURS = /\bour (own|choices?|reading)\b|\b(is|are) ours\b/

describe.each(Object.values(policies))('whose a rule of $id is', (pack) => {
  test('reads as partly ours on every channel, where its note calls something in it ours', () => {
    const hidden = citationsOf(pack).filter(
      ({ kind, note }) => kind === 'source' && OURS.test(note),
    )

    expect(hidden.map(({ note }) => note)).toEqual([])
  })

  test('and as partly ours only where the note says what', () => {
    const unsaid = citationsOf(pack).filter(({ kind, note }) => kind === 'part' && !OURS.test(note))

    expect(unsaid.map(({ note }) => note)).toEqual([])
  })
})

test('The last line of a message says that a rule is partly ours', () => {
  const citation = { document: 'QSIF 2020', section: '5.1.2', note: 'Ours.', kind: 'part' } as const

  expect(ruleLine('D16', citation)).toBe(
    'Rule D16 · QSIF 2020, 5.1.2 · from the source, in part Muster’s choice',
  )
})

describe('/muster rules with the id of a rule', () => {
  const asked = async (id: string, who: Parameters<typeof speaker>[1] = 'nia') => {
    const world = await openApp()
    return wordsOf(world, await speaker(world, who).command('muster', `rules ${id}`))
  }

  test('says to anybody who is listed what it says, whose it is and where it stands', async () => {
    const said = await asked('d16')

    expect(said).toContain('Rule D16')
    expect(said).toContain('Whose: from the source, in part Muster’s choice')
    expect(said).toContain('5.1.2')
  })

  test('that is unknown names one that is meant', async () => {
    expect(await asked('D161')).toMatch(/There is no rule “D161” in force. Did you mean D16/)
  })
})
