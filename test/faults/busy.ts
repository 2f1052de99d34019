import { setTimeout as pause } from 'node:timers/promises'
import type { Whole } from '../../src/app/ports.ts'
import type { Random } from '../proof/random.ts'
import {
  type Button,
  handIn,
  haveButtons,
  newAction,
  type OpenForm,
  openForm,
  press,
  type Said,
  say,
} from './people.ts'
import type { SlackService } from './slack-service.ts'
import type { House } from './world.ts'

/** People who use Muster all the time, remember what they were told was saved, and do again what failed. */
export interface Busy {
  /** From now on they use the bot at a port, until what is returned is called. */
  use(port: number): () => Promise<void>
  /** What was acknowledged and is not there. */
  missingIn(rows: readonly Whole[]): string[]
  counts(): { readonly forms: number; readonly presses: number; readonly notes: number }
}

type Doing =
  | { readonly type: 'form'; readonly form: OpenForm }
  | { readonly type: 'press'; readonly button: Button; readonly about: string }
  | { readonly type: 'note'; readonly said: Said }

export function busyPeople(
  slack: SlackService,
  houses: readonly House[],
  random: Random,
  most: number,
): Busy {
  const acknowledged: Doing[] = []
  const unanswered: Doing[] = []
  const pressed = new Set<string>()
  let forms = 0
  let notes = 0

  async function next(port: number): Promise<Doing | null> {
    const house = random.pick(houses)
    if (!house) return null
    const chance = random.next()
    if (chance < 0.4 && forms < most) {
      forms += 1
      return { type: 'form', form: await openForm(slack, port, '/incident', house) }
    }
    if (chance < 0.7) return pressIn(house)
    return noteIn(house)
  }

  function pressIn({ room, lead }: House): Doing | null {
    const found = haveButtons(slack, room)
      .map((one) => ({ ...one, about: `${one.record} ${one.clock} ${lead.person}` }))
      .find(({ about }) => !pressed.has(about))
    if (!found) return null
    const { ts, thread, value, about } = found
    pressed.add(about)
    const button = { action: newAction(), user: lead.account, room, ts, thread, value }
    return { type: 'press', button, about }
  }

  function noteIn({ room, lead }: House): Doing | null {
    // One under which Muster has written knows that it stands there; before, nobody has read it.
    const inUse = new Set(slack.posted.map(({ thread }) => thread))
    const roots = slack.posted.filter(
      ({ channel, ts, deleted }) => channel === room && inUse.has(ts) && !deleted,
    )
    const root = random.pick(roots)
    if (!root || notes >= most) return null
    notes += 1
    const text = `note The ward was looked at, round ${notes}.`
    const ts = `9000000000.${String(notes).padStart(6, '0')}`
    const about = { action: newAction(), user: lead.account, room, ts, thread: root.ts, text }
    return { type: 'note', said: about }
  }

  /** Whether Muster has said, or shown by its haste, that it was saved. */
  async function done(port: number, doing: Doing): Promise<boolean> {
    switch (doing.type) {
      case 'form':
        return (await handIn(port, doing.form)) !== null
      case 'press':
        return press(slack, port, doing.button)
      case 'note':
        return say(port, doing.said)
    }
  }

  async function lane(port: number, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const doing = unanswered.shift() ?? (await next(port).catch(() => null))
      if (doing === null) {
        await pause(10)
        continue
      }
      try {
        if (await done(port, doing)) acknowledged.push(doing)
        // A person is told that it was not saved and hands the form in again.
        else if (doing.type === 'form') unanswered.push(doing)
      } catch (error) {
        if (error instanceof Error && error.message.includes('refused')) throw error
        // Nobody knows what became of it: whoever did it does it again.
        unanswered.push(doing)
        await pause(10)
      }
    }
  }

  return {
    use(port) {
      let over = false
      const lanes = [1, 2, 3].map(() => lane(port, () => over))
      return async () => {
        over = true
        await Promise.all(lanes)
      }
    },
    missingIn(rows) {
      const toldOtherwise = notSaved(slack)
      return acknowledged.flatMap((doing) => missing(doing, rows, { slack, toldOtherwise }))
    },
    counts: () => ({
      forms: acknowledged.filter(({ type }) => type === 'form').length,
      presses: acknowledged.filter(({ type }) => type === 'press').length,
      notes: acknowledged.filter(({ type }) => type === 'note').length,
    }),
  }
}

/** How often somebody was told in a thread that what they wrote was not saved: they have it still. */
function notSaved({ calls }: SlackService): Map<string, number> {
  const told = new Map<string, number>()
  for (const { method, body } of calls) {
    if (method !== 'chat.postEphemeral' || !body.text?.includes('This was not saved')) continue
    const where = `${body.thread_ts} ${body.user}`
    told.set(where, (told.get(where) ?? 0) + 1)
  }
  return told
}

interface Heard {
  readonly slack: SlackService
  readonly toldOtherwise: Map<string, number>
}

function missing(doing: Doing, rows: readonly Whole[], { slack, toldOtherwise }: Heard): string[] {
  switch (doing.type) {
    case 'form': {
      const { key } = doing.form
      const found = rows.filter(({ saved }) => saved.keys.some((used) => used.key === key))
      return found.length === 1 ? [] : [`${key} is kept ${found.length} times`]
    }
    case 'press': {
      const [record = '', clock, person] = doing.about.split(' ')
      const taken = bodiesOf(rows, record).filter(
        (body) => body.includes('"clockTaken"') && body.includes(`"clock":"${clock}"`),
      )
      if (taken.some((body) => body.includes(`"person":"${person}"`))) return []
      const said = slack.answersTo(doing.button.action)
      return said.length > 0 ? [] : [`${person} has not taken ${clock} of ${record}`]
    }
    case 'note': {
      const text = doing.said.text.replace('note ', '')
      const found = rows.flatMap(({ entries }) =>
        entries.filter(({ body }) => body?.includes(text)),
      )
      if (found.length === 1) return []
      const where = `${doing.said.thread} ${doing.said.user}`
      const told = toldOtherwise.get(where) ?? 0
      if (found.length > 0 || told === 0) return [`“${text}” is kept ${found.length} times`]
      toldOtherwise.set(where, told - 1)
      return []
    }
  }
}

function bodiesOf(rows: readonly Whole[], id: string): string[] {
  const row = rows.find((one) => one.id === id)
  return row?.entries.flatMap(({ body }) => body ?? []) ?? []
}
