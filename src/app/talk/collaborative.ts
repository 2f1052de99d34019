import type { Button, Part } from '../../core/message/message.ts'
import type { Collaborative, Organisation } from '../../core/organisation/organisation.ts'
import type { Directory } from '../../core/people/directory.ts'
import { findOrganisation } from '../../core/people/find.ts'
import type { CollaborativeField, CollaborativeRule } from '../../core/policy/collaborative.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf, isKnown, NOT_LISTED } from './ask.ts'
import { buttons, message, refused, say, shortened } from './say.ts'

const MOST = 20

interface Entry {
  readonly name: string
  readonly said: Collaborative
  /** Whose entry it is in the directory. */
  readonly by: Organisation
}

/** `/muster collaborative [NAME]`: the collaboratives of the directory; one by a part of its name, or whoever leads it. */
export function collaborative(ask: Ask, words: string): Reply {
  if (!isKnown(ask.heard.actor)) return refused(NOT_LISTED)
  const { policy, directory } = contextOf(ask, null)
  const rule = policy.collaboratives
  if (!rule) return say('Collaboratives', 'The rules in force here keep no directory of them.')
  const all = entriesOf(directory, rule)
  if (all.length === 0) return say('Collaboratives', EMPTY)
  const asked = words.trim().toLowerCase()
  if (asked === '') return listed('Collaboratives', all, rule)
  const exact = all.filter(({ name }) => name.toLowerCase() === asked)
  const found = exact.length > 0 ? exact : all.filter((one) => isMeant(one, asked))
  const [first] = found
  if (!first) return refused({ message: unknown(asked, all) })
  return found.length === 1
    ? shown(first, rule, directory)
    : listed(`Collaboratives: ${shortened(words.trim())}`, found, rule)
}

const EMPTY =
  'The directory names none yet. An administrator adds them to the directory file: “collaboratives” of the organisation that leads one or speaks for it, with a name and what is known.'

function entriesOf({ organisations }: Directory, { named }: CollaborativeRule): Entry[] {
  return organisations.flatMap((by) =>
    (by.collaboratives ?? []).flatMap((said) => {
      const name = said[named]
      return typeof name === 'string' ? [{ name, said, by }] : []
    }),
  )
}

function isMeant({ name, by }: Entry, asked: string): boolean {
  return by.slug === asked || name.toLowerCase().includes(asked)
}

function unknown(asked: string, all: readonly Entry[]): string {
  const names = all.slice(0, MOST).map(({ name }) => `“${name}”`)
  return `No collaborative in the directory is called “${shortened(asked)}”. Choose one of ${names.join(', ')}, or ask an administrator to add it to the directory file.`
}

function listed(title: string, all: readonly Entry[], rule: CollaborativeRule): Reply {
  const shownHere = all.slice(0, MOST)
  const left = all.length - shownHere.length
  return {
    type: 'say',
    message: message(
      title,
      { kind: 'list', items: shownHere.map((one) => outline(one, rule)) },
      ...(left > 0 ? [`And ${left} more: “/muster collaborative” with a part of the name.`] : []),
      buttons(...shownHere.map(({ name }) => openButton(name))),
      ...modelParts(rule),
    ),
  }
}

/** Its name, how it is governed, and who speaks for it. */
function outline({ name, said, by }: Entry, rule: CollaborativeRule): string {
  const models = rule.fields.filter(({ kind }) => kind === 'governance')
  const governed = models.flatMap((field) => valuesOf(field, said, rule))
  const how = governed.length === 0 ? '' : `: ${governed.join(', ')}`
  return `${name}${how}. Entry of ${by.name}`
}

function openButton(name: string): Button {
  return { label: `${name}…`, press: { do: 'command', words: `collaborative ${name}` } }
}

/** How one may be governed, as it was presented; each organisation chooses for itself. */
function modelParts(rule: CollaborativeRule): Part[] {
  const { id, governance, citation } = rule
  const labels = (of: 'model' | 'contract') =>
    governance.filter((one) => one.of === of).map(({ label }) => label)
  const sources = new Map(governance.map((one) => [one.citation.section, one.citation]))
  const facts: (readonly [string, string])[] = [
    ['Models', labels('model').join(', ')],
    ['Contracts', labels('contract').join(', ')],
  ]
  return [
    { kind: 'text', text: 'How a collaborative may be governed, decided by each for itself:' },
    { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
    ...[...sources.values()].map(
      (one): Part => ({ kind: 'rule', id: 'governance', citation: one }),
    ),
    { kind: 'rule', id, citation },
    ...disagreementParts(rule),
  ]
}

/** What the sources say differently, in a line each, and what is taken here. */
function disagreementParts({ disagreements = [] }: CollaborativeRule): Part[] {
  if (disagreements.length === 0) return []
  const facts = disagreements.map(({ label, says, citation: { note } }) => {
    const each = says.map(({ words, citation }) => `${words} (${citation.document})`)
    return [label, `${each.join('; ')}. Our choice: ${note}`] as const
  })
  return [
    { kind: 'text', text: 'Where the sources disagree:' },
    { kind: 'facts', facts },
  ]
}

function shown({ name, said, by }: Entry, rule: CollaborativeRule, directory: Directory): Reply {
  const facts = rule.fields
    .filter(({ id }) => id !== rule.named)
    .map((field) => {
      const values = valuesOf(field, said, rule).map((one) => memberName(field, one, directory))
      return [field.label, values.length === 0 ? 'not given' : values.join('; ')] as const
    })
  const models = rule.governance.filter(({ id }) => governanceOf(said, rule).includes(id))
  return {
    type: 'say',
    message: message(
      name,
      { kind: 'facts', facts },
      `Entry of ${by.name} in the directory; an administrator changes it in the directory file.`,
      ...models.map(({ label, citation }): Part => ({ kind: 'rule', id: label, citation })),
      { kind: 'rule', id: rule.id, citation: rule.citation },
      buttons({ label: 'All collaboratives', press: { do: 'command', words: 'collaborative' } }),
    ),
  }
}

function governanceOf(said: Collaborative, { fields }: CollaborativeRule): string[] {
  return fields
    .filter(({ kind }) => kind === 'governance')
    .flatMap(({ id }) => [said[id] ?? []].flat())
}

/** A model by its label; anything else as it was written. */
function valuesOf(
  { id, kind }: CollaborativeField,
  said: Collaborative,
  { governance }: CollaborativeRule,
): string[] {
  const values = [said[id] ?? []].flat()
  if (kind !== 'governance') return values
  return values.map((one) => governance.find((model) => model.id === one)?.label ?? one)
}

function memberName({ kind }: CollaborativeField, value: string, directory: Directory): string {
  return kind === 'members' ? (findOrganisation(directory, value)?.name ?? value) : value
}
