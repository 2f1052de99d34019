import type { Rated } from './provider.ts'

/** The newest rating of an instrument, and the total of the one before it. */
export interface Latest {
  readonly rated: Rated
  readonly before: number | null
}

export function latestRatings(ratings: readonly Rated[]): readonly Latest[] {
  const instruments = [...new Set(ratings.map(({ rating }) => rating.instrument))]
  return instruments.flatMap((id) => {
    const [rated, before] = ratings.filter(({ rating }) => rating.instrument === id).toReversed()
    return rated ? [{ rated, before: before?.rating.total ?? null }] : []
  })
}

/** `, up from 28.5`: where a rating is heading; nothing where there was none before. */
export function heading(before: number | null, now: number): string {
  if (before === null) return ''
  if (now === before) return ', as before'
  return now > before ? `, up from ${before}` : `, down from ${before}`
}
