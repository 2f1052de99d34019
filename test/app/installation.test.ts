import { describe, expect, test } from 'vitest'
import type { Setting } from '../../src/app/config/secrets.ts'
import { noteInstallation } from '../../src/app/installation.ts'
import { organisationId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { policyOf } from '../fixtures/context.ts'

const HARBOUR = organisationId('harbour')

const set = (name: string, value: string): Setting => ({ name, value, isSecret: false })
const secret = (name: string, value: string): Setting => ({ name, value, isSecret: true })

async function noted({ store }: TestApp, id = HARBOUR): Promise<readonly object[]> {
  const bodies = (await store.history(id)).map(({ body }) => JSON.parse(body ?? '{}'))
  return bodies.filter(({ type }) => type === 'installationChanged').map(({ changes }) => changes)
}

describe('a start', () => {
  test('puts the pack and the settings into the history once, whichever replica comes first', async () => {
    const world = await openApp()
    const settings = [
      set('MUSTER_POLICY', 'provider-collaborative'),
      secret('SLACK_BOT_TOKEN', 'xoxb-1'),
    ]

    await noteInstallation(world.app, settings)
    await noteInstallation(world.app, settings)

    const { hash } = world.app.packs.current
    expect(await noted(world)).toEqual([
      {
        pack: { from: null, to: { id: 'provider-collaborative', version: 1, hash } },
        settings: [
          { name: 'MUSTER_POLICY', how: 'set', from: null, to: 'provider-collaborative' },
          { name: 'SLACK_BOT_TOKEN', how: 'set', from: null, to: null },
        ],
      },
    ])
  })

  test('says what differs from the one before: values, and of a secret only that it is another', async () => {
    const world = await openApp()
    await noteInstallation(world.app, [
      set('LOG_LEVEL', 'info'),
      secret('SMTP_URL', 'smtps://a'),
      secret('SLACK_BOT_TOKEN', 'xoxb-1'),
    ])
    await noteInstallation(world.app, [
      set('LOG_LEVEL', 'warn'),
      secret('SLACK_BOT_TOKEN', 'xoxb-2'),
    ])

    expect((await noted(world)).at(-1)).toEqual({
      pack: null,
      settings: [
        { name: 'LOG_LEVEL', how: 'changed', from: 'info', to: 'warn' },
        { name: 'SLACK_BOT_TOKEN', how: 'changed', from: null, to: null },
        { name: 'SMTP_URL', how: 'unset', from: null, to: null },
      ],
    })
    expect(
      JSON.stringify([await noted(world), await world.store.setting('installation')]),
    ).not.toMatch(/xoxb|smtps/)
  })

  test('says when the rules are others: from which pack to which', async () => {
    const world = await openApp()
    await noteInstallation(world.app, [])
    const before = world.app.packs.current.hash
    const policy = policyOf('social-care')
    const packs = { ...world.app.packs, current: { policy, hash: 'another' } }

    await noteInstallation({ ...world.app, packs }, [])

    expect((await noted(world)).at(-1)).toMatchObject({
      pack: { from: { hash: before }, to: { id: 'social-care', hash: 'another' } },
    })
  })
})
