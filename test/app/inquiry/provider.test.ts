import { describe, expect, test } from 'vitest'
import { holds } from '../../../src/app/history.ts'
import { inquiryFiles } from '../../../src/app/inquiry/hand-over.ts'
import { subjectFiles } from '../../../src/app/subject/files.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { MEETING_TEXTS, reviewedProvider } from '../../fixtures/provider-meeting.ts'
import { raisedIncident, speaker, triaged, wordsOf } from '../talk/speaking.ts'

async function filesInto(world: TestApp, reference = 'willow') {
  const handed = await inquiryFiles(world.app, reference)
  if (handed.refused !== null) throw new Error(handed.refused)
  const textOf = (name: string) => handed.files.find((one) => one.name === name)?.text ?? ''
  return { handed: handed.files, textOf }
}

describe('an inquiry into a provider', () => {
  test('holds its level, its meetings with votes and records, and who was told when', async () => {
    const world = await openApp()
    const { meeting } = await reviewedProvider(world)
    const { handed, textOf } = await filesInto(world)
    const text = textOf('inquiry.md')

    expect(text).toContain('# Willow House: who was told what, when, and under which rule')
    expect(text).toContain('- What: Provider, Willow House')
    expect(text).toContain('The level was decided')
    expect(text).toContain(`### ${referenceOf(meeting)}`)
    expect(text).toContain('An organisation voted')
    for (const words of MEETING_TEXTS) expect(text).toContain(words)
    expect(text).toContain('Meetings about one of its cases stand in the inquiry into that case.')
    const messages = textOf('messages.csv')
    expect(messages).toContain('M11: told in private')
    expect(messages).toMatch(/Question: seat,Ada Fofanah,Ada Fofanah on web/)
    expect(handed.map(({ name }) => name)).toContain(`record-${referenceOf(meeting)}.md`)
    expect(textOf(`record-${referenceOf(meeting)}.md`)).toContain('DRAFT')
  })

  test('holds the entries as they are chained', async () => {
    const world = await openApp()
    await reviewedProvider(world)
    const lines = (await filesInto(world)).textOf('data.jsonl').trim().split('\n')
    const entries = lines.flatMap((line) => JSON.parse(line).entry ?? [])

    expect(entries.length).toBeGreaterThan(20)
    expect(entries.every(holds)).toBe(true)
  })

  test('tells nothing of a case that is confidential, but that something is withheld', async () => {
    const world = await openApp()
    const { id, reference } = await raisedIncident(world)
    await triaged(world, id)
    const level = { prompt: 'level', answer: 'enhanced', revision: null } as const
    const why = 'ibex-why-the-level'
    await world.ask(
      { kind: 'case', type: 'answer', by: person('quinn'), ...level, reason: why },
      id,
    )
    expect((await filesInto(world)).textOf('inquiry.md')).toContain('ibex')

    const secret = {
      type: 'makeConfidential',
      by: person('quinn'),
      reason: 'Staff are named.',
    } as const
    await world.ask({ kind: 'case', ...secret }, id)

    const { handed, textOf } = await filesInto(world)
    for (const { text } of handed) {
      expect(text).not.toContain('ibex')
      expect(text).not.toContain(reference)
      expect(text).not.toContain(id)
    }
    expect(textOf('inquiry.md')).toContain('withheld: it tells of a confidential case')
    const asked = await speaker(world, 'quinn').command('muster', 'export willow')
    expect(wordsOf(world, asked)).not.toContain('ibex')
  })

  test('is refused for what is neither a case nor a provider, with a sentence', async () => {
    const world = await openApp()
    const { meeting } = await reviewedProvider(world)

    expect(await inquiryFiles(world.app, referenceOf(meeting))).toEqual({
      refused: expect.stringContaining('stands in the inquiry into what it is about'),
    })
    expect(await inquiryFiles(world.app, 'nowhere')).toEqual({
      refused: 'There is no provider nowhere. Check it.',
    })
  })

  test('is readable in chat by those who see the provider, and by nobody else', async () => {
    const world = await openApp()
    await reviewedProvider(world)

    const told = wordsOf(world, await speaker(world, 'mara').command('muster', 'export willow'))
    expect(told).toContain('willow: what happened')
    expect(told).toContain('The meeting was called')
    const stranger = await speaker(world, 'faye').command('muster', 'export willow')
    expect(wordsOf(world, stranger)).not.toContain('what happened')
  })
})

test('a subject access names what a provider and its meetings hold, in words', async () => {
  const world = await openApp()
  const { meeting } = await reviewedProvider(world)
  const handed = await subjectFiles(world.app, 'ada')
  if (handed.refused !== null) throw new Error(handed.refused)
  const text = handed.files.find(({ name }) => name === 'subject-access.md')?.text ?? ''

  expect(text).toContain('## provider willow')
  expect(text).toContain('Those who must know were told')
  expect(text).toContain(`## meeting ${referenceOf(meeting)}`)
  expect(text).toContain('An organisation voted')
})
