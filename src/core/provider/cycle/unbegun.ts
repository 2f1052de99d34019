import { postLabel } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Part } from '../../message/message.ts'
import { MUSTER } from '../../permission/asked.ts'
import { whoMay } from '../../permission/permitted.ts'
import type { CycleRule } from '../../policy/instrument.ts'
import { askedOfProvider } from '../asked.ts'
import type { LevelDecision, Provider } from '../provider.ts'
import { inSentence } from './compose.ts'
import { cycleName, dutiesToBegin } from './duty.ts'

/** What is stepped up on a level where possible, and does not run: it is begun first, by whoever may. */
export function unbegunPart(provider: Provider, level: string, composing: Composing): Part[] {
  return partsOf(provider, composing, (levels) => levels.includes(level))
}

/** The same, once: of a provider that comes from another such level it was said there. */
export function unbegunOnEntry(
  provider: Provider,
  { from, to }: Pick<LevelDecision, 'from' | 'to'>,
  composing: Composing,
): Part[] {
  return partsOf(provider, composing, (levels) => levels.includes(to) && !levels.includes(from))
}

function partsOf(
  provider: Provider,
  composing: Composing,
  isMeant: (levels: readonly string[]) => boolean,
): Part[] {
  return dutiesToBegin(provider, composing.policy)
    .filter(({ steppedUpOn = [] }) => isMeant(steppedUpOn))
    .flatMap((rule): Part[] => [
      { kind: 'text', text: unbegunWords(provider, rule, composing) },
      {
        kind: 'buttons',
        buttons: [beginButton(provider, rule)],
        for: whoBegins(provider, rule, composing),
      },
      { kind: 'rule', id: rule.id, citation: rule.citation },
    ])
}

function unbegunWords(provider: Provider, rule: CycleRule, composing: Composing): string {
  const whom = postLabel({ provider }, rule.owes, composing)
  return `${cycleName(rule)}: stepped up on this level where possible, and does not run yet. Agree how often, then begin it; owed by ${whom}.`
}

function beginButton(
  { id: record }: Pick<Provider, 'id'>,
  { id, label }: Pick<CycleRule, 'id' | 'label'>,
): Button {
  const press = { do: 'open', form: 'beginDuty', record, with: { duty: id } } as const
  return { label: `Begin ${id}, ${inSentence(label)}…`, press }
}

function whoBegins(
  provider: Provider,
  { id: cycle }: Pick<CycleRule, 'id'>,
  composing: Composing,
): readonly string[] {
  const asking = { type: 'beginDuty', by: MUSTER, cycle } as const
  const asked = askedOfProvider(provider, asking, { ...composing, from: null })
  return 'ok' in asked ? [] : whoMay(asked, composing)
}
