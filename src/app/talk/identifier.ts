import type { Guarding } from '../../core/guard/find.ts'
import { guard } from '../../core/guard/identifiers.ts'
import { guardingOf } from '../../core/guard/intent.ts'
import type { Button } from '../../core/message/message.ts'
import type { AnyRecord } from '../../core/record.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { buttons, say } from './say.ts'

/**
 * Nothing that identifies a patient is recorded; the person is told privately. `form` asks what
 * something doubtful is, and is filled with what was said.
 */
export function identifierIn(ask: Ask, text: string, form: Button): Reply | null {
  const guarding = guardingOf(contextOf(ask, null))
  const checked = guard(text, guarding)
  switch (checked.type) {
    case 'clear':
      return null
    case 'refused':
      return say(
        'Not recorded: this may identify a patient',
        checked.message,
        'Please delete your message here and write it again without that.',
      )
    case 'doubtful':
      return say(
        `Not recorded yet: is this ${checked.found[0].label}?`,
        checked.message,
        'If it is, please delete your message here and write it again without that. If it is something else, use the form, which asks what it is: a reply cannot say so.',
        buttons(emptied(form, guarding)),
      )
  }
}

/** A button is kept where it stands: nothing that may identify a patient goes into it. */
function emptied(button: Button, guarding: Guarding): Button {
  const { press } = button
  if (press.do !== 'open' || press.with === undefined) return button
  const clear = Object.entries(press.with).filter(
    ([, words]) => guard(words, guarding).type === 'clear',
  )
  return { ...button, press: { ...press, with: Object.fromEntries(clear) } }
}

export function noteForm({ id: record }: AnyRecord, text = ''): Button {
  const filled = text !== '' && fitsButton(text) ? { with: { text } } : {}
  return { label: 'Add a note…', press: { do: 'open', form: 'note', record, ...filled } }
}

/** A button must stay small; longer words are asked for again. */
export function fitsButton(words: string): boolean {
  return words.length <= 500
}
