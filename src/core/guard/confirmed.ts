import type { Identifier } from './find.ts'

/** A rule of the guard and what it looks for. */
export interface LooksLike {
  readonly kind: string
  readonly label: string
}

/** A person said of a text that it is not what it looks like, and what it is; kept with the change. */
export interface Confirmed {
  /** The question that the text answered. */
  readonly field: string
  readonly looksLike: readonly LooksLike[]
  readonly reason: string
}

/** Each once. */
export function looksLikeOf(found: readonly Identifier[]): readonly LooksLike[] {
  const all = new Map(found.map(({ kind, label }) => [kind, { kind, label }]))
  return [...all.values()]
}
