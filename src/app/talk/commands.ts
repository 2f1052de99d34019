import { nearest } from '../../core/policy/soundness/nearest.ts'
import { parseReference, type RecordId, recordKind } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { write } from '../read.ts'
import { type Ask, look, notThere } from './ask.ts'
import { openForm } from './forms.ts'
import { help, mine, overview } from './lists.ts'
import { change } from './press.ts'
import { refused, say } from './say.ts'

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
  mine: { about: 'what you owe, soonest first', run: (ask) => mine(ask) },
  status: {
    about: 'one case, meeting or provider; without a reference, all you can see',
    run: status,
  },
  when: { about: 'work out a due date', run: (ask) => openForm(ask, 'when', undefined) },
  trigger: { about: 'triage a case: triggers and risk score', run: onRecord('triage') },
  convene: { about: 'call a meeting; you see who is called first', run: onRecord('convene') },
  have: { about: 'say that you have it: stops the climb, not the clock', run: have },
  note: { about: 'add a note to a record', run: onRecord('note') },
  close: { about: 'close a case', run: close },
  rate: { about: 'rate a provider', run: onRecord('prr') },
}

/** `/muster …`: an unknown word is answered with the nearest that is known. */
export async function muster(ask: Ask, words: string): Promise<Reply> {
  const [word = 'help', ...rest] = words
    .trim()
    .split(/\s+/)
    .filter((one) => one !== '')
  const command = COMMANDS[word.toLowerCase()]
  if (command) return command.run(ask, rest.join(' '))
  const meant = nearest(word, Object.keys(COMMANDS))
  return refused({
    message: `There is no “/muster ${word}”. Did you mean “/muster ${meant}”? “/muster help” lists them all.`,
  })
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

function onRecord(form: string): Command {
  return (ask, text) => {
    const id = parseReference(text.split(/\s+/)[0] ?? '')
    return id ? openForm(ask, form, id) : needsReference()
  }
}

async function close(ask: Ask, text: string): Promise<Reply> {
  const id = parseReference(text)
  const record = id && (await look(ask, id))
  if (!id || record?.kind !== 'case') return id ? refused(notThere(id)) : needsReference()
  return openForm(ask, record.type === 'incident' ? 'panel' : 'closeConcern', id)
}

function have(ask: Ask, text: string): Promise<Reply> | Reply {
  const [reference = '', clock] = text.split(/\s+/)
  const id = parseReference(reference)
  if (!id || recordKind(id) !== 'case') return needsReference()
  if (clock === undefined)
    return refused({ message: 'Say which clock, for example “/muster have C-7K2M-9Q4X D1”.' })
  const intent = {
    kind: 'case',
    type: 'have',
    by: ask.heard.actor,
    clock: clock.toUpperCase(),
  } as const
  return change(ask, id, ask.heard.key, intent)
}

async function status(ask: Ask, text: string): Promise<Reply> {
  if (text.trim() === '') return overview(ask)
  const id = parseReference(text)
  if (!id) return needsReference()
  return shownTo(ask, id)
}

async function shownTo(ask: Ask, id: RecordId): Promise<Reply> {
  const record = await look(ask, id)
  if (!record) return refused(notThere(id))
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const root = write(ask.app, viewer, record, 'root') ?? write(ask.app, viewer, record, 'roll')
  return root
    ? { type: 'say', message: root }
    : say('Nothing to show', 'There is nothing on record yet.')
}

function needsReference(): Reply {
  return refused({
    message:
      'Give the reference, for example C-7K2M-9Q4X. “/muster status” lists what you can see.',
  })
}
