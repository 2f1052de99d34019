import { parseReference, recordKind, referenceOf } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Handed } from '../control/administration.ts'
import { read } from '../read.ts'
import { UnreadableRecord } from '../upcast.ts'
import { markdownOf } from './markdown.ts'
import { paperOf } from './paper.ts'
import { wordOf } from './word.ts'

/** The record of the meeting that a reference names, to be read anywhere. */
export async function recordFiles(app: App, reference: string): Promise<Handed> {
  const id = parseReference(reference)
  if (!id || recordKind(id) !== 'meeting')
    return { refused: `${reference} is no reference of a meeting. Write it as M-7K2M-9Q4X.` }
  try {
    const meeting = await read(app, { type: 'operator' }, id)
    if (meeting?.kind !== 'meeting')
      return { refused: `There is no meeting ${reference}. Check the reference.` }
    if (meeting.removed) return { refused: `${referenceOf(id)} was removed under retention.` }
    if (!meeting.record) return { refused: `${referenceOf(id)} is not recorded yet.` }
    const paper = await paperOf(app, meeting)
    const word = Buffer.from(wordOf(paper)).toString('base64')
    return {
      refused: null,
      files: [
        { name: 'record.md', text: markdownOf(paper) },
        { name: 'record.docx', text: word, base64: true },
      ],
    }
  } catch (error) {
    if (error instanceof UnreadableRecord) return { refused: error.message }
    throw error
  }
}
