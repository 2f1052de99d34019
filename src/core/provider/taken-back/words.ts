import { doerText, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Text } from '../../message/message.ts'
import type { LevelDecision, Provider } from '../provider.ts'

/** Beside a decision that was taken back: when, and by whom; nothing beside any other. */
export function takenBackFacts(
  { decisions }: Pick<Provider, 'decisions'>,
  { n }: LevelDecision,
  composing: Composing,
): (readonly [string, Text])[] {
  const by = decisions.find(({ takesBack }) => takesBack === n)
  if (!by) return []
  return [['Taken back', [`${shown(by.at, composing)} by `, ...doerText(by.by, composing)]]]
}
