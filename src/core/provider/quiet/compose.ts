import type { Composing } from '../../kind.ts'
import type { Button } from '../../message/message.ts'
import { orHost } from '../../people/lead.ts'
import { showDay } from '../../time/local.ts'
import { labelOf } from '../change-level.ts'
import { levelButton } from '../compose-offer.ts'
import type { About } from '../cycle/question.ts'
import type { Provider } from '../provider.ts'

/** What is asked about a provider that has gone quiet; undefined where the rules do not ask it. */
export function quietWording(
  provider: Provider,
  { since }: Extract<About, { ask: 'quiet' }>,
  { policy }: Composing,
) {
  const { id: record, name, level, quiet } = provider
  const rule = policy.quiet
  if (!rule) return undefined
  const open = (label: string, form: string): Button => ({
    label,
    press: { do: 'open', form, record },
  })
  const again = quiet
    ? ` Otherwise it is asked again on ${showDay(quiet.lookAt, policy.zone)}.`
    : ''
  const { id, citation } = rule
  return {
    title: `${name}: nothing on its own record since ${showDay(since, policy.zone)}`,
    text: `It is on “${labelOf(policy, level)}”. Its cases have records of their own. Decide on its level, note what happened, or say when you look again.${again}`,
    post: orHost(policy.prompting.triage, provider, policy),
    buttons: [
      { ...open('Look again on…', 'lookAgain'), style: 'primary' as const },
      open('Note what happened…', 'note'),
      levelButton(record),
    ],
    rule: { kind: 'rule' as const, id, citation },
  }
}
