import { parseReference, recordKind } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Handed } from '../control/administration.ts'
import { UnreadableRecord } from '../upcast.ts'
import { filesOf } from './files.ts'
import { inquiryInto } from './inquiry.ts'

/** The files of an inquiry into the case that a reference names. */
export async function inquiryFiles(app: App, reference: string): Promise<Handed> {
  const id = parseReference(reference)
  if (!id || recordKind(id) !== 'case')
    return { refused: `${reference} is no reference of a case. Write it as C-7K2M-9Q4X.` }
  try {
    const inquiry = await inquiryInto(app, id)
    if (!inquiry) return { refused: `There is no case ${reference}. Check the reference.` }
    return { refused: null, files: filesOf(inquiry) }
  } catch (error) {
    if (error instanceof UnreadableRecord) return { refused: error.message }
    throw error
  }
}
