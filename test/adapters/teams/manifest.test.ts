import { readFileSync } from 'node:fs'
import { AppManifestUtils } from '@microsoft/app-manifest'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { teamsAppPackage } from '../../../manifests/teams/app-package.ts'

const APP = '11111111-2222-4333-8444-555555555555'
const folder = new URL('../../../manifests/teams/', import.meta.url)
const text = readFileSync(new URL('manifest.json', folder), 'utf8')
const manifest = JSON.parse(text)

/** Microsoft's own schema, which the package brings along. */
const faults = (one: unknown) =>
  AppManifestUtils.validateAgainstSchema(
    one as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0],
  )

describe('the manifest', () => {
  test('is one of its version', async () => {
    expect(manifest.manifestVersion).toBe('1.30')
    expect(await faults(manifest)).toEqual([])
  })

  test('would be refused with a scope that does not exist', async () => {
    const wrong = text.replace('"groupChat"', '"corridor"')

    expect(await faults(JSON.parse(wrong))).not.toEqual([])
  })

  test('lets the bot be spoken to alone, in a team and in a group chat', () => {
    expect(manifest.bots[0].scopes).toEqual(['personal', 'team', 'groupChat'])
  })

  test('opens forms from the slash and from a message', () => {
    const commands: { id: string; context: string[] }[] = manifest.composeExtensions[0].commands
    const [slash, other] = [false, true].map((isOnMessage) =>
      commands.filter(({ context }) => context.includes('message') === isOnMessage),
    )

    expect(slash?.map(({ id }) => id)).toEqual(['concern', 'incident', 'muster'])
    for (const one of slash ?? [])
      expect(one).toMatchObject({ fetchTask: true, triggers: ['slash'] })
    expect(other).toMatchObject([{ id: 'raise', title: 'Raise as a concern', fetchTask: true }])
  })

  test.each([
    ['color', 192],
    ['outline', 32],
  ] as const)('the %s icon is a picture of %i by %i', (name, size) => {
    const picture = readFileSync(new URL(manifest.icons[name], folder))

    expect(picture.toString('latin1', 1, 4)).toBe('PNG')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size])
  })
})

describe('the package for Teams', () => {
  test('holds the manifest of this bot and its icons', async () => {
    const files = unzipSync(teamsAppPackage(APP))

    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png'])
    const packed = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString())
    expect(packed).toMatchObject({
      id: APP,
      bots: [{ botId: APP }],
      composeExtensions: [{ botId: APP }],
      // By this Graph knows that the app is Muster's own.
      webApplicationInfo: { id: APP },
    })
    expect(await faults(packed)).toEqual([])
  })

  test.each([undefined, '', 'muster', '00000000-0000-0000-0000-000000000000'])(
    'is not made for the id %s',
    (id) => {
      expect(() => teamsAppPackage(id)).toThrow(/^MicrosoftAppId is .*: set it to the Application/)
    },
  )
})
