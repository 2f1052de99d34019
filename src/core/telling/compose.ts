import { doerText, shown } from '../case/words.ts'
import type { Composing } from '../kind.ts'
import { notReachedWords, serviceName } from '../late.ts'
import { EMPTY } from '../meeting/words.ts'
import type { Inline, Message, Part, Text } from '../message/message.ts'
import { unnamed } from '../message/unnamed.ts'
import type { Directory, ProviderRef, Resolved } from '../people/directory.ts'
import { findOrganisation, findPerson } from '../people/find.ts'
import { orHost } from '../people/lead.ts'
import { resolvePost } from '../people/posts.ts'
import type { Policy } from '../policy/policy.ts'
import type { TellingRule } from '../policy/telling.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { countsOf } from './state.ts'
import type { Line, Outside, Telling } from './telling.ts'

/** What it is about. */
export interface About extends ProviderRef {
  readonly name: string
  /** Of a level that was taken back: what is still open on file from it, by name. */
  readonly leftOpen?: readonly string[]
  /** Of a provider, where it is now. */
  readonly level?: string
}

/** What each of them reads, in private: what happened, as whom they are told, and whom to ask. */
export function composeTold(
  telling: Telling,
  about: About,
  person: string | null,
  composing: Composing,
): Message {
  const rule = ruleOf(telling, composing)
  const own = telling.lines.filter((line) => line.person === person)
  const more = own.flatMap(
    ({ id }) => rule?.whom.find((one) => one.id === id.split('.', 1)[0])?.words ?? [],
  )
  return {
    title: `You are told: ${rule?.unnamed ? rule.label.toLowerCase() : about.name}`,
    parts: [
      ...whatHappened(
        rule?.unnamed ? withoutName(telling, about) : telling,
        { ...about, late: lateOf(telling, person) },
        composing,
      ),
      ...more.map((text): Part => ({ kind: 'text', text })),
      { kind: 'facts', facts: own.map(({ label }) => ['Told as', label] as const) },
      ...whomToAsk(rule, about, composing),
      ...rulePart(rule),
    ],
  }
}

/** In words that somebody wrote its name may still stand in another form: the form says to leave it out. */
function withoutName(telling: Telling, about: About): Telling {
  const { words } = telling
  return { ...telling, words: words === null ? null : unnamed(words, about) }
}

/** When that person was told, where that is later than the others. */
function lateOf({ told }: Telling, person: string | null): Instant | undefined {
  return told.find((one) => one.person === person)?.since
}

function whatHappened(
  telling: Telling,
  { late, ...about }: About & { readonly late: Instant | undefined },
  composing: Composing,
): Part[] {
  const { name } = about
  const { level, words, by, at, takesBack } = telling
  if (level && takesBack) return takenBackParts({ ...telling, level, takesBack }, about, composing)
  if (level) {
    const [from, to] = [level.from, level.to].map((id) => labelOf(id, composing))
    const when = shown(at, composing)
    return [
      ...noLongerParts(telling, composing),
      { kind: 'text', text: `${name} has gone from “${from}” to “${to}” on ${when}.` },
      ...(late === undefined ? [] : [...nowOn(about.level, level.to, composing), NOW_TOLD]),
    ]
  }
  const when = shown(late ?? at, composing)
  return [
    { kind: 'text', text: [...doerText(by, composing), ` has you told on ${when}:`] },
    { kind: 'quote', text: words ?? '' },
  ]
}

/** Whoever is told later reads where it is by then. */
function nowOn(level: string | undefined, told: string, composing: Composing): Part[] {
  if (level === undefined || level === told) return []
  return [{ kind: 'text', text: `It is on “${labelOf(level, composing)}” now.` }]
}

const NOW_TOLD: Part = {
  kind: 'text',
  text: 'Your post was empty then, or nobody in it was reached: so you are told now.',
}

type TakesBack = Telling & {
  readonly level: NonNullable<Telling['level']>
  readonly takesBack: NonNullable<Telling['takesBack']>
}

/** What they were told before does not hold, and why. */
function takenBackParts(
  { level, takesBack, by, at, words }: TakesBack,
  { name, leftOpen = [] }: Pick<About, 'name' | 'leftOpen'>,
  composing: Composing,
): Part[] {
  const [from, to] = [level.from, level.to].map((id) => labelOf(id, composing))
  const goesOn = composing.policy.levels.find(({ id }) => id === level.to)?.enhanced
  const nothing = leftOpen.length > 0 ? 'Nothing else' : 'Nothing'
  const wanted = goesOn
    ? `What “${to}” asks for goes on.`
    : `${nothing} that it asked for is wanted of you.`
  const open = `Still open on file, until it is withdrawn or closed: ${leftOpen.join(', ')}.`
  return [
    {
      kind: 'alert',
      text: `${name} was put on “${from}” by mistake, ${shown(takesBack.decidedAt, composing)}. That is taken back: it is on “${to}” again.`,
    },
    {
      kind: 'text',
      text: `What you were told of it, also formally, does not hold. ${wanted}`,
    },
    ...(leftOpen.length > 0 ? [{ kind: 'text', text: open } as const] : []),
    {
      kind: 'text',
      text: [`Taken back ${shown(at, composing)} by `, ...doerText(by, composing), ', because:'],
    },
    { kind: 'quote', text: words ?? '' },
  ]
}

function noLongerParts({ takenBack }: Telling, composing: Composing): Part[] {
  if (takenBack === undefined) return []
  const text = `This was a mistake, and was taken back ${shown(takenBack, composing)}. It does not hold.`
  return [{ kind: 'alert', text }]
}

function whomToAsk(
  rule: TellingRule | undefined,
  about: About,
  { policy, directory, now }: Composing,
): Part[] {
  const contact = rule?.contact
  const named = contact && resolvePost(directory, about, contact, now)
  const found =
    named ?? resolvePost(directory, about, orHost(policy.prompting.triage, about, policy), now)
  if (!found) return []
  const { person } = found
  const how = contact ? contactWords(found, policy, directory) : ''
  return [{ kind: 'text', text: ['For more, ask ', { person }, `${how}.`] }]
}

/** `, commissioner, Downs Integrated Care Board, ada@icb.example.org, 01632 960700`. */
function contactWords(
  { person, organisation: slug, role }: Resolved,
  { roles }: Policy,
  directory: Directory,
): string {
  const organisation = findOrganisation(directory, slug)
  const label = roles.find(({ id }) => id === role)?.label ?? role
  const email = findPerson(directory, person)?.person.email
  const all = [label, organisation?.name, email, organisation?.urgentPhone]
  return all.map((one) => (one ? `, ${one}` : '')).join('')
}

/** The proof: each who must know, when and on which service they were told, or why not. */
export function composeProof(telling: Telling, about: About, composing: Composing): Message {
  const rule = ruleOf(telling, composing)
  const label = rule?.label ?? telling.rule
  return {
    title: `${about.name}: ${label}`,
    parts: [
      { kind: 'text', text: countsOf(telling) },
      {
        kind: 'list',
        items: telling.lines.map((line) => lineText(line, telling, composing)),
      },
      ...(telling.words === null
        ? []
        : [
            {
              kind: 'text',
              text: ['In the words of ', ...doerText(telling.by, composing), ':'],
            } as const,
            { kind: 'quote', text: telling.words } as const,
          ]),
      ...rulePart(rule),
    ],
  }
}

function lineText(line: Line, telling: Telling, composing: Composing): Text {
  const { label, person, outside } = line
  const beside = outside ? outsideText(outside, composing) : []
  if (person === null && outside) return [`${label} – `, ...beside]
  const said = [ofMuster(line, telling, composing)].flat()
  return outside ? [...said, '; ', ...beside] : said
}

const HOW = { phone: 'by phone', inPerson: 'in person', letter: 'by letter or other mail' } as const

/** `Ada Okafor: told Mon 10 May 2027 10:00 BST by phone, by Quinn Adeyemi`. */
function outsideText({ name, how, toldAt, by, at }: Outside, composing: Composing): Inline[] {
  const late = at > plusMinutes(toldAt, 24 * 60) ? `; recorded ${shown(at, composing)}` : ''
  const when = shown(toldAt, composing)
  return [`${name}: told ${when} ${HOW[how]}, by `, ...doerText(by, composing), late]
}

function ofMuster(
  { label, person, empty, offList }: Line,
  { told, at, takenBack }: Telling,
  composing: Composing,
): Text {
  if (person === null) return `${label} – not told: ${empty ? EMPTY[empty] : 'nobody is there'}`
  if (offList)
    return [`${label} – `, { person }, ': not told, not on the list of this confidential case']
  const states = told
    .filter((one) => one.person === person)
    .map(({ place: { channel }, acceptedAt, failed, since = at }) => {
      if (acceptedAt !== null)
        return `told ${shown(acceptedAt, composing)} on ${serviceName(channel)}`
      if (failed !== null) return notReachedWords(channel, failed)
      if (takenBack !== undefined) return 'not told any more: it was taken back'
      return `sent ${shown(since, composing)}; ${serviceName(channel)} has not accepted it yet`
    })
  const how = states.length > 0 ? states.join('; ') : 'not told: no service reaches them'
  return [`${label} – `, { person }, `: ${how}`]
}

function labelOf(level: string, { policy }: Composing): string {
  return policy.levels.find(({ id }) => id === level)?.label ?? level
}

function ruleOf({ rule }: Telling, { policy }: Composing): TellingRule | undefined {
  return policy.tellings?.find(({ id }) => id === rule)
}

function rulePart(rule: TellingRule | undefined): Part[] {
  return rule ? [{ kind: 'rule', id: rule.id, citation: rule.citation }] : []
}
