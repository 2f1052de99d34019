import { marked } from '../../core/drill/dress.ts'
import { placeKey } from '../../core/effect.ts'
import type { Answers, Ticket } from '../../core/message/form.ts'
import type { Press } from '../../core/message/message.ts'
import { recordKind } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Chat, Heard, Reply } from '../conversation.ts'
import type { Shown } from '../ports.ts'
import { isKnown, NOT_LISTED } from '../talk/ask.ts'
import { first, muster } from '../talk/commands.ts'
import { openForm, showForm } from '../talk/forms.ts'
import { named } from '../talk/named.ts'
import { press } from '../talk/press.ts'
import { counted } from '../talk/rates.ts'
import { buttons, refused } from '../talk/say.ts'
import { submitForm } from '../talk/submit.ts'
import { clockIn } from '../talk/understand.ts'
import { repliedInside } from './replies.ts'
import { type Stage, stageAt, stageOf } from './stage.ts'

type Answer = Promise<Reply | undefined>

/** What people say and press inside rehearsals; undefined for all that is not inside one. */
export function rehearsals(app: App) {
  return {
    /** A command that is typed in the room of a rehearsal belongs to it, but those that are about rehearsals. */
    async command(heard: Heard, name: 'concern' | 'incident' | 'muster', text: string): Answer {
      const stage = heard.at && (await stageAt(app, heard, [heard.at]))
      if (!stage || (name === 'muster' && isAboutRehearsals(text))) return undefined
      return asOneInside(heard, stage, () => commanded(stage, name, text))
    },
    async press(heard: Heard, pressed: Press): Answer {
      if (pressed.do === 'command') return undefined
      const stage = await stageOf(app, heard, pressed.record)
      if (!stage) return undefined
      return asOneInside(heard, stage, async () => {
        const as = stage.playing({ ...NOTHING_ELSE, ...partOf(pressed) })
        return stage.dress(await press(stage.ask(as), pressed), as)
      })
    },
    refresh: (heard: Heard, ticket: Ticket, answers: Answers): Answer =>
      filled(app, heard, ticket, (ask) => showForm(ask, ticket, answers)),
    submit: (heard: Heard, ticket: Ticket, answers: Answers): Answer =>
      filled(app, heard, ticket, (ask) => submitForm(ask, ticket, answers)),
    async said(heard: Heard, { record, slot }: Shown, text: string): Answer {
      const stage = recordKind(record) === 'drill' && (await stageOf(app, heard, record))
      if (!stage) return undefined
      return asOneInside(heard, stage, () => repliedInside(stage, slot, text))
    },
    /** Where there are no threads: in a rehearsal’s room, and where one of its messages is quoted. */
    async saidInChat(heard: Heard, chat: Chat, text: string): Answer {
      const { places, quoted } = chat
      for (const place of quoted === undefined ? [] : places) {
        const shown = await app.store.shownAt(placeKey(place), quoted ?? '')
        const reply = shown && (await this.said(heard, shown, text))
        if (reply) return reply
      }
      const stage = await stageAt(app, heard, places)
      if (!stage || isAboutRehearsals(text)) return undefined
      return asOneInside(heard, stage, async () => {
        const reply = await repliedInside(stage, 'root', text)
        return reply.type === 'nothing'
          ? counted(chat, () => commanded(stage, 'muster', text))
          : reply
      })
    },
  }
}

const NOTHING_ELSE = { record: null, prompt: null, clock: null, form: null }

async function filled(
  app: App,
  heard: Heard,
  ticket: Ticket,
  doing: (ask: ReturnType<Stage['ask']>) => Promise<Reply>,
): Answer {
  const stage = await stageOf(app, heard, ticket.record ?? ticket.with?.rehearsal)
  if (!stage) return undefined
  return asOneInside(heard, stage, async () => {
    const as = stage.playing({ ...NOTHING_ELSE, ...partOf(ticket) })
    return stage.dress(await doing(stage.ask(as)), as)
  })
}

/** Only those whom the table lets in take part, and only while it goes on. */
async function asOneInside(
  { actor }: Heard,
  { drill, shut }: Stage,
  doing: () => Promise<Reply>,
): Promise<Reply> {
  if (!isKnown(actor)) return refused(NOT_LISTED)
  if (shut) return refused(shut)
  if (drill.status === 'open') return doing()
  const again = { do: 'command', words: `rehearse ${drill.script.id}` } as const
  return {
    type: 'say',
    message: marked('This rehearsal is over', [
      { kind: 'text', text: 'Its score stands below its first message. Nothing was changed.' },
      buttons({ label: 'Do it again', press: again, style: 'primary' }),
    ]),
  }
}

async function commanded(
  stage: Stage,
  name: 'concern' | 'incident' | 'muster',
  text: string,
): Promise<Reply> {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(text) ?? []
  const { id } = named(rest)
  const clocks = stage.drill.records.flatMap((one) =>
    one.kind === 'case' ? one.clocks.map(({ rule }) => rule) : [],
  )
  const part = { record: id ?? null, prompt: null, clock: clockIn(rest, clocks), form: word }
  const as = stage.playing(name === 'muster' ? part : NOTHING_ELSE)
  const ask = stage.ask(as)
  const reply = name === 'muster' ? muster(ask, text) : openForm(ask, name, undefined, first(text))
  return stage.dress(await reply, as)
}

/** These are never inside: they begin rehearsals, move their clocks, and explain. */
function isAboutRehearsals(text: string): boolean {
  return /^\s*(?:(?:rehearse|help)\b|$)/i.test(text)
}

/** What a button or a form does, as far as it tells whom somebody plays. */
function partOf(one: Exclude<Press, { do: 'command' }> | Ticket) {
  const record = one.record ?? null
  if ('prompt' in one) return { record, prompt: one.prompt }
  if ('clock' in one) return { record, clock: one.clock }
  if ('choice' in one || 'on' in one) return { record }
  const { prompt = null, clock = null } = one.with ?? {}
  return { record, prompt, clock, form: one.form }
}
