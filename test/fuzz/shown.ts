import fc from 'fast-check'
import { renderMessage as slackMessage } from '../../adapters/channels/slack/render.ts'
import { renderMessage as teamsMessage } from '../../adapters/channels/teams/render.ts'
import type { Message } from '../../src/core/message/message.ts'
import { safeMessage, safeText } from '../../src/core/message/safe.ts'
import { type Named, trial } from './trial.ts'
import { words } from './words.ts'

const NOBODY = { organisations: [] }
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\p{Cs}]/u

/** Words of somebody’s in every place where a message may hold them. */
const messages: fc.Arbitrary<Message> = fc
  .tuple(words, words, words)
  .map(([one, two, three]): Message => {
    return safeMessage({
      title: one,
      parts: [
        { kind: 'text', text: two },
        { kind: 'quote', text: three },
        { kind: 'alert', text: [one, ' and ', two] },
        { kind: 'facts', facts: [[one, two]] },
        { kind: 'list', items: [three, one] },
        { kind: 'buttons', buttons: [{ label: two, press: { do: 'command', words: 'mine' } }] },
      ],
    })
  })

/** Whatever somebody writes calls nobody, hides no address and turns nothing round, wherever it is shown. */
export const shown: readonly Named[] = [
  trial({
    name: 'what Slack shows',
    share: 60,
    inputs: messages,
    run(message) {
      for (const { text, blocks } of slackMessage(message, {
        directory: NOBODY,
        accounts: new Map(),
      })) {
        if (/[<>]/.test(text)) throw new Error(`Markup in the plain text: ${text}`)
        for (const markup of markupIn(blocks)) slackMarkup(markup)
      }
    },
  }),
  trial({
    name: 'what Teams shows',
    share: 60,
    inputs: messages,
    run(message) {
      for (const page of teamsMessage(message, NOBODY))
        for (const markup of markupIn(page.attachments)) teamsMarkup(markup)
    },
  }),
  trial({
    name: 'what is made safe to look at',
    share: 50,
    inputs: words,
    run(text) {
      const safe = safeText(text)
      if (INVISIBLE.test(safe)) throw new Error('Something invisible is left')
      if (safeText(safe) !== safe) throw new Error('The second time gives something else')
    },
  }),
]

/** Every text that its service reads as markup: Slack’s `mrkdwn`, the texts and values of cards. */
function markupIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { type, text, title, value: fact } = value as Record<string, unknown> // any JSON object
  const isMarkup = type === 'mrkdwn' || type === 'TextBlock'
  const isFact = type === undefined && typeof title === 'string' && typeof fact === 'string'
  return [
    ...(isMarkup && typeof text === 'string' ? [text] : []),
    ...(isFact ? [title, fact] : []),
    ...Object.values(value).flatMap(markupIn),
  ]
}

function slackMarkup(markup: string): void {
  // Within an address it is a part of the address.
  if (/@(here|channel|everyone)\b/i.test(markup.replace(/<https?:[^>]*>/g, '')))
    throw new Error(`It calls everybody: ${markup}`)
  for (const [whole, inside = ''] of markup.matchAll(/<([^>]*)>?/g))
    if (!/^https?:\/\/[^|<>\s]+$/.test(inside)) throw new Error(`It is markup: ${whole}`)
}

function teamsMarkup(markup: string): void {
  if (/<\s*\/?\s*at\b/i.test(markup)) throw new Error(`It calls somebody: ${markup}`)
  if (markup.includes('{{')) throw new Error(`It is a template: ${markup}`)
  for (const { isPicture, label, url } of linksIn(markup)) {
    if (isPicture) throw new Error(`It is a picture of ${url}`)
    if (!names(label.replaceAll('\u200b', ''), url)) throw new Error(`${url} is called ${label}`)
    if (!/^https?:\/\//.test(url)) throw new Error(`It leads to ${url}`)
  }
}

/** The address itself, or its beginning with all that says whose it is. */
function names(label: string, url: string): boolean {
  if (!label.endsWith('…')) return label === url
  const owner = /^https?:\/\/[^/?#]*/.exec(url)?.[0] ?? url
  return url.startsWith(label.slice(0, -1)) && label.startsWith(owner)
}

/** Walks through Markdown as a renderer does: what follows a backslash is a letter. */
function* linksIn(markup: string) {
  for (let at = 0; at < markup.length; at += 1) {
    if (markup[at] === '\\') at += 1
    else if (markup[at] === '[') {
      const [, label, url] = /^\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)/s.exec(markup.slice(at)) ?? []
      if (label === undefined || url === undefined) continue
      yield { isPicture: markup[at - 1] === '!', label: label.replace(/\\(.)/gs, '$1'), url }
    }
  }
}
