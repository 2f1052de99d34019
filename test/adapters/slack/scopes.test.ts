import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SCOPES, WITHOUT_SCOPE } from '../../../adapters/channels/slack/scopes.ts'

const root = new URL('../../../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('manifests/slack/manifest.json', root), 'utf8'))
const folder = new URL('adapters/channels/slack/', root)
const code = readdirSync(folder)
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n')

const sorted = (items: Iterable<string>) => [...new Set(items)].sort()

test('the manifest asks for exactly the scopes that have a reason', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual(sorted(SCOPES.map(({ scope }) => scope)))
  expect(manifest.oauth_config.scopes.user).toBeUndefined()
})

test('every method that the code calls is covered by a scope, and no scope is there for nothing', () => {
  const called = [...code.matchAll(/\bweb\.([a-z]+)\.([a-zA-Z]+)\(/g)].map(
    ([, a, b]) => `${a}.${b}`,
  )

  const covered = [...SCOPES.flatMap(({ methods }) => methods), ...WITHOUT_SCOPE.methods]
  expect(sorted(called)).toEqual(sorted(covered))
})

test('every event that Slack is to send is heard by the code and covered by a scope', () => {
  const heard = [...code.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, event]) => event ?? '')
  const events = [...SCOPES.flatMap((one) => one.events), ...WITHOUT_SCOPE.events]

  expect(sorted(manifest.settings.event_subscriptions.bot_events)).toEqual(sorted(events))
  expect(sorted(heard)).toEqual(sorted(events.map((event) => event.split('.')[0] ?? '')))
})

test('commands and the shortcut of the manifest are those that the code listens to', () => {
  const commands = manifest.features.slash_commands.map((one: { command: string }) => one.command)

  expect(commands).toEqual(['/concern', '/incident', '/muster'])
  expect(code).toContain('/^\\/(concern|incident|muster)$/')
  expect(code).toContain(`app.shortcut('${manifest.features.shortcuts[0].callback_id}'`)
})

test('the manifest keeps within what Slack takes', () => {
  const { display_information: about, features } = manifest

  expect(about.description.length).toBeLessThanOrEqual(140)
  expect(about.long_description.length).toBeGreaterThanOrEqual(175)
  expect(about.long_description.length).toBeLessThanOrEqual(4000)
  expect(features.shortcuts[0].name.length).toBeLessThanOrEqual(24)
  for (const command of features.slash_commands) {
    expect(command.should_escape).toBe(true)
    expect(new URL(command.url).pathname).toBe('/slack/events')
  }
  expect(manifest.settings.socket_mode_enabled).toBe(false)
})
