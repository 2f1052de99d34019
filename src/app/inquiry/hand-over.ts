import { findOrganisation } from '../../core/people/find.ts'
import { parseReference, providerId, type RecordId, recordKind } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Handed } from '../control/administration.ts'
import { markdownOf } from '../minutes/markdown.ts'
import { paperOf } from '../minutes/paper.ts'
import { UnreadableRecord } from '../upcast.ts'
import { filesOf, type NamedText } from './files.ts'
import { type Inquiry, inquiryInto } from './inquiry.ts'

/** The files of an inquiry into the case that a reference names, or the provider of that short name. */
export async function inquiryFiles(app: App, reference: string): Promise<Handed> {
  const id = subjectNamed(app, reference)
  if (!id || recordKind(id) === 'meeting')
    return {
      refused: `${reference} is neither the reference of a case, as C-7K2M-9Q4X, nor the short name of a provider. A meeting stands in the inquiry into what it is about.`,
    }
  try {
    const inquiry = await inquiryInto(app, id)
    if (!inquiry) return { refused: `There is no ${recordKind(id)} ${reference}. Check it.` }
    return { refused: null, files: [...filesOf(inquiry), ...(await recordsIn(app, inquiry))] }
  } catch (error) {
    if (error instanceof UnreadableRecord) return { refused: error.message }
    throw error
  }
}

/** What each of its meetings left behind, as it is read. */
async function recordsIn(app: App, { meetings }: Inquiry): Promise<readonly NamedText[]> {
  const recorded = meetings.filter(({ record }) => record.record !== null)
  return Promise.all(
    recorded.map(async ({ reference, record }) => ({
      name: `record-${reference}.md`,
      text: markdownOf(await paperOf(app, record)),
    })),
  )
}

/** A provider’s short name may look like the reference of a case. */
function subjectNamed(app: App, reference: string): RecordId | undefined {
  const slug = reference.trim().toLowerCase()
  return findOrganisation(app.directory(), slug) ? providerId(slug) : parseReference(reference)
}
