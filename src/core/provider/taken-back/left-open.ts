import type { Composing } from '../../kind.ts'
import type { Part } from '../../message/message.ts'
import type { Matter } from '../matter/matter.ts'
import { readable } from '../matter/on-file.ts'
import { matterRule } from '../matter/rules.ts'
import type { Provider } from '../provider.ts'

/** What was opened on a level that is taken back, belongs to it and is not over, for whoever may read it: a formal notice. */
function leftOpen(provider: Provider, decision: number, composing: Composing): Matter[] {
  const entry = provider.decisions.find(({ n }) => n === decision)
  if (!entry) return []
  return readable(provider, composing).filter(({ rule, openedAt, closedAt }) => {
    const levels = matterRule(composing.policy, rule)?.levels
    const isOfIt = levels?.includes(entry.to) && !levels.includes(entry.from)
    return isOfIt && closedAt === null && openedAt >= entry.at
  })
}

/** `Formal notice 1`. */
export function namesOfOpen(
  provider: Provider,
  decision: number | undefined,
  composing: Composing,
): string[] {
  const all = decision === undefined ? [] : leftOpen(provider, decision, composing)
  return all.map(({ rule, n }) => `${matterRule(composing.policy, rule)?.label ?? rule} ${n}`)
}

/** For whoever took the level back: what is still to be withdrawn or closed, with the way to each. */
export function leftOpenParts(provider: Provider, composing: Composing): Part[] {
  const decision = provider.decisions.at(-1)?.takesBack
  const all = decision === undefined ? [] : leftOpen(provider, decision, composing)
  const names = namesOfOpen(provider, decision, composing)
  if (all.length === 0) return []
  const buttons = all.map(({ n }, index) => ({
    label: `${names[index]}…`,
    press: { do: 'command', words: `file ${provider.slug} ${n}` } as const,
  }))
  return [
    {
      kind: 'text',
      text: `Still open on file, from the level that was taken back: ${names.join(', ')}. Withdraw or close each, so that nobody goes on with it.`,
    },
    { kind: 'buttons', buttons },
  ]
}
