import type { Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import type { FieldView } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { plainText } from '../../../src/core/message/plain.ts'
import { statementWords } from './field.ts'
import type { FilledIn } from './pressed.ts'

/**
 * A card cannot grow while it is filled in. If these answers ask for more than the person has seen,
 * new questions and statements are shown before anything is sent; new warnings hold nothing up and
 * go on top of the confirmation.
 */
export async function handIn(
  { conversation, directory }: Host,
  heard: Heard,
  { ticket, answers, live, read }: FilledIn,
): Promise<Reply> {
  const grown = live ? await conversation.refresh(heard, ticket, answers) : undefined
  if (grown?.type !== 'form') return conversation.submit(heard, ticket, answers)
  const unseen = grown.form.fields.filter(
    ({ id, kind }) => kind !== 'statement' && !Object.hasOwn(answers, id),
  )
  if (unseen.length > 0) {
    const labels = unseen.map(({ label }) => `“${label}”`).join(', ')
    const problem = `Your answers ask for more: ${labels}. Please look at them and send again.`
    return { type: 'form', form: { ...grown.form, problem } }
  }
  const isNews = ({ id, kind, urgent }: FieldView) =>
    kind === 'statement' && !urgent && !read.includes(id)
  if (grown.form.fields.some(isNews)) {
    const problem = 'Please read what has come up, then send it again.'
    return { type: 'form', form: { ...grown.form, problem } }
  }
  const urgent = grown.form.fields.filter(({ urgent }) => urgent)
  const warnings = urgent.map((field) => ({
    kind: 'alert' as const,
    text: plainText(statementWords(field), directory()),
  }))
  const reply = await conversation.submit(heard, ticket, answers)
  return reply.type === 'say' ? warned(reply.message, warnings) : reply
}

function warned(message: Message, warnings: Message['parts']): Reply {
  return { type: 'say', message: { ...message, parts: [...warnings, ...message.parts] } }
}
