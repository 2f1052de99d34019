import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../../manifests/teams/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'))

test('what Teams shows of the app fits where Teams shows it', () => {
  expect(manifest.name.short.length).toBeLessThanOrEqual(30)
  expect(manifest.name.full.length).toBeLessThanOrEqual(100)
  expect(manifest.description.short.length).toBeLessThanOrEqual(80)
  expect(manifest.description.full.length).toBeLessThanOrEqual(4000)
})

test('the bot can be spoken to alone, in a team and in a group chat', () => {
  expect(manifest.bots[0].scopes).toEqual(['personal', 'team', 'groupChat'])
})

test.each([
  ['color', 192],
  ['outline', 32],
])('the %s icon is a picture of %i by %i', (name, size) => {
  const picture = readFileSync(new URL(manifest.icons[name], folder))

  expect(picture.toString('latin1', 1, 4)).toBe('PNG')
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size])
})
