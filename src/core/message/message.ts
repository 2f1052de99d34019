import { z } from 'zod'
import type { Citation } from '../policy/citation.ts'
import { RecordId } from '../record-id.ts'
import type { ByMail } from './by-mail.ts'

/** What a button does. The same shape on every channel; small enough for a button's value. */
export const Press = z.discriminatedUnion('do', [
  /** Opens a form; `with` fills some of its fields. */
  z.object({
    do: z.literal('open'),
    form: z.string(),
    record: RecordId.optional(),
    with: z.record(z.string(), z.string()).optional(),
  }),
  /** Answers a prompt. The revision makes a press on an out-of-date button visible. */
  z.object({
    do: z.literal('answer'),
    record: RecordId,
    prompt: z.string(),
    answer: z.string(),
    revision: z.int(),
  }),
  /** `I have it`. */
  z.object({ do: z.literal('have'), record: RecordId, clock: z.string() }),
  /** Votes for one’s organisation on a decision of a meeting. */
  z.object({
    do: z.literal('vote'),
    record: RecordId,
    decision: z.int(),
    choice: z.enum(['for', 'against', 'abstain']),
  }),
  /** From whoever raised a case, who may see nothing else of it: whether they want news. */
  z.object({ do: z.literal('news'), record: RecordId, on: z.boolean() }),
  /** As if typed after `/muster`. */
  z.object({ do: z.literal('command'), words: z.string() }),
])
export type Press = z.infer<typeof Press>

export interface Button {
  readonly label: string
  readonly press: Press
  readonly style?: 'primary' | 'danger'
}

/** Plain text, with people named by their id. Strings are never markup: every channel escapes them. */
export type Inline = string | { readonly person: string } | { readonly record: RecordId }
export type Text = string | readonly Inline[]

export type Part =
  | { readonly kind: 'text'; readonly text: Text }
  /** Something a person must not miss. */
  | { readonly kind: 'alert'; readonly text: Text }
  /** What somebody wrote, in their words. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: Text])[] }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'rule'; readonly id: string; readonly citation: Citation }
  | {
      readonly kind: 'buttons'
      readonly buttons: readonly Button[]
      /** The people who may press them, where not everybody may; a press is checked all the same. */
      readonly for?: readonly string[]
    }

/** A channel-neutral message. Channels turn it into Block Kit, Adaptive Cards or HTML. */
export interface Message {
  readonly title: string
  readonly parts: readonly Part[]
  /** Those whom it names who are told the same on another channel: here they are not called. */
  readonly elsewhere?: readonly string[]
  /** At the head of a room: what whoever is in it should find without looking for it. */
  readonly links?: readonly { readonly title: string; readonly url: string }[]
  /** Only of what goes by mail to somebody who can answer it there. */
  readonly byMail?: ByMail
}
