import type { Composing } from '../kind.ts'
import type { Message, Part, Text } from '../message/message.ts'
import { NO_LEAD } from '../people/lead.ts'
import { phonesFor } from '../people/phones.ts'
import { referenceOf } from '../record-id.ts'
import type { Case } from './case.ts'
import { titleOf } from './compose-root.ts'
import { askedWords } from './host/compose.ts'
import { isForHost } from './host/host.ts'
import { mayBeSentNews } from './news.ts'
import { ended, shown } from './words.ts'

/** The private confirmation. */
export function composeReceipt(kase: Case, composing: Composing): Message {
  const { directory } = composing
  return {
    title: `Recorded: ${titleOf(kase)}`,
    parts: [
      ...(kase.danger ? [danger(kase, directory)] : []),
      said(whoWasAsked(kase, composing)),
      ...(kase.raiser.how === 'inConfidence'
        ? [said(`You raised it in confidence: your name is shown to ${confidant(kase)} only.`)]
        : []),
      ...(kase.confidential
        ? [said('It is confidential: only the people on its list see it.')]
        : []),
      said(`Keep the reference: ${referenceOf(kase.id)}. ${howToAdd(kase)}`),
      ...meanwhile(kase, composing),
      ...newsParts(kase),
    ],
  }
}

function whoWasAsked(kase: Case, composing: Composing): Text {
  if (kase.type === 'intelligence') return askedWords(kase, composing, TOLD_HERE)
  if (isForHost(kase)) return askedWords(kase, composing, comesOfIt(kase))
  const { organisations } = composing.directory
  const lead = organisations.find(({ slug }) => slug === kase.provider.leadProvider)
  return `Thank you. ${lead?.name ?? 'The Lead Provider'}’s quality lead has been asked to look at it. ${comesOfIt(kase)}`
}

const TOLD_HERE = 'You will be told here what comes of it.'

/** Who learns a name that is given in confidence. */
function confidant({ provider }: Case): string {
  return provider.leadProvider === NO_LEAD ? 'the host commissioner' : 'that quality lead'
}

function comesOfIt(kase: Case): string {
  if (!mayBeSentNews(kase))
    return 'You are not on its list: you are told here when it is closed, and nothing before.'
  return kase.newsOff
    ? 'You asked for no more news of it.'
    : 'You will be told here what comes of it, step by step.'
}

/** What was kept back while they wanted no news. */
function meanwhile({ told, newsOff }: Case, composing: Composing): Part[] {
  const items = told
    .filter(({ quiet }) => quiet && !newsOff)
    .map(({ at, words }) => `${shown(at, composing)}: ${ended(words)}`)
  return items.length === 0 ? [] : [said('Meanwhile:'), { kind: 'list', items }]
}

/** Off and on again, as often as they want, until it is over. */
function newsParts(kase: Case): Part[] {
  const { id: record, status, newsOff } = kase
  if (status === 'closed' || !mayBeSentNews(kase)) return []
  const label = newsOff ? 'Send me news again' : 'No more news of this'
  return [
    { kind: 'buttons', buttons: [{ label, press: { do: 'news', record, on: newsOff === true } }] },
  ]
}

/** One step, in the words that they may know. */
export function composeOutcome(kase: Case, words: string): Message {
  return {
    title: `News of ${referenceOf(kase.id)}`,
    parts: [said(words), ...newsParts(kase)],
  }
}

/** Of a confidential case nobody else may hear, not even an incident lead: it may be about them. */
function howToAdd(kase: Case): string {
  const { confidential, type } = kase
  const isOfHost = isForHost(kase)
  if (isOfHost && confidential && type !== 'intelligence')
    return 'To add to it, tell the host commissioner the reference, and nobody who is not on the list.'
  if (isOfHost) return 'To add to it, tell the host commissioner the reference.'
  return confidential
    ? 'To add to it, tell that quality lead the reference, and nobody who is not on the list.'
    : 'To add to it, tell your incident lead the reference.'
}

/** What came of it, for whoever raised it anonymously: what they would have been told, and nothing more. */
export function composeNews(kase: Case, composing: Composing): Message {
  const { told, closed, raisedAt, triage } = kase
  const state = closed
    ? `It was closed ${shown(closed.at, composing)}.`
    : triage
      ? 'It is open, and has been looked at.'
      : 'It is open, and has not been looked at yet.'
  return {
    title: `What came of ${referenceOf(kase.id)}`,
    parts: [
      said(`You raised it ${shown(raisedAt, composing)}. ${state}`),
      ...(told.length === 0
        ? []
        : [
            {
              kind: 'list',
              items: told.map(({ at, words }) => `${shown(at, composing)}: ${ended(words)}`),
            } as const,
          ]),
    ],
  }
}

function said(text: Text): Part {
  return { kind: 'text', text }
}

function danger(kase: Case, directory: Composing['directory']): Part {
  const phones = phonesFor(directory, kase.provider)
  return {
    kind: 'alert',
    text: `If anyone is still in danger, phone now. ${phones} Do not wait for Muster.`,
  }
}
