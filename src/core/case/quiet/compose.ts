import type { Composing } from '../../kind.ts'
import type { Part } from '../../message/message.ts'
import type { Prompt } from '../../prompt.ts'

/** What is asked about a case that has gone quiet. */
export function quietQuestion(
  { state }: Prompt,
  { policy: { quiet: rule } }: Composing,
): { readonly title: string; readonly parts: readonly Part[] } {
  const text =
    'Nobody is reminded of anything here. Note what happened, close the case, or say why it is still open: “yes because …”. This is asked once, until something is recorded.'
  return {
    title: `Nothing was recorded for ${rule?.caseDays ?? ''} days: is it still open?`,
    parts: [
      ...(state === 'open' ? [{ kind: 'text', text } as const] : []),
      ...(rule ? [{ kind: 'rule', id: rule.id, citation: rule.citation } as const] : []),
    ],
  }
}
