import type { Organisation } from '../../core/organisation/organisation.ts'
import { findPerson } from '../../core/people/find.ts'
import { organisationId } from '../../core/record-id.ts'
import { type Day, isDay, monthNumber } from '../../core/time/day.ts'
import { localDay } from '../../core/time/local.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf, isKnown, NOT_LISTED } from './ask.ts'
import { openForm } from './forms.ts'
import { refused } from './say.ts'

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const DAY = `\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}(?:/\\d{4})?|\\d{1,2} ${MONTH}(?: \\d{4})?`
const MOMENT = new RegExp(`(?<![\\w/-])(${DAY})(?:(?: at)? (\\d\\d:\\d\\d))?(?![\\w/-])`, 'gi')

/** `/muster away FROM TO PERSON`: opens the form, with as much of it filled as was understood. */
export function away(ask: Ask, text: string): Promise<Reply> | Reply {
  const { actor } = ask.heard
  const home = isKnown(actor)
    ? findPerson(ask.app.directory(), actor.person)?.organisation
    : undefined
  if (!home || !isKnown(actor)) return refused(NOT_LISTED)
  const { policy, now } = contextOf(ask, null)
  const filled = leaveIn(text.slice(0, 200), localDay(now, policy.zone), home, actor.person)
  return openForm(ask, 'away', organisationId(home.slug), { person: actor.person, ...filled })
}

/** The first two days that are named, and whoever is named behind them. */
function leaveIn(
  text: string,
  today: Day,
  home: Organisation,
  own: string,
): Record<string, string> {
  const plain = text.replace(/[\s,;]+/g, ' ')
  const [first, second] = [...plain.matchAll(MOMENT)]
  const from = first && momentOf(first, '00:00', today)
  const until = second && momentOf(second, '23:59', today)
  const last = second ?? first
  const behind = last ? plain.slice(last.index + last[0].length) : plain
  const cover = coverIn(behind, home, own)
  return { ...(from && { from }), ...(until && { until }), ...(cover && { cover }) }
}

/** As a form takes it. A day without a time is meant whole. */
function momentOf([, day = '', time]: RegExpExecArray, whole: string, today: Day) {
  const meant = dayOf(day.toLowerCase(), today)
  return meant && `${meant} ${time ?? whole}`
}

/** A day without its year is the next such day. */
function dayOf(words: string, today: Day): Day | undefined {
  if (isDay(words)) return words
  const [, day = '', month = '', year] =
    /^(\d{1,2})[/ ](\d{1,2}|[a-z]+)(?:[/ ](\d{4}))?$/.exec(words) ?? []
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month)
  const inYear = (one: string) =>
    `${one}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  const thisYear = today.slice(0, 4)
  const meant = inYear(year ?? thisYear)
  const next = year === undefined && meant < today ? inYear(`${Number(thisYear) + 1}`) : meant
  return isDay(next) ? next : undefined
}

/** A colleague by name, id or the beginning of either, where only one is meant. */
function coverIn(words: string, { people }: Organisation, own: string): string | undefined {
  const said = words
    .trim()
    .toLowerCase()
    .replace(/^(?:cover(?:ed)?(?: by)?|by|is)\s+/, '')
  if (said === '') return undefined
  const [only, ...others] = people.filter(
    ({ id, name }) => id !== own && (id === said || name.toLowerCase().startsWith(said)),
  )
  return others.length === 0 ? only?.id : undefined
}
