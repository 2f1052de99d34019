import type { Slot } from '../effect.ts'
import type { Reminder } from '../overtaken.ts'
import type { Policy } from '../policy/policy.ts'
import { type Prompt, promptName } from '../prompt.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { newestMessage } from './prompts.ts'
import { owed } from './rules.ts'

/** The reminders of each clock and of each question; what was told in a notice is none. */
export function remindersOfCase(kase: Case, policy: Policy): readonly (readonly Reminder[])[] {
  return [
    ...kase.clocks.map((run) => ofClock(kase, run)),
    ...kase.prompts.map((prompt) => ofPrompt(kase, prompt, policy)),
  ]
}

function ofClock(kase: Case, run: ClockRun): readonly Reminder[] {
  const { places } = kase
  const isOpen = owed(kase).includes(run)
  return run.nudges
    .filter(({ folded }) => !folded)
    .map(({ n, to }) => ({
      slot: `nudge:${run.rule}:${n}`,
      names: isOpen ? to : [],
      places,
    }))
}

/** The question itself, number 1, is none. Whoever is asked next is named alone; a later reminder names all. */
function ofPrompt({ places }: Case, prompt: Prompt, policy: Policy): readonly Reminder[] {
  const { asked, state, folded } = prompt
  const numbers = Array.from({ length: newestMessage(prompt, { policy }) }, (_, index) => index + 1)
  return numbers
    .filter((n) => n > 1 && !folded.includes(n))
    .map((n) => {
      const slot: Slot = `nudge:prompt.${promptName(prompt)}:${n}`
      const names = n > asked.length ? asked : asked.slice(n - 1, n)
      return { slot, names: state === 'open' ? names : [], places }
    })
}
