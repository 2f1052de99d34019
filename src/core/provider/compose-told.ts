import type { Composing } from '../kind.ts'
import type { OptionView } from '../message/form.ts'
import type { Message, Part } from '../message/message.ts'
import type { Directory } from '../people/directory.ts'
import { nameOf } from '../people/find.ts'
import { MUSTER } from '../permission/asked.ts'
import { whoMay } from '../permission/permitted.ts'
import { composeProof } from '../telling/compose.ts'
import { isOpenIn } from '../telling/state.ts'
import type { Telling } from '../telling/telling.ts'
import { askedOfProvider } from './asked.ts'
import { isSecret, withoutSecret } from './forgotten.ts'
import { readsProof } from './matter/kept-back.ts'
import type { Provider } from './provider.ts'

/** The proof of a list, with what whoever may can add to it. */
export function proofNotice(
  provider: Provider,
  n: number,
  composing: Composing,
): Message | undefined {
  const telling = provider.tellings?.find((one) => one.n === n)
  if (!telling || !readsProof(provider, telling, composing)) return undefined
  const { title, parts } = composeProof(withoutSecret(provider, telling), provider, composing)
  return { title, parts: [...parts, ...recordToldPart(provider, telling, composing)] }
}

/** Where somebody of it is not told yet: whoever may tell records that they were, by telephone perhaps. */
export function recordToldPart(provider: Provider, telling: Telling, composing: Composing): Part[] {
  const isOffered = composing.policy.forms.some(({ id }) => id === 'recordTold')
  if (!isOffered || isSecret(provider, telling) || openLines(telling).length === 0) return []
  const asking = { type: 'recordTold', by: MUSTER, telling: telling.n } as const
  const may = askedOfProvider(provider, asking, { ...composing, from: null })
  const filled = { telling: String(telling.n) }
  const press = { do: 'open', form: 'recordTold', record: provider.id, with: filled } as const
  return [
    {
      kind: 'buttons',
      buttons: [{ label: 'Record who was told otherwise…', press }],
      for: 'ok' in may ? [] : whoMay(may, composing),
    },
  ]
}

const IN_POST = '@'

/** The post that was chosen, by its id in the list, and who was in it then. */
export function postChosen(value: string): { line: string; inPost: string | null } {
  const [line = '', ...person] = value.split(IN_POST)
  return { line, inPost: person.length === 0 ? null : person.join(IN_POST) }
}

/** The posts of a list of which it may be recorded that somebody was told. */
export function postsToRecord(
  { tellings = [] }: Provider,
  n: string | undefined,
  directory: Directory,
): OptionView[] {
  const telling = tellings.find((one) => `${one.n}` === n)
  return (telling ? openLines(telling) : []).map(({ id, label, person }) => ({
    value: person === null ? id : `${id}${IN_POST}${person}`,
    label: person === null ? label : `${label}: ${nameOf(directory, person)}`,
  }))
}

function openLines(telling: Telling) {
  return telling.lines.filter((line) => isOpenIn(line, telling))
}
