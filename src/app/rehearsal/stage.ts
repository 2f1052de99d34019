import type { Refusal } from '../../core/decision.ts'
import { type Part, playedIn } from '../../core/drill/acting.ts'
import { titled } from '../../core/drill/address.ts'
import { castOf } from '../../core/drill/cast.ts'
import { shutOut } from '../../core/drill/decide.ts'
import { dressed, MARK } from '../../core/drill/dress.ts'
import type { Drill } from '../../core/drill/drill.ts'
import { clockOf, contextInside } from '../../core/drill/world.ts'
import { type Place, placeKey } from '../../core/effect.ts'
import type { FormView } from '../../core/message/form.ts'
import { plainText } from '../../core/message/plain.ts'
import { RecordId, rehearsalOf } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Heard, Reply } from '../conversation.ts'
import { contextFor, learnRules } from '../handle.ts'
import type { Ask } from '../talk/ask.ts'
import { wallTime } from '../talk/fits.ts'
import { upcast } from '../upcast.ts'
import { appInside } from './inside.ts'

/** A rehearsal as one person stands in it. */
export interface Stage {
  readonly drill: Drill
  /** Why they may not take part in it, if so. */
  readonly shut: Refusal | undefined
  /** Whom they play when they do this. */
  playing(part: Part): string
  /** What they ask, as that person. */
  ask(as: string): Ask
  /** A private answer from inside, marked, with whom they play. */
  dress(reply: Reply, as: string): Reply
}

/** The rehearsal of a record that is inside one; undefined when it is not inside any. */
export async function stageOf(
  app: App,
  heard: Heard,
  record: RecordId | string | undefined,
): Promise<Stage | undefined> {
  const id = record === undefined ? undefined : (drillId(record) ?? rehearsalOf(record))
  const saved = id && (await app.store.load(id))
  if (!saved) return undefined
  const drill = upcast(id, saved)
  if (drill.kind !== 'drill') return undefined
  await learnRules(app, drill)
  return stage(app, heard, drill)
}

/** The open rehearsal whose room this is. */
export async function stageAt(
  app: App,
  heard: Heard,
  places: readonly Place[],
): Promise<Stage | undefined> {
  for (const place of places) {
    if (place.to.type !== 'room') continue
    const facets = { kind: 'drill', status: 'open', place: placeKey(place) }
    const [found] = await app.store.list({ facets })
    if (found) return stageOf(app, heard, found.id)
  }
  return undefined
}

function stage(app: App, heard: Heard, drill: Drill): Stage {
  const directory = castOf(drill.script)
  const now = clockOf(drill, app.realNow())
  const outside = contextFor(app, drill, app.realNow())
  const context = contextInside(drill, now, outside)
  const { zone } = context.policy
  const shut = shutOut(drill, { type: 'act', by: heard.actor }, outside)
  return {
    drill,
    shut: shut?.refusal,
    playing: (part) => playedIn(drill, part, context),
    ask: (as) => ({
      app: appInside(app, drill, heard.actor, as),
      heard: { actor: { type: 'person', person: as }, channel: 'drill', key: heard.key },
    }),
    dress(reply, as) {
      const who = `You do this as ${titled(as, directory)}.`
      switch (reply.type) {
        case 'nothing':
          return reply
        case 'say':
          return { ...reply, message: dressed(reply.message, directory, { more: [who] }) }
        case 'form':
          return { type: 'form', form: dressedForm(reply.form, drill, who, wallTime(now, zone)) }
      }
    },
  }
}

/** The ticket says of which rehearsal it is, also where the form is for no record yet. */
function dressedForm(form: FormView, drill: Drill, who: string, now: string): FormView {
  const directory = castOf(drill.script)
  const { ticket, heading } = form
  const own = heading.map((words) => plainText(words, directory))
  return {
    ...form,
    now,
    ticket: { ...ticket, with: { ...ticket.with, rehearsal: drill.id } },
    heading: [`${MARK} ${who}`, ...own.filter((words) => !words.startsWith(MARK))],
  }
}

function drillId(words: string): RecordId | undefined {
  return /^drill-/.test(words) ? RecordId.safeParse(words).data : undefined
}
