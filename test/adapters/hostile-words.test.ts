import { expect, test } from 'vitest'
import { plainWords } from '../../adapters/channels/slack/heard.ts'
import { NO_PREVIEWS } from '../../adapters/channels/slack/limits.ts'
import { renderMessage as slackMessage } from '../../adapters/channels/slack/render.ts'
import { takesAnswers } from '../../adapters/channels/slack/web.ts'
import { renderMessage as teamsMessage } from '../../adapters/channels/teams/render.ts'
import { isAllowedService } from '../../adapters/channels/teams/settings.ts'
import { spoken } from '../../adapters/channels/teams/words.ts'
import { messageView } from '../../adapters/channels/web/render.ts'
import type { Message } from '../../src/core/message/message.ts'
import { BOT, TENANT } from './teams/authority.ts'

const NOBODY = { organisations: [] }

/** As it may come in any text of somebody’s. */
function said(words: string): Message {
  return {
    title: words,
    parts: [
      { kind: 'text', text: words },
      { kind: 'quote', text: words },
    ],
  }
}

function onSlack(words: string): string {
  const [{ text, blocks }] = slackMessage(said(words), { directory: NOBODY, accounts: new Map() })
  const markup = JSON.stringify(blocks.filter(({ type }) => type === 'section'))
  return `${text}\n${markup}`
}

function onTeams(words: string): string {
  const [{ attachments }] = teamsMessage(said(words), NOBODY)
  return JSON.stringify(attachments?.[0]?.content.body)
}

test.each([
  '<!channel>',
  '<!here>',
  '<!everyone|everyone>',
  '<@U0AMINA>',
  '<!subteam^S1>',
  '<#C1>',
])('Slack calls nobody for %s in somebody’s words', (words) => {
  expect(onSlack(words)).not.toMatch(/<[!@#]/)
  expect(onSlack(words)).toContain(words.replace('<', '&lt;').replace('>', '&gt;'))
})

test.each(['@channel', '@here', '@everyone', '@Channel'])('Slack calls nobody for %s', (words) => {
  expect(onSlack(words)).not.toMatch(/@(channel|here|everyone)\b/i)
})

test('Slack calls nobody for a name within a word so long that it is cut', () => {
  for (const before of [490, 495, 499]) {
    const shown = onSlack(`${'x'.repeat(before)}@channel ${'y'.repeat(before)}@everyone`)
    expect(shown.replaceAll('"}},{"type":"section"', '')).not.toMatch(/@(channel|everyone)/)
  }
})

test('Slack shows where a link leads, whatever somebody called it', () => {
  expect(onSlack('<https://evil.example|nhs.uk>')).toContain(
    '&lt;<https://evil.example>|nhs.uk&gt;',
  )
  expect(onSlack('see https://nhs.uk/a?b=1&c')).toContain('<https://nhs.uk/a?b=1&amp;c>')
  expect(NO_PREVIEWS).toEqual({ unfurl_links: false, unfurl_media: false })
})

test('Teams shows links, pictures, mentions and templates as they were typed', () => {
  expect(onTeams('[nhs.uk](https://evil.example)')).toContain(
    String.raw`\\[nhs.uk\\]([https://evil.example](https://evil.example))`,
  )
  const owner = `https://www.nhs.uk.${'a'.repeat(80)}.evil.example`
  expect(onTeams(`${owner}/${'b'.repeat(80)}`)).toContain(`[${owner}/`)
  expect(onTeams('![x](y)')).toContain(String.raw`!\\[x\\](y)`)
  expect(onTeams('!https://evil.example/x.png')).not.toContain('![')
  expect(onTeams('<at>Nia Roberts</at>')).not.toMatch(/<\/?at/)
  expect(onTeams('{{DATE(2027-01-01)}}')).not.toContain('{{')
  expect(onTeams('# Closed\n- by *nobody*')).toContain(
    String.raw`\\# Closed\n\n\\- by \\*nobody\\*`,
  )
})

test('the playground gets words and never markup', () => {
  const words = '<img src=x onerror=alert(1)>'
  const view = messageView(said(words), { directory: NOBODY, linkTo: () => undefined })

  expect(view.parts[0]).toEqual({ kind: 'text', text: [{ words }] })
})

test('ten thousand mentions ask Slack about a few people only, and are soon read', async () => {
  const accounts = Array.from({ length: 10_000 }, (_, index) => `U${index}`)
  let asked = 0
  const plain = await plainWords(accounts.map((one) => `<@${one}>`).join(' '), 'U5', async (id) => {
    asked += 1
    return `name of ${id}`
  })

  expect(asked).toBe(30)
  expect(plain).toMatch(/^name of U0 .*name of U30 @U31 /)
  expect(plain).toMatch(/@U9999$/)
})

test('ten thousand mentions on Teams are read, with those first as names', () => {
  const mentions = Array.from({ length: 10_000 }, (_, index) => `<at>Person ${index}</at>`)
  const text = mentions.join(' ')
  const entities = mentions.map((one, index) => ({
    type: 'mention',
    text: one,
    mentioned: { id: `29:${index}`, name: `Dr ${index}` },
  }))
  const conversation = { id: 'a:nia', conversationType: 'personal', tenantId: TENANT }
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'x',
    from: { id: 'a' },
  } as const
  const words = spoken({
    ...activity,
    from: { id: 'a', name: undefined, aadObjectId: undefined, tenantId: undefined },
    id: undefined,
    name: undefined,
    action: undefined,
    recipient: { ...BOT, isTargeted: undefined },
    conversation,
    channelData: undefined,
    text,
    replyToId: undefined,
    entities,
  })

  expect(words).toMatch(/^Dr 0 Dr 1 /)
  expect(words.length).toBeGreaterThan(100_000)
})

test.each([
  ['https://hooks.slack.com/commands/T1/2/3', true],
  ['https://hooks.slack-gov.com/actions/T1/2/3', true],
  ['http://127.0.0.1:4000/response/1', true],
  ['http://127.0.0.1:4001/response/1', false],
  ['http://hooks.slack.com/commands/T1', false],
  ['https://hooks.slack.com:8443/commands/T1', false],
  ['https://hooks.slack.com.evil.example/', false],
  ['https://evil.example/hooks.slack.com', false],
  ['https://hooks.slack.com@evil.example/', false],
  ['http://169.254.169.254/latest/meta-data', false],
  ['file:///etc/passwd', false],
  ['not an address', false],
])('a private answer to %s: %s', (url, takes) => {
  expect(takesAnswers(url, 'http://127.0.0.1:4000/api/')).toBe(takes)
})

test.each([
  ['https://smba.trafficmanager.net/uk/', true],
  ['https://smba.infra.gov.teams.microsoft.us/', true],
  ['http://smba.trafficmanager.net/uk/', false],
  ['https://smba.trafficmanager.net.evil.example/', false],
  ['https://evil.example/smba.trafficmanager.net', false],
  ['https://smba.trafficmanager.net@evil.example/', false],
  ['http://169.254.169.254/', false],
  ['', false],
])('a message of Teams from the service %s: %s', (url, allowed) => {
  const settings = { MicrosoftAppId: 'a', MicrosoftAppPassword: 'b', MicrosoftAppTenantId: TENANT }
  expect(isAllowedService(settings, url)).toBe(allowed)
})
