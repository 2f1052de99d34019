import fc from 'fast-check'
import { z } from 'zod'
import { Answers, Ticket } from '../../src/core/message/form.ts'
import { Press } from '../../src/core/message/message.ts'
import { openApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'
import { mutated } from './mutated.ts'
import { type Named, trial } from './trial.ts'
import { words } from './words.ts'

/** What somebody who may do much does, by words, buttons and forms. */
interface Doing {
  readonly who: string
  readonly text: string
  readonly press: unknown
  readonly form: unknown
}

/** The whole conversation, for people who may change things: they may, but nothing may break. */
export async function talking(): Promise<Named> {
  const world = await openApp()
  const raised = await world.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  const { id: record } = raised
  const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const
  const ref = (await world.store.shown(record, 'web/room/willow', 'root')) ?? ''
  const { conversation, complaints } = world
  let deliveries = 0

  const inputs: fc.Arbitrary<Doing> = fc.record({
    who: fc.constantFrom('nia', 'ivan', 'quinn', 'mara'),
    text: words,
    press: mutated(
      { do: 'have', record, clock: 'D1' },
      { do: 'answer', record, prompt: 'triage', answer: 'accept', revision: 1 },
      { do: 'open', form: 'close', record, with: { what: 'x' } },
      { do: 'command', words: `status ${record}` },
    ),
    form: mutated(
      { ticket: { form: 'note', nonce: 'n', record }, answers: { text: 'A note.' } },
      { ticket: { form: 'triage', nonce: 'n', record }, answers: { triggers: ['T1', 'T4'] } },
      { ticket: { form: 'incident', nonce: 'n' }, answers: { occurred: '2027-03-26 20:15' } },
      { ticket: { form: 'convene', nonce: 'n', record }, answers: { meeting: 'M1', seats: [] } },
      { ticket: { form: 'when', nonce: 'n' }, answers: { rule: 'D3', start: '2027-03-26 20:15' } },
    ),
  })

  return trial({
    name: 'the conversation with people who may',
    share: 25,
    inputs,
    async run({ who, text, press, form }) {
      const before = complaints.length
      const heard = () => {
        deliveries += 1
        return { actor: person(who), channel: 'web', key: `${deliveries}` }
      }
      await conversation.command(heard(), 'muster', text)
      await conversation.command(heard(), 'concern', text)
      await conversation.said(heard(), { place, ref }, text)
      await conversation.saidInChat(heard(), { places: [place], quoted: undefined }, text)
      const pressed = Press.safeParse(press).data
      if (pressed) await conversation.press(heard(), pressed)
      const filled = FORM.safeParse(form).data
      if (filled) {
        await conversation.refresh(heard(), filled.ticket, filled.answers)
        await conversation.submit(heard(), filled.ticket, filled.answers)
      }
      const [complaint] = complaints.slice(before)
      if (complaint !== undefined) throw new Error(complaint)
    },
  })
}

const FORM = z.object({ ticket: Ticket, answers: Answers })
