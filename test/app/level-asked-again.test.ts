import { expect, test } from 'vitest'
import type { Intent } from '../../src/core/intent.ts'
import { RecordId, referenceOf } from '../../src/core/record-id.ts'
import { openApp } from '../fixtures/app.ts'
import { person } from '../fixtures/cases.ts'
import { confidential } from './talk/confidentially.ts'
import { triaged } from './talk/speaking.ts'

const by = person('quinn')
const FIRST = RecordId.parse('meeting-7k2m9q4x')
const SECOND = RecordId.parse('meeting-8k2m9q4x')
const SLOT = 'prompt:levelLeft'

/** A confidential case, whose meetings speak against the level that its provider is on. */
async function world() {
  const opened = await openApp()
  const { id } = await confidential(opened)
  const must = async (intent: Intent) => {
    const answer = await opened.ask(intent, id)
    if (!answer.ok) throw new Error(answer.refusal.message)
    await opened.pass(600)
  }
  const left = { from: 'ENHANCED_PENDING_REVIEW', to: 'ROUTINE', transition: 'G4' }
  const omar = { name: 'Omar Haddad', role: null, organisation: 'harbour' }
  const decidedBy = { ...person('omar'), ...omar }
  const decided = { ...left, decidedBy, decidedAt: opened.app.now() }
  const answer = { kind: 'case', type: 'answer', by, prompt: 'levelLeft', revision: null } as const
  const standing = () => opened.web.standing.filter(({ record }) => record === id)
  return {
    left: (meeting: RecordId) => must({ kind: 'case', type: 'noteLevelLeft', meeting, ...decided }),
    stands: (reason: string) => must({ ...answer, answer: 'no', reason }),
    async close() {
      await triaged(opened, id)
      await must({ kind: 'case', type: 'close', by, outcome: 'Done.', reason: 'All is done.' })
    },
    says: (slot: string) => standing().find((one) => one.slot === slot)?.words,
    notices: () =>
      standing().flatMap(({ words }) => (words.includes('Does that stand?') ? [words] : [])),
    note: (text: string) => must({ kind: 'case', type: 'note', by, text }),
    prompts: async () => (await opened.record('case', id)).prompts,
  }
}

test('whether a level stands can be answered in the notice where the case is closed, and its question with it', async () => {
  const answered = await world()
  await answered.left(FIRST)
  await answered.stands('The keys were found.')
  await answered.close()
  await answered.left(FIRST)

  const [first, second] = answered.notices()
  expect(first).not.toContain('Note why it stands')
  expect(second).toContain('[Note why it stands…]')
  await answered.note('The keys were found.')

  const withdrawn = await world()
  await withdrawn.left(FIRST)
  await withdrawn.close()
  await withdrawn.left(FIRST)

  expect(withdrawn.notices().at(-1)).toContain('[Note why it stands…]')
})

test('an open question whether a level stands names each meeting that speaks against it, and so does its answer', async () => {
  const { left, stands, says, notices, prompts } = await world()
  await left(FIRST)
  expect(says(SLOT)).not.toContain(referenceOf(SECOND))

  await left(SECOND)

  for (const meeting of [FIRST, SECOND])
    expect(says(SLOT)).toContain(`A meeting of this case, ${referenceOf(meeting)}`)
  expect(notices().join()).not.toContain('Note why it stands')
  await stands('The keys were found.')
  for (const meeting of [FIRST, SECOND]) expect(says(SLOT)).toContain(referenceOf(meeting))
  expect(notices().join()).not.toContain('Note why it stands')

  await left(FIRST)

  const again = 'prompt:levelLeft.2'
  expect((await prompts()).find(({ asks }) => asks === 'levelLeft')?.state).toBe('open')
  expect(says(again)).toContain(referenceOf(FIRST))
  expect(says(again)).not.toContain(referenceOf(SECOND))
})
