import type { Place } from '../effect.ts'
import type { Doer } from '../people/actor.ts'
import type { RecordId } from '../record-id.ts'
import type { Removal } from '../retention.ts'
import type { Instant } from '../time/instant.ts'
import type { Drill, InnerEvent, Move } from './drill.ts'

/** What happened in a rehearsal, with the real people who did it; `at` is real time. */
export type DrillEvent = { readonly at: Instant } & (
  | ({ type: 'started'; by: Doer } & Pick<
      Drill,
      'policy' | 'script' | 'people' | 'channel' | 'ahead'
    >)
  /** To a record inside. `by` really did it, playing `as`; null where its clock did, or somebody who stays anonymous. */
  | { type: 'happened'; record: RecordId; event: InnerEvent; by: Doer | null; as: string | null }
  | ({ type: 'moved'; ahead: number } & Move)
  | { type: 'joined'; by: Doer; person: string }
  | { type: 'placed'; places: readonly Place[] }
  | ({ type: 'ended' } & Omit<NonNullable<Drill['ended']>, 'at'>)
  /** The history before it is erased with it. */
  | ({ type: 'removed' } & Omit<Removal, 'at'>)
)
export type DrillEventOf<Type extends DrillEvent['type']> = Extract<DrillEvent, { type: Type }>
