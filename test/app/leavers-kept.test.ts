import { describe, expect, test } from 'vitest'
import { subjectFiles } from '../../src/app/subject/files.ts'
import { findFormer } from '../../src/core/people/find.ts'
import { organisationId } from '../../src/core/record-id.ts'
import { providerCollaborative } from '../../src/policies/provider-collaborative/index.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'

const HARBOUR = organisationId('harbour')
const DAY = 86_400

/** Omar, who is on call for Harbour, has left. */
async function afterOmarLeft(): Promise<TestApp> {
  const world = await openApp({ administrators: ['hugo@example.org'] })
  const left = await world.ask(
    {
      kind: 'organisation',
      type: 'removePerson',
      by: { type: 'person', person: 'halima' },
      person: 'omar',
      reason: 'Omar left the trust.',
    },
    HARBOUR,
  )
  if (!left.ok) throw new Error(left.refusal.message)
  return world
}

const omarIn = ({ app }: TestApp) => findFormer(app.directory(), 'omar')

async function filesFor(world: TestApp, words: string): Promise<string> {
  const handed = await subjectFiles(world.app, words)
  return handed.refused ?? handed.files.map(({ text }) => text).join('\n')
}

describe('somebody who has left the directory', () => {
  test('is kept with address and accounts for as long as the pack says, then by name alone', async () => {
    const world = await afterOmarLeft()
    const days = providerCollaborative.leaversKept?.days ?? 0

    await world.pass((days - 1) * DAY)
    expect(omarIn(world)).toMatchObject({ email: 'omar@example.org' })

    await world.pass(DAY)
    expect(omarIn(world)).toEqual({ id: 'omar', name: 'Omar Haddad', accounts: {} })
  })

  test('is found by id, by address and by account, before and after', async () => {
    const world = await afterOmarLeft()
    const days = providerCollaborative.leaversKept?.days ?? 0

    const before = await filesFor(world, 'omar')
    expect(before).toMatch(
      /Kept since they left the directory: Omar .*omar@example\.org.*only their name/,
    )
    for (const words of ['omar@example.org', 'slack:UOMAR'])
      expect(await filesFor(world, words)).toBe(before)

    await world.pass(days * DAY)
    const after = await filesFor(world, 'omar@example.org')
    expect(after).toMatch(/Kept since they left the directory: Omar \w+\.$/m)
    expect(await filesFor(world, 'slack:UOMAR')).toBe(after)
  })
})
