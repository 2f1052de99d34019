import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../src/core/message/form.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening } from '../../fixtures/cases.ts'
import { fieldIn, formIn, raisedIncident, speaker, wordsOf } from './speaking.ts'

const PUT: Answers = {
  question: 'The ward takes nobody new.',
  form: 'joint',
  authority: 'decision',
}

/** A risk summit that Quinn called; Rhea is asked to chair it. */
async function summit(world: TestApp): Promise<{ kase: RecordId; meeting: RecordId; ref: string }> {
  const { id } = await raisedIncident(world)
  await world.ask(convening(), id)
  const [called] = (await world.record('case', id)).meetings
  if (!called) throw new Error('No meeting was called')
  return { kase: id, meeting: called.meeting, ref: referenceOf(called.meeting) }
}

async function put(world: TestApp, ref: string, answers: Answers = {}): Promise<string> {
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', `decide ${ref}`))
  return wordsOf(world, await quinn.fill(form, { ...PUT, ...answers }))
}

describe('“/muster decide”', () => {
  test('opens the form of the meeting, with what stands after the reference as the question', async () => {
    const world = await openApp()
    const { ref } = await summit(world)
    const quinn = speaker(world, 'quinn')

    const form = formIn(await quinn.command('muster', `decide ${ref} The ward takes nobody new.`))

    expect(fieldIn(form, 'question').value).toBe('The ward takes nobody new.')
    expect(fieldIn(form, 'affects').options?.map(({ value }) => value)).toEqual([
      'south-east-team',
      'cqc',
      'downs-icb',
      'downs-council',
      'willow',
      'harbour',
    ])
    expect(fieldIn(form, 'gate').options?.map(({ description }) => description)).toEqual([
      'open to be decided',
      'locked until the one before has passed',
      'locked until the one before has passed',
    ])
    expect(form.fields.map(({ id }) => id)).not.toContain('supersedes')
    const said = await quinn.fill(form, { form: 'joint', authority: 'advisory' })
    expect(wordsOf(world, said)).toContain(`Recorded on ${ref}`)
  })

  test('warns of a topic that may not be delegated before it is put', async () => {
    const world = await openApp()
    const { ref } = await summit(world)
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.command('muster', `decide ${ref}`))

    const warned = formIn(await quinn.refresh(form.ticket, { ...PUT, topic: 'remuneration' }))

    expect(fieldIn(warned, 'topicWarning')).toMatchObject({ kind: 'statement', urgent: true })
  })

  test('is for a meeting, and for whoever calls or chairs it', async () => {
    const world = await openApp()
    const { kase, ref } = await summit(world)

    const noCase = await speaker(world, 'quinn').command('muster', `decide ${referenceOf(kase)}`)
    expect(wordsOf(world, noCase)).toContain('Give the reference')
    const member = await speaker(world, 'wanda').command('muster', `decide ${ref}`)
    expect(wordsOf(world, member)).toMatch(/Only .*may put a decision to the risk summit\./)
    const stranger = await speaker(world, 'nia').command('muster', `decide ${ref}`)
    expect(wordsOf(world, stranger)).toContain(`There is no ${ref} that you can see`)
  })

  test('takes nothing that identifies a patient', async () => {
    const world = await openApp()
    const { ref } = await summit(world)

    expect(await put(world, ref, { question: 'Move 999 000 0018 to another ward.' })).toContain(
      'NHS number',
    )
  })
})

describe('a vote', () => {
  test('that is pressed again after a change counts as a change again', async () => {
    const world = await openApp()
    const { meeting, ref } = await summit(world)
    await put(world, ref)
    const wanda = speaker(world, 'wanda')
    const vote = { do: 'vote', record: meeting, decision: 1 } as const

    for (const choice of ['for', 'against', 'for'] as const) await wanda.press({ ...vote, choice })

    const [ballot] = (await world.record('meeting', meeting)).decisions ?? []
    expect(ballot?.votes.map(({ choice }) => choice)).toEqual(['for', 'against', 'for'])
  })

  test('shows its buttons to those who may vote, and to nobody else', async () => {
    const world = await openApp()
    const { ref } = await summit(world)
    await put(world, ref, { affects: ['willow', 'cqc', 'downs-council'] })

    const message = world.web.standing.findLast(({ slot }) => slot === 'decision:1')?.message

    const votes = message?.parts.find((part) => part.kind === 'buttons')
    expect(votes).toMatchObject({ for: ['cleo', 'wanda', 'bao'] })
  })
})

describe('“/muster conflict”', () => {
  test('offers oneself and one’s organisation; to whoever called it, everybody', async () => {
    const world = await openApp()
    const { ref } = await summit(world)
    const offered = async (who: string) => {
      const form = formIn(await speaker(world, who).command('muster', `conflict ${ref}`))
      return fieldIn(form, 'whose').options?.map(({ label }) => label)
    }

    expect(await offered('wanda')).toEqual([
      'Mine (Wanda Mensah, Willow House)',
      'All of Willow House',
    ])
    expect((await offered('quinn'))?.slice(0, 3)).toEqual([
      'Mine (Quinn Adeyemi, Harbour NHS Foundation Trust)',
      'All of Harbour NHS Foundation Trust',
      'Rhea Dutta, NHSE South East quality team',
    ])
  })

  test('keeps whoever is out from reading on, in the meeting and in the history of the case', async () => {
    const world = await openApp()
    const { kase, meeting, ref } = await summit(world)
    const wanda = speaker(world, 'wanda')
    const form = formIn(await wanda.command('muster', `conflict ${ref}`))
    await wanda.fill(form, { whose: 'wanda', what: 'The building is hers.' })
    await put(world, ref)

    const status = wordsOf(world, await wanda.command('muster', `status ${ref}`))
    const history = wordsOf(world, await wanda.command('muster', `export ${referenceOf(kase)}`))

    expect(status).toContain('You are out of the closed part')
    expect(status).not.toContain('nobody new')
    expect(history).not.toContain('nobody new')
    const noting = await wanda.press({ do: 'open', form: 'note', record: meeting })
    expect(wordsOf(world, noting)).toContain(
      'Only those without a conflict of interest may do that',
    )
    const all = wordsOf(world, await speaker(world, 'quinn').command('muster', `status ${ref}`))
    expect(all).not.toContain('You are out')
  })
})

test('whoever is to resolve a dispute finds it under what they owe', async () => {
  const world = await openApp()
  const { meeting, ref } = await summit(world)
  await put(world, ref, { affects: ['willow', 'cqc'] })
  const vote = { do: 'vote', record: meeting, decision: 1 } as const
  await speaker(world, 'wanda').press({ ...vote, choice: 'for' })
  await speaker(world, 'cleo').press({ ...vote, choice: 'against' })
  const quinn = speaker(world, 'quinn')
  const close = { do: 'open', form: 'closeVote', record: meeting, with: { decision: '1' } } as const
  await quinn.fill(formIn(await quinn.press(close)), { reason: 'All was said.' })

  const owed = wordsOf(world, await speaker(world, 'ada').command('muster', 'mine'))

  expect(owed).toMatch(/decision 1 is in dispute: record the outcome there by .* 23:59 BST\./)
})

test('somebody who was let go of a confidential meeting has no vote, and learns nothing of it', async () => {
  const world = await openApp()
  const { kase, meeting, ref } = await summit(world)
  await put(world, ref)
  const reason = 'It is about a colleague.'
  const quinn = { type: 'person', person: 'quinn' } as const
  await world.ask({ kind: 'case', type: 'makeConfidential', by: quinn, reason }, kase)
  const gone = { kind: 'meeting', type: 'noteAccess', person: 'wanda', listed: false } as const
  await world.ask(gone, meeting)

  const vote = { do: 'vote', record: meeting, decision: 1, choice: 'for' } as const
  const said = await speaker(world, 'wanda').press(vote)

  expect(wordsOf(world, said)).toContain(`There is no ${ref} that you can see`)
  const by = { type: 'person', person: 'wanda' } as const
  const asked = await world.ask(
    { kind: 'meeting', type: 'vote', by, decision: 1, choice: 'for' },
    meeting,
  )
  expect(asked).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
})
