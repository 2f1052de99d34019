import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Route } from '../../../src/app/host.ts'
import { bodyOf } from '../../../src/app/request-body.ts'
import type { FormView } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { nameOf } from '../../../src/core/people/find.ts'
import type { MailHost } from '../index.ts'
import { CALLED } from '../letter.ts'
import type { Linked, Links } from '../links.ts'
import { answered, heardOf, type Offered, offeredIn, shownTo, ticketOf } from './answer.ts'
import { formMarkup, NOTHING } from './form.ts'
import { guard, html, type Markup, send } from './html.ts'
import { messageMarkup } from './message.ts'

const MOST_BYTES = 16 * 1024
const MOVED_ON = 303

type Talking = Pick<MailHost, 'conversation' | 'directory'>

/**
 * The page behind the link in a mail. Looking at it answers nothing: programs that check mails look too,
 * so what is kept of it is that the link was opened, and not by whom.
 */
export function answerPages(
  host: Talking & Pick<MailHost, 'now' | 'log'>,
  links: Links,
  under: string,
): Route['handle'] {
  return async (request, response) => {
    guard(response)
    const path = pathOf(request)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (!isRead && request.method !== 'POST') return refuse(response, 405, NO_SUCH_WAY)
    const token = path.slice(under.length)
    const linked = await links.read(token, host.now())
    if (!linked) return tooLate(host, response, await links.expired(token, host.now()))
    const shown = await shownTo(host, linked)
    if (!shown) return refuse(response, 404, NO_LONGER)
    if (request.method === 'GET')
      await host.conversation.opened(heardOf(linked), linked.record, linked.slot)
    if (isRead) return send(response, 200, shown.title, ...(await page(host, linked, shown)))
    const body = await bodyOf(request, response, MOST_BYTES)
    if (body === null) return refuse(response, 413, TOO_LONG)
    await answer(host, linked, shown, new URLSearchParams(body.toString()), { path, response })
  }
}

const NO_SUCH_WAY = 'This page is opened and answered, and nothing else.'
const NO_LONGER =
  'This link does not answer anything, or not any more. If you were called to a meeting, look for a newer mail about it, or phone whoever called you.'
const TOO_LATE =
  'This link is past its time and does nothing any more. If you have a newer mail about this, use the link in that one.'
const TOO_LONG = 'That is too long. Go back, shorten it and send it again.'
const NOT_OFFERED = 'That answer is not offered any more. What stands now is below.'

/** Past its time it says what stands, in the words of a mail’s subject, and whom to ask. */
async function tooLate(
  host: Talking,
  response: ServerResponse,
  expired: Linked | undefined,
): Promise<void> {
  const shown = expired && (await shownTo(host, expired))
  if (!expired || !shown) return refuse(response, 404, NO_LONGER)
  const ask = whomToAsk(shown, host)
  send(response, 410, shown.title, html`<h1>${shown.title}</h1><p>${TOO_LATE}</p><p>${ask}</p>`)
}

function untilWords({ byMail }: Message): string {
  const until = byMail?.about?.until ?? null
  return until === null ? '' : ` It answers until ${until}.`
}

/** Where nothing is offered: somebody may still have a question. */
function whomToAsk({ byMail }: Message, { directory }: Pick<Talking, 'directory'>): string {
  const contact = byMail?.contact ?? null
  if (contact === null) return 'To ask about it, phone whoever called the meeting.'
  const { who = CALLED } = byMail?.about ?? {}
  return `To ask about it, phone ${nameOf(directory(), contact)}, ${who}.`
}

interface Exchange {
  readonly path: string
  readonly response: ServerResponse
}

async function answer(
  host: Talking,
  linked: Linked,
  before: Message,
  given: URLSearchParams,
  { path, response }: Exchange,
): Promise<void> {
  const done = await answered(host, linked, before, given)
  const shown = (await shownTo(host, linked)) ?? before
  if (!done) {
    const told = html`<p>${NOT_OFFERED}</p>`
    return send(response, 409, shown.title, ...(await page(host, linked, shown, [told])))
  }
  const { answer: value, reply } = done
  switch (reply.type) {
    case 'nothing':
      // Not the whole path: a proxy may have taken off its beginning.
      response.writeHead(MOVED_ON, { location: path.slice(path.lastIndexOf('/') + 1) }).end()
      return
    case 'say': {
      const { title } = reply.message
      const told = [html`<h2>${title}</h2>`, ...messageMarkup(reply.message, host.directory())]
      return send(response, 200, title, ...(await page(host, linked, shown, told)))
    }
    case 'form': {
      const wrong = { answer: value, form: reply.form }
      return send(response, 422, shown.title, ...(await page(host, linked, shown, [], wrong)))
    }
  }
}

/** What stands, and every way to answer it; `told` is what has just become of an answer. */
async function page(
  host: Talking,
  linked: Linked,
  shown: Message,
  told: readonly Markup[] = [],
  wrong?: { readonly answer: string; readonly form: FormView },
): Promise<readonly Markup[]> {
  const directory = host.directory()
  const ways = offeredIn(shown).map((offer) =>
    way(host, linked, offer, offer.answer === wrong?.answer ? wrong.form : undefined),
  )
  return [
    told.length === 0 ? NOTHING : html`<div class="told" role="status">${told}</div>`,
    html`<h1>${shown.title}</h1>`,
    html`<p class="small">This page is for ${nameOf(directory, linked.person)} alone.${ways.length > 0 ? untilWords(shown) : ''}</p>`,
    ...messageMarkup(shown, directory),
    ...(await Promise.all(ways)),
    ways.length > 0 ? NOTHING : html`<p class="small">${whomToAsk(shown, host)}</p>`,
  ]
}

async function way(
  host: Talking,
  linked: Linked,
  { answer: value, label, press }: Offered,
  wrong: FormView | undefined,
): Promise<Markup> {
  if (press.do === 'vote')
    return html`<form method="post"><button name="answer" value="${value}">${label}</button></form>`
  if (press.do === 'answer')
    return html`<form method="post"><input type="hidden" name="revision" value="${String(press.revision)}"><button name="answer" value="${value}">${label}</button></form>`
  const form = wrong ?? (await formFor(host, linked, press))
  return form ? formMarkup(value, label, form, host.directory()) : NOTHING
}

async function formFor(
  { conversation }: Talking,
  linked: Linked,
  press: Extract<Offered['press'], { do: 'open' }>,
): Promise<FormView | undefined> {
  const reply = await conversation.refresh(heardOf(linked), ticketOf(press, randomUUID()), {})
  return reply.type === 'form' ? reply.form : undefined
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  send(response, status, 'Nothing to answer', html`<h1>Nothing to answer</h1><p>${sentence}</p>`)
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.search(/[?#]/)
  return end === -1 ? url : url.slice(0, end)
}
