import type { Ticket } from '../../core/message/form.ts'
import { RecordId } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, cannotSee, look } from './ask.ts'
import { refused } from './say.ts'

export const NOT_TOLD_OF_SECRETS = refused({
  message:
    'This case is confidential, so nobody was told of it here: the words would stand in the provider’s room too. Give access to whoever must know: “/muster access” with its reference.',
})

/** A form that tells of a case may have been opened before that became confidential. */
export async function secretNow(ask: Ask, { with: filled }: Ticket): Promise<Reply | undefined> {
  const id = RecordId.safeParse(filled?.case).data
  if (id === undefined) return undefined
  const record = await look(ask, id)
  if (!record) return refused(cannotSee(ask, id))
  return record.kind === 'case' && record.confidential ? NOT_TOLD_OF_SECRETS : undefined
}
