import type { Meeting } from '../../core/meeting/meeting.ts'
import {
  addendaSections,
  recordSections,
  titleOfRecord,
} from '../../core/meeting/minutes/compose.ts'
import type { Section } from '../../core/meeting/minutes/section.ts'
import { stateFacts } from '../../core/meeting/minutes/state.ts'
import { referenceOf } from '../../core/record-id.ts'
import { showLocal } from '../../core/time/local.ts'
import type { App } from '../app.ts'
import { rulesToday } from '../handle.ts'
import { plainEvent } from '../kept-event.ts'

/** The record of a meeting as a document, whatever it is written in. */
export interface Paper {
  readonly title: string
  readonly sections: readonly Section[]
}

export async function paperOf(app: App, meeting: Meeting): Promise<Paper> {
  const { policy } = rulesToday(app, meeting)
  const now = app.now()
  const composing = {
    policy,
    directory: app.directory(),
    viewer: { type: 'operator' },
    now,
  } as const
  return {
    title: titleOfRecord(meeting, composing),
    sections: [
      {
        heading: 'State of this record',
        lines: [
          {
            kind: 'facts',
            facts: [...stateFacts(meeting, composing), ['Written', showLocal(now, policy.zone)]],
          },
        ],
      },
      ...recordSections(meeting, composing),
      ...addendaSections(meeting, composing),
      await verification(app, meeting),
    ],
  }
}

/** How anybody can tell that the sealed text is the one that was sealed. */
async function verification({ store }: App, { id }: Meeting): Promise<Section> {
  const heading = 'How to verify it'
  const entries = await store.history(id)
  const sealed = entries.find(({ body }) => body !== null && plainEvent(body).type === 'sealed')
  const reference = referenceOf(id)
  if (!sealed)
    return {
      heading,
      lines: [{ kind: 'text', text: 'It is not sealed yet: this text may still be corrected.' }],
    }
  return {
    heading,
    lines: [
      {
        kind: 'facts',
        facts: [
          ['Sealed in', `entry ${sealed.seq} of the history of ${reference}`],
          ['Hash of that entry', sealed.hash],
        ],
      },
      {
        kind: 'text',
        text: 'The entry holds the text from “The meeting” on, without addenda, and the hash of the entry before it. “npm run -s muster -- verify” works every hash out again and names the first entry that is not as it was written.',
      },
    ],
  }
}
