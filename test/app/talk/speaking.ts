import type { Reply } from '../../../src/app/conversation.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Answers, FormView, Ticket } from '../../../src/core/message/form.ts'
import type { Button, Message, Press } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import type { TestApp } from '../../fixtures/app.ts'
import { incident, person } from '../../fixtures/cases.ts'

const WILLOW: Place = { channel: 'web', to: { type: 'room', room: 'willow' } }
export const WILLOW_KEY = 'web/room/willow'
/** Passes modulus 11 and lies in the range that is kept for tests. */
export const NHS_NUMBER = '999 000 0018'

/** Somebody on the web channel who is not in the directory. */
export const guest: Actor = {
  type: 'unlisted',
  channel: 'web',
  account: 'guest',
  name: 'Gus Guest',
}

let deliveries = 0

/** A person at the keyboard: what they do, and what they get back privately. */
export function speaker(world: TestApp, who: string | Actor, channel = 'web') {
  const actor = typeof who === 'string' ? person(who) : who
  const heard = () => ({ actor, channel, key: `delivery-${++deliveries}` })
  const { conversation } = world
  /** Does it, and lets all that follows from it be sent. */
  async function after(reply: Promise<Reply>): Promise<Reply> {
    const said = await reply
    await world.settle()
    return said
  }
  return {
    command: (name: 'concern' | 'incident' | 'muster', text = '') =>
      after(conversation.command(heard(), name, text)),
    press: (press: Press) => after(conversation.press(heard(), press)),
    refresh: (ticket: Ticket, answers: Answers) =>
      after(conversation.refresh(heard(), ticket, answers)),
    submit: (ticket: Ticket, answers: Answers) =>
      after(conversation.submit(heard(), ticket, answers)),
    home: () => conversation.home(heard()),
    /** Writes where there are no threads. */
    chat: (places: readonly Place[], text: string, quoted?: string) =>
      after(conversation.saidInChat(heard(), { places, quoted }, text)),
    /** Hands a form in as it is shown, with these answers changed. */
    fill: (form: FormView, answers: Answers) =>
      after(conversation.submit(heard(), form.ticket, { ...shownIn(form), ...answers })),
    /** Replies in the thread under a case's first message. */
    async reply(id: RecordId, text: string, place: Place = WILLOW, key = WILLOW_KEY) {
      const ref = await world.store.shown(id, key, 'root')
      return after(conversation.said(heard(), { place, ref: ref ?? 'nothing-there' }, text))
    },
  }
}

/** What a form holds before anybody touches it. */
export function shownIn(form: FormView): Answers {
  const values: Answers = {}
  for (const { id, value } of form.fields) {
    if (value !== undefined) values[id] = typeof value === 'string' ? value : [...value]
  }
  return values
}

export function formIn(reply: Reply): FormView {
  if (reply.type !== 'form') throw new Error(`No form but ${JSON.stringify(reply)}`)
  return reply.form
}

export function fieldIn(form: FormView, id: string) {
  const field = form.fields.find((one) => one.id === id)
  if (!field) throw new Error(`No field ${id} among ${form.fields.map((one) => one.id)}`)
  return field
}

/** What somebody is told, in plain words; empty when nothing was said. */
export function wordsOf(world: TestApp, reply: Reply): string {
  switch (reply.type) {
    case 'nothing':
      return ''
    case 'say':
      return plainMessage(reply.message, world.app.directory())
    case 'form':
      return [reply.form.problem, ...reply.form.fields.map(({ error }) => error)]
        .filter((one) => one !== undefined)
        .join('\n')
  }
}

export function buttonsOf(message: Message): readonly Button[] {
  return message.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []))
}

/** What the button with this label, or its beginning, does. */
export function pressOn(message: Message | undefined, label: string): Press {
  const all = message ? buttonsOf(message) : []
  const found = all.find((button) => button.label.startsWith(label))
  if (!found) throw new Error(`No button ${label} among ${all.map((one) => one.label)}`)
  return found.press
}

/** What stands in a slot of Willow's room now. */
export function standingIn(world: TestApp, slot: string, place = WILLOW_KEY): Message | undefined {
  return world.web.standing.findLast((one) => one.place === place && one.slot === slot)?.message
}

/** A serious incident that stands in Willow's room. */
export async function raisedIncident(
  world: TestApp,
  over: Parameters<typeof incident>[0] = {},
): Promise<{ id: RecordId; reference: string }> {
  const answer = await world.ask(incident(over))
  if (!answer.ok) throw new Error(answer.refusal.message)
  return { id: answer.id, reference: referenceOf(answer.id) }
}

/** The triage form's answers that lead to an enhanced recommendation. */
export const ENHANCED: Answers = {
  triggers: ['T3', 'T4'],
  triggers__T3__evidence: 'Three incidents in a month.',
  triggers__T3__direction: 'rising',
  triggers__T4__evidence: 'Complaints doubled.',
  triggers__T4__direction: 'new',
  consequence: '3',
  likelihood: '3',
  urgent: 'no',
}

/** Triage by the quality lead; the level is then asked for. */
export async function triaged(world: TestApp, id: RecordId, over: Answers = {}): Promise<void> {
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.press({ do: 'open', form: 'triage', record: id }))
  const said = await quinn.fill(form, { ...ENHANCED, ...over })
  if (said.type !== 'say') throw new Error(wordsOf(world, said))
}

/** Everything that is stored, as one text. */
export async function everything(world: TestApp): Promise<string> {
  const all = await Promise.all(
    ['case', 'meeting', 'provider', 'organisation'].map((kind) =>
      world.store.list({ facets: { kind } }),
    ),
  )
  const parts = all
    .flat()
    .map(async ({ id }) => [
      await world.store.load(id),
      await world.store.history(id),
      await world.store.outbox(id),
    ])
  const stored = [await Promise.all(parts), await world.store.requests(1000)]
  return JSON.stringify([stored, world.channels.map(({ standing }) => standing)])
}
