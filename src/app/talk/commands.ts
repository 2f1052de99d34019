import { ownSlot } from '../../core/meeting/addressing.ts'
import { findOrganisation } from '../../core/people/find.ts'
import { nearest } from '../../core/policy/soundness/nearest.ts'
import type { AnyRecord } from '../../core/record.ts'
import { parseReference, providerId, recordKind } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { noticeParts } from '../inquiry/notice-parts.ts'
import { write } from '../read.ts'
import { rehearse } from '../rehearsal/rehearse.ts'
import { access } from './access.ts'
import { type Ask, cannotSee, contextOf, look } from './ask.ts'
import { away } from './away.ts'
import { collaborative } from './collaborative.ts'
import { isConvened, providerOfConvened } from './convened.ts'
import { digest } from './digest-command.ts'
import { DUTY_COMMANDS } from './duties.ts'
import { exported } from './exported.ts'
import { followUp } from './follow-up.ts'
import { openForm } from './forms.ts'
import { host } from './host-command.ts'
import { aboutCase } from './hosting.ts'
import { indicators } from './indicators.ts'
import { learning } from './learning.ts'
import { help, overview } from './lists.ts'
import { mine } from './mine.ts'
import { correctRecord } from './minutes.ts'
import { named } from './named.ts'
import { news } from './news.ts'
import { fileOf } from './on-file.ts'
import { people } from './people.ts'
import { rules } from './rules.ts'
import { safeguarding } from './safeguarding.ts'
import { about, notUnderstood, refused, say, shortened } from './say.ts'
import { NEEDS_SUBJECT, providerNamed, seesMeeting } from './subject-named.ts'
import { takeClock } from './take-clock.ts'
import { NOT_TOLD_OF_SECRETS } from './told-secret.ts'
import { tracker } from './tracker.ts'
import { clockIn } from './understand.ts'

type Command = (ask: Ask, rest: string) => Promise<Reply> | Reply

/** What may stand after `/muster`; `about` says it in the help. */
const COMMANDS: Readonly<Record<string, { about: string; run: Command }>> = {
  help: { about: 'what you can do here', run: (ask) => help(ask) },
  concern: {
    about: 'raise a concern',
    run: (ask, text) => openForm(ask, 'concern', undefined, first(text)),
  },
  incident: {
    about: 'raise a serious incident; with a reference, turn a concern into one',
    run: incident,
  },
  host: {
    about: 'share what you know of a unit with its host commissioner, as a placing commissioner',
    run: host,
  },
  safeguarding: {
    about:
      'how many safeguarding matters there were this quarter, or the last; for the Lead Provider',
    run: safeguarding,
  },
  mine: { about: 'what you owe, soonest first', run: (ask) => mine(ask) },
  status: {
    about: 'one case, meeting or provider; without a reference, all you can see',
    run: status,
  },
  tracker: {
    about: 'the providers by level: since when, why, what is due next; with a level, all of it',
    run: tracker,
  },
  digest: { about: 'have the tracker sent, each day or week; “digest off” ends it', run: digest },
  file: {
    about: 'what is on file about a provider: risks, plan, visits and more; and to add to it',
    run: fileOf,
  },
  learning: { about: 'what was learned, at all providers that you can see', run: learning },
  indicators: { about: 'what is looked at, by domain of quality', run: indicators },
  collaborative: {
    about: 'the collaboratives: who is in one, how it is governed, what it has learned',
    run: collaborative,
  },
  news: {
    about:
      'no more news of what you raised: “news off” with its reference; “news on” sends it again',
    run: news,
  },
  when: { about: 'work out a due date', run: (ask) => openForm(ask, 'when', undefined) },
  trigger: { about: 'triage a case: triggers and risk score', run: onRecord('triage', ['case']) },
  convene: {
    about: 'call a meeting about a case or a provider; you see who is called first',
    run: convene,
  },
  move: {
    about: 'give a meeting another time: everybody is told, and asked again',
    run: onRecord('changeTime', ['meeting']),
  },
  calloff: {
    about: 'call a meeting off: everybody who was called is told why',
    run: onRecord('callOff', ['meeting']),
  },
  action: {
    about: 'ask an organisation for an action, from a meeting',
    run: onRecord('action', ['meeting'], 'what'),
  },
  pull: {
    about: 'bring somebody into a meeting',
    run: onRecord('bringIn', ['meeting']),
  },
  withdraw: {
    about: 'take somebody out of a meeting who was brought in',
    run: onRecord('takeOut', ['meeting']),
  },
  tell: {
    about: 'have those told, in private, who must know of a case or a provider',
    run: tell,
  },
  decide: {
    about: 'put something to the vote of a meeting',
    run: onRecord('decide', ['meeting'], 'question'),
  },
  conflict: {
    about: 'declare a conflict of interest in a meeting',
    run: onRecord('conflict', ['meeting'], 'what'),
  },
  have: { about: 'say that you have it: stops the climb, not the clock', run: have },
  note: {
    about: 'add a note to a record',
    run: onRecord('note', ['case', 'meeting', 'provider'], 'text'),
  },
  close: { about: 'close a case', run: close },
  export: {
    about:
      'the history of a case or a provider, to read: who, when, under which rule; the record of a meeting',
    run: exported,
  },
  correct: { about: 'correct the record of a meeting, while it is a draft', run: correctRecord },
  seal: {
    about: 'seal the record of a meeting: nobody can change it any more',
    run: onRecord('sealRecord', ['meeting']),
  },
  addendum: {
    about: 'add something beside the sealed record of a meeting',
    run: onRecord('addendum', ['meeting'], 'text'),
  },
  rate: { about: 'rate a provider', run: onProvider('rate', 'prr') },
  level: {
    about: 'decide on a provider’s level of surveillance, by its short name',
    run: onProvider('level', 'surveillance'),
  },
  ...DUTY_COMMANDS,
  away: { about: 'say when you are away and who covers: from, to, who', run: away },
  people: { about: 'who holds which role, and to change it (administrators, heads)', run: people },
  rules: { about: 'the rules in force; with an id, what that one says and whose', run: rules },
  access: {
    about: 'who sees a confidential case: give access, take it away, ask for it',
    run: access,
  },
  confidential: { about: 'make a case confidential', run: onRecord('makeConfidential', ['case']) },
  followup: {
    about: 'with your code: what came of what you raised anonymously, and add to it',
    run: (ask, text) =>
      text.trim() === '' ? openForm(ask, 'followUp', undefined) : followUp(ask, text),
  },
  rehearse: {
    about:
      'a drill: live through a bank-holiday weekend or a risk summit with a made-up case, in a room of its own and with a clock that you move, and see your score. Nothing in it is real',
    run: rehearse,
  },
}

/** `/muster …`: an unknown word is answered with the nearest that is known. */
export async function muster(ask: Ask, words: string): Promise<Reply> {
  const [, word = 'help', rest = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(words) ?? []
  const name = word.toLowerCase()
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command) return command.run(ask, rest)
  const { id, rest: asked } = named(words)
  const record = id && recordKind(id) !== 'provider' ? await look(ask, id) : undefined
  if (record) return asked === '' ? status(ask, words) : refused(notUnderstood(record.kind))
  const known = shortened(word)
  const meant = nearest(known, Object.keys(COMMANDS))
  return refused({
    message: `There is no “/muster ${known}”. Did you mean “/muster ${meant}”? “/muster help” lists them all.`,
  })
}

export function isCommand(words: string): boolean {
  const [first = ''] = words.trim().toLowerCase().split(/\s/, 1)
  return Object.hasOwn(COMMANDS, first)
}

export function commandList(): readonly (readonly [string, string])[] {
  return Object.entries(COMMANDS).map(([name, { about }]) => [`/muster ${name}`, about] as const)
}

/** Text after the command fills the description. */
export function first(text: string): Record<string, string> {
  return text.trim() === '' ? {} : { what: text.trim() }
}

function incident(ask: Ask, text: string): Promise<Reply> {
  const id = parseReference(text)
  return id && recordKind(id) === 'case'
    ? openForm(ask, 'becomeIncident', id)
    : openForm(ask, 'incident', undefined, first(text))
}

/** Opens a form for a record; what stands after the reference goes into `field`. */
function onRecord(form: string, kinds: readonly AnyRecord['kind'][], field?: string): Command {
  return (ask, text) => {
    const { id, rest } = named(text)
    if (!id || !kinds.includes(recordKind(id))) return needsReference()
    return openForm(ask, form, id, field !== undefined && rest !== '' ? { [field]: rest } : {})
  }
}

/** Of a case by its reference, or of a provider by its short name. */
async function convene(ask: Ask, text: string): Promise<Reply> {
  const { id } = named(text)
  if (!id || !(recordKind(id) === 'case' || recordKind(id) === 'provider')) return NEEDS_SUBJECT
  const record = (await look(ask, id)) ?? (await providerNamed(ask, text))
  return record ? openForm(ask, 'convene', record.id) : refused(cannotSee(ask, id))
}

/** What they are told is about the provider: who is told may see no case. */
async function tell(ask: Ask, text: string): Promise<Reply> {
  const { id, rest } = named(text)
  if (!id || !(recordKind(id) === 'case' || recordKind(id) === 'provider')) return NEEDS_SUBJECT
  const record = (await look(ask, id)) ?? (await providerNamed(ask, text))
  if (!record || !isConvened(record)) return refused(cannotSee(ask, id))
  const { slug } = providerOfConvened(record)
  if (record.kind === 'case' && record.confidential) return NOT_TOLD_OF_SECRETS
  if (slug === null) return NOT_TOLD_OF_UNLISTED
  const telling = rest.split(/\s/, 1)[0]?.toUpperCase() ?? ''
  // The proof stands on the case too.
  const filled: Readonly<Record<string, string>> = record.kind === 'case' ? aboutCase(record) : {}
  return openForm(ask, 'tell', providerId(slug), { ...filled, ...(telling && { telling }) })
}

const NOT_TOLD_OF_UNLISTED = refused({
  message:
    'This provider is not in the directory, so it is not known who must be told. Ask an administrator to list it.',
})

function onProvider(command: string, form: string): Command {
  return (ask, text) => {
    const slug = text.trim().toLowerCase()
    if (findOrganisation(ask.app.directory(), slug)) return openForm(ask, form, providerId(slug))
    return refused({
      message: `Name the provider by its short name, as the directory has it: “/muster ${command} …”.`,
    })
  }
}

async function close(ask: Ask, text: string): Promise<Reply> {
  const { id } = named(text)
  if (!id || recordKind(id) !== 'case') return needsReference()
  const record = await look(ask, id)
  if (record?.kind !== 'case') return refused(cannotSee(ask, id))
  return openForm(ask, record.type === 'incident' ? 'panel' : 'closeConcern', id)
}

/** Takes the clock that is named, otherwise the one that this person was nudged about last. */
async function have(ask: Ask, text: string): Promise<Reply> {
  const { id, rest } = named(text)
  if (!id || recordKind(id) !== 'case') return needsReference()
  const record = await look(ask, id)
  if (record?.kind !== 'case') return refused(cannotSee(ask, id))
  const clocks = contextOf(ask, record).policy.clocks.map(({ id: clock }) => clock)
  return takeClock(ask, record, rest === '' ? null : (clockIn(rest, clocks) ?? shortened(rest)))
}

async function status(ask: Ask, text: string): Promise<Reply> {
  if (text.trim() === '') return overview(ask)
  const id = parseReference(text)
  if (!id) return needsReference()
  const record = (await look(ask, id)) ?? (await providerNamed(ask, text))
  if (!record) return refused(cannotSee(ask, id))
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const root = write(ask.app, viewer, record, record.kind === 'meeting' ? ownSlot(record) : 'root')
  if (root && record.kind === 'meeting' && seesMeeting(ask, record)) {
    const { zone } = contextOf(ask, record).policy
    const notice = await noticeParts(ask.app, record.id, zone, ask.heard.actor)
    const all = { ...root, parts: [...root.parts, ...notice] }
    return about(record, { type: 'say', message: all })
  }
  return root
    ? about(record, { type: 'say', message: root })
    : say('Nothing to show', 'There is nothing on record yet.')
}

function needsReference(): Reply {
  return refused({
    message:
      'Give the reference, for example C-7K2M-9Q4X. “/muster status” lists what you can see.',
  })
}
