import { guard } from '../../core/guard/identifiers.ts'
import type { Button } from '../../core/message/message.ts'
import type { AnyRecord } from '../../core/record.ts'
import type { Reply } from '../conversation.ts'
import { buttons, say } from './say.ts'

/**
 * Nothing that identifies a patient is recorded; the person is told privately. `form` asks whether
 * a doubtful number is one, and is filled with what was said.
 */
export function identifierIn(text: string, form: Button): Reply | null {
  const checked = guard(text, false)
  switch (checked.type) {
    case 'clear':
      return null
    case 'refused':
      return say(
        'Not recorded: this may identify a patient',
        checked.message,
        'Please delete your message here and write it again without the number.',
      )
    case 'doubtful':
      return say(
        'Not recorded yet: is this an NHS number?',
        checked.message,
        'A reply cannot confirm it: write it again without the number, or use the form, which asks.',
        buttons(form),
      )
  }
}

export function noteForm({ id: record }: AnyRecord, text = ''): Button {
  const filled = text !== '' && fitsButton(text) ? { with: { text } } : {}
  return { label: 'Add a note…', press: { do: 'open', form: 'note', record, ...filled } }
}

/** A button must stay small; longer words are asked for again. */
export function fitsButton(words: string): boolean {
  return words.length <= 500
}
