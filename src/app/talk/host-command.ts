import { findOrganisation } from '../../core/people/find.ts'
import type { Reply } from '../conversation.ts'
import type { Ask } from './ask.ts'
import { openForm } from './forms.ts'
import { HOST_FORM } from './hosting.ts'
import { refused } from './say.ts'

/** What a placing commissioner shares with the host of a unit; without one the form asks which. */
export function host(ask: Ask, words: string): Promise<Reply> | Reply {
  const slug = words.trim().toLowerCase()
  if (slug === '') return openForm(ask, HOST_FORM, undefined)
  if (findOrganisation(ask.app.directory(), slug))
    return openForm(ask, HOST_FORM, undefined, { provider: slug })
  return refused({
    message:
      'Name the unit’s provider by its short name, as the directory has it: “/muster host …”. Without a name the form asks which.',
  })
}
