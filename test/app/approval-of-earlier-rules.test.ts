import { describe, expect, test } from 'vitest'
import { withApproval } from '../../src/app/approval.ts'
import type { Reply } from '../../src/app/conversation.ts'
import { openPacks } from '../../src/app/packs.ts'
import { NOT_APPROVED } from '../../src/core/organisation/approval/compose.ts'
import { organisationId, referenceOf } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { approving } from '../fixtures/approving.ts'
import { incident } from '../fixtures/cases.ts'
import { policyOf } from '../fixtures/context.ts'
import { formIn, speaker, wordsOf } from './talk/speaking.ts'

const HARBOUR = organisationId('harbour')
const NEWER = { policy: { ...policyOf('provider-collaborative'), version: 9 }, hash: 'newer' }
const EARLIER =
  'It began under earlier rules, which your organisation never approved. Today’s are approved since Sat 20 Mar 2027.'

/** The rules in force are replaced by others; what began under them goes on under them. */
function replaced(world: TestApp): void {
  Object.defineProperty(world.app.packs, 'current', { value: NEWER })
}

async function approve(world: TestApp): Promise<void> {
  const answer = await world.ask(approving(world), HARBOUR)
  if (!answer.ok) throw new Error(answer.refusal.message)
}

/** The last line of a message about a case that began before. */
async function begun() {
  const world = await openApp({ needsApproval: true, administrators: ['hugo@example.org'] })
  const raised = await world.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  const kase = await world.record('case', raised.id)
  const reference = referenceOf(raised.id)
  const said = () => withApproval(world.app, { title: 'A case', parts: [] }, kase.policy.hash).parts
  return { world, said, id: raised.id, reference }
}

describe('a case that began under rules which nobody had approved', () => {
  test('says that they are not yet approved while today’s are not either', async () => {
    const { world, said } = await begun()
    replaced(world)

    expect(said()).toEqual([{ kind: 'text', text: NOT_APPROVED }])
  })

  test('says that its own never were, and since when today’s are', async () => {
    const { world, said } = await begun()
    replaced(world)
    await approve(world)

    expect(said()).toEqual([{ kind: 'text', text: EARLIER }])
  })

  test('says nothing once its own were approved, whichever are in force since', async () => {
    const { world, said } = await begun()
    await approve(world)
    expect(said()).toEqual([])
    replaced(world)

    expect(said()).toEqual([])
  })
})

describe('asked for in private, that case says the same of its rules', () => {
  async function earlier() {
    const begin = await begun()
    replaced(begin.world)
    await approve(begin.world)
    return { ...begin, quinn: speaker(begin.world, 'quinn') }
  }

  test('where it is shown, and where its history is', async () => {
    const { world, quinn, reference } = await earlier()

    for (const words of [`status ${reference}`, `export ${reference}`])
      expect(wordsOf(world, await quinn.command('muster', words))).toContain(EARLIER)
  })

  test('in its forms, and in the answer to one', async () => {
    const { world, quinn, reference } = await earlier()

    const form = formIn(await quinn.command('muster', `note ${reference}`))
    expect(form.heading).toContain(EARLIER)

    expect(wordsOf(world, await quinn.fill(form, { text: 'Seen.' }))).toContain(EARLIER)
  })

  test('where something is refused about it', async () => {
    const { world, quinn, id } = await earlier()

    const press = { do: 'answer', record: id, prompt: 'none', answer: 'yes', revision: 0 } as const
    expect(wordsOf(world, await quinn.press(press))).toContain(EARLIER)
  })

  test('and what rests on today’s rules says nothing of it', async () => {
    const { world, quinn } = await earlier()

    for (const words of ['help', 'status willow'])
      expect(wordsOf(world, await quinn.command('muster', words))).not.toContain(EARLIER)
    expect(formIn(await quinn.command('muster', 'level willow')).heading).not.toContain(EARLIER)
  })
})

describe('what somebody owes, and the cases that they see,', () => {
  async function lists(world: TestApp): Promise<readonly string[]> {
    const quinn = speaker(world, 'quinn')
    const page: Reply = { type: 'say', message: await quinn.home() }
    const replies = [await quinn.command('muster', 'mine'), page]
    return [...replies, await quinn.command('muster', 'status')].map((one) => wordsOf(world, one))
  }

  test('say of each case, once for all that are alike, what it says itself', async () => {
    const { world } = await begun()
    for (const words of await lists(world)) expect(words.split(NOT_APPROVED)).toHaveLength(2)
    replaced(world)
    await approve(world)

    for (const words of await lists(world)) expect(words.split(EARLIER)).toHaveLength(2)
  })

  test('say nothing of it where their own rules were approved, whichever are in force', async () => {
    const { world } = await begun()
    await approve(world)
    replaced(world)

    for (const words of await lists(world)) expect(words).not.toMatch(/approved/)
  })

  test('name those alone that it is true of', async () => {
    const { world, reference } = await begun()
    const packs = await openPacks(world.store, NEWER.policy, world.app.log)
    Object.defineProperty(world.app, 'packs', { value: packs })
    await approve(world)
    const later = await world.ask(incident())
    if (!later.ok) throw new Error(later.refusal.message)

    for (const words of await lists(world)) {
      expect(words).toContain(`${reference} began under earlier rules`)
      expect(words).not.toContain(`${referenceOf(later.id)} began`)
    }
  })
})
