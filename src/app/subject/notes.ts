import type { NamedText } from '../inquiry/files.ts'
import { heading, list } from '../inquiry/markdown.ts'
import type { About } from './about.ts'
import { holdsSomething } from './apart.ts'

/** Not for the person: what must be judged before anything is handed over, and what is missing. */
export function notesOf(all: readonly About[], judged: readonly About[]): NamedText {
  const found = all.filter(holdsSomething)
  const inConfidence = found.filter((one) => one.inConfidence)
  const lacking = all.filter(({ unreadable }) => unreadable.length > 0)
  return {
    name: 'operator-notes.md',
    text: [
      heading(1, 'For you alone: read before you hand anything over'),
      list([
        'Read every line. Names were left out by the directory; words may still tell who somebody is.',
        'Withhold only what the law lets you withhold, and keep a note of what and why.',
        'Somebody who raised something without a name cannot be found here: no name is kept.',
        ...judged.map(
          ({ reference }) =>
            `${reference} is confidential, or tells of a case that is: what it holds is in judge-first.md and judge-first.jsonl alone. Hand it over only if this person may know of it.`,
        ),
        ...inConfidence.map(
          ({ reference }) =>
            `${reference} was raised in confidence: judge whether it may be handed over.`,
        ),
        ...all
          .filter(({ isErased }) => isErased)
          .map(
            ({ reference }) =>
              `${reference} has entries that were removed; only their hashes are kept.`,
          ),
        ...lacking.map(
          ({ reference, unreadable }) =>
            `${reference} has entries that this version cannot read: ${unreadable.join(', ')}. They are missing here, and may name this person; read them with the version that wrote them.`,
        ),
      ]),
    ].join('\n'),
  }
}
