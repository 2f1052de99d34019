import { z } from 'zod'
import { RecordId } from '../../record-id.ts'

/** The record that settled a round by itself. */
export const Through = z.union([
  z.object({ meeting: RecordId }),
  z.object({ matter: z.int().positive() }),
])
export type Through = z.infer<typeof Through>

export function isThrough(through: Through | undefined, meeting: RecordId): boolean {
  return through !== undefined && 'meeting' in through && through.meeting === meeting
}

export function isSameMeeting(one: Through | undefined, other: Through | undefined): boolean {
  return one !== undefined && 'meeting' in one && isThrough(other, one.meeting)
}
