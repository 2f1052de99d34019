import { expect, test } from 'vitest'
import { channels } from '../../adapters/channels/index.ts'
import { type ChannelHarness, testChannel } from '../contract/channel.ts'
import { testMirrored } from '../contract/mirrored.ts'
import { mailHarness } from './mail/contract-harness.ts'
import { slackHarness } from './slack/contract-harness.ts'
import { teamsHarness } from './teams/contract-harness.ts'
import { webHarness } from './web/contract-harness.ts'

const harnesses: Readonly<Record<string, ChannelHarness>> = {
  web: webHarness,
  slack: slackHarness,
  teams: teamsHarness,
  mail: mailHarness,
}

test('every channel there is stands the trial', () => {
  expect(Object.keys(harnesses).sort()).toEqual(channels.map(({ name }) => name).sort())
})

for (const [name, harness] of Object.entries(harnesses)) testChannel(name, harness)

const services = Object.entries(harnesses).filter(([, { lettersOnly }]) => !lettersOnly)
for (const [index, one] of services.entries())
  for (const other of services.slice(index + 1)) testMirrored(Object.fromEntries([one, other]))
