import type { Instant } from '../time/instant.ts'

/** An entry for somebody’s calendar, as it is to stand there now. Others may see their calendar. */
export interface Entry {
  readonly does: 'stand' | 'go'
  /** The same for a meeting and a person, whatever changes. */
  readonly uid: string
  /** Never falls for one `uid`, whichever message carries it: a calendar passes over a lower one than it has. */
  readonly sequence: number
  readonly summary: string
  readonly description: string
  readonly start: Instant
  /** Null where no rule says how long it takes. */
  readonly end: Instant | null
  readonly location: string | null
  readonly url: string | null
}

/** What a message is besides its words where it goes by mail. */
export interface ByMail {
  /** Whether an answer is awaited: otherwise nothing is sent to somebody to whom nothing was sent before. */
  readonly isAsked: boolean
  /** It is sent all the same: nothing else has told its reader. */
  readonly isNews?: true
  /** Until when a link in it answers; null for no link. */
  readonly answerUntil: Instant | null
  /** Who hears a reply: the id of a person. */
  readonly contact: string | null
  /** What its reader does by the link, what that person has to do with it, and its time: `vote`, `who asked for it`. */
  readonly about?: { readonly todo: string; readonly who: string; readonly until: string | null }
  /** Null where their calendar is left as it is. */
  readonly entry: Entry | null
}
