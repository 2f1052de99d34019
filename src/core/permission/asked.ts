import type { Guarded } from '../people/access.ts'
import type { Actor } from '../people/actor.ts'
import type { ProviderRef } from '../people/directory.ts'
import type { CaseWord, GrantWord, PermissionRule } from '../policy/permission.ts'
import type { Post } from '../policy/post.ts'

/** Whom a word of the table means for what is asked here. */
export interface Meant {
  readonly posts?: readonly Post[]
  readonly people?: readonly string[]
}

/** What somebody asks of a record, as the table of permissions looks at it. */
export interface Asked {
  readonly kind: PermissionRule['kind']
  readonly intent: string
  readonly by: Actor
  readonly provider: ProviderRef
  /** What kind of case it is. */
  readonly is?: readonly CaseWord[]
  /** What decides who sees the record; nobody sees one that is only being opened. */
  readonly guarded?: () => Guarded
  readonly meant?: Readonly<Partial<Record<GrantWord, Meant>>>
  /** Whether it was raised by them, though they see nothing of it and may be in no directory. */
  readonly raised?: (by: Actor) => boolean
  /** What takes the place of `…` in the label of the row: the clock, the meeting. */
  readonly about?: string
  /** What to do instead, after the sentence that says who may. */
  readonly instead?: string
}

/** Muster itself: no person sends such intents. */
export const MUSTER: Actor = { type: 'clock' }

/** A climb names a post once for each of its people. */
export function eachOnce(posts: readonly Post[]): readonly Post[] {
  return posts.filter(
    ({ role, of }, index) => posts.findIndex((one) => one.role === role && one.of === of) === index,
  )
}
