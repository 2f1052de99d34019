import { describe, expect, test } from 'vitest'
import { readPack } from '../../../src/app/pack-file.ts'
import type { Slot } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { Listing } from '../../../src/core/organisation/organisation.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { providerId } from '../../../src/core/record-id.ts'
import { policies } from '../../../src/policies/index.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { policyOf } from '../../fixtures/context.ts'
import { listings } from '../../fixtures/directory.ts'
import { scoresOf } from '../../fixtures/risk-rating.ts'
import { formIn, pressOn, speaker, wordsOf } from './speaking.ts'

const WILLOW = providerId('willow')
const UNSAID = 'What each stage asks for is not in the source: your organisation fills it in'

/** What a council writes into its own pack. */
const OWN = `extends: social-care
id: ours
version: 1
documents: [{ id: Our procedure, title: Concerns procedure }]
procedures:
  - id: concerns
    stages:
      - { id: "1", label: "Stage 1: watch", text: A monthly call with the manager. }
      - { id: "2", label: "Stage 2: meet", text: A meeting with the provider and a written plan. }
      - { id: "3", label: "Stage 3: restrict", text: No new placements until the plan is met. }
      - { id: "4", label: "Stage 4: suspend", text: All placements stop; families are told. }
      - { id: "5", label: "Stage 5: leave", text: People are moved; the contract ends. }
    citation: { document: Our procedure, section: "2", note: Agreed in May., kind: choice }
`

function ownPack(): Policy {
  const read = readPack('pack.yaml', OWN, policies)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.policy
}

/** The council’s commissioner decides. */
const withCommissioner: readonly Listing[] = listings.map((one) =>
  one.slug === 'downs-council'
    ? {
        ...one,
        holdings: [
          ...one.holdings,
          { role: 'commissioner', holder: 'lena', deputy: null, onCall: null },
        ],
      }
    : one,
)

async function rated(policy: Policy): Promise<TestApp> {
  const world = await openApp({ policy, listings: withCommissioner })
  const answer = await world.ask(
    {
      ...{ kind: 'provider', type: 'rate', by: person('quinn'), instrument: 'prr' },
      ...{ ratings: scoresOf([3, 3, 3, 3, 3, 3, 3]), note: null, ratedAt: null },
    },
    WILLOW,
  )
  if (!answer.ok) throw new Error(answer.refusal.message)
  return world
}

/** What is asked, the form in which it is decided, and then the notice and the card. */
async function decided(policy: Policy) {
  const world = await rated(policy)
  const lena = speaker(world, 'lena')
  const shown = (slot: Slot) => {
    const heard = { actor: person('lena'), channel: 'web', key: slot }
    const place = { channel: 'web', to: { type: 'person', person: 'lena' } } as const
    return world.conversation.view(heard, place, WILLOW, slot)
  }
  const said = (message: Message | undefined) =>
    message ? wordsOf(world, { type: 'say', message }) : ''
  const asks = await shown('prompt:question-1')
  const form = formIn(await lena.press(pressOn(asks, 'Another stage…')))
  await lena.fill(form, { stage: '2', reason: 'The thresholds are met.' })
  const { notices } = await world.record('provider', WILLOW)
  const notice = said(await shown(`notice:${notices.at(-1)?.n}`))
  const card = wordsOf(world, await speaker(world, 'quinn').command('muster', 'status willow'))
  return { asks: said(asks), form, notice, card }
}

describe('what the stages of the concerns procedure ask for', () => {
  test('is said to be missing from the source wherever a stage is asked, decided and shown', async () => {
    const { asks, form, notice, card } = await decided(policyOf('social-care'))

    for (const words of [asks, notice, card]) expect(words).toContain(UNSAID)
    expect(form.fields.find(({ id }) => id === 'stage')?.hint).toContain(UNSAID)
  })

  test('is shown there with its title once an organisation has written it into its own pack', async () => {
    const { asks, form, notice, card } = await decided(ownPack())

    for (const words of [asks, notice, card]) {
      expect(words).toContain('Stage 2: meet: A meeting with the provider and a written plan.')
      expect(words).not.toContain('not in the source')
    }
    const field = form.fields.find(({ id }) => id === 'stage')
    expect(field?.hint).toBeUndefined()
    expect(field?.options ?? []).toContainEqual({
      value: '5',
      label: 'Stage 5: leave',
      description: 'People are moved; the contract ends.',
    })
  })
})
