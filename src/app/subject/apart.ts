import type { About } from './about.ts'

/** What a person may be handed, and what somebody must judge before: all that tells of a confidential case. */
interface Apart {
  readonly own: readonly About[]
  readonly judged: readonly About[]
}

/** A confidential case, its meetings, and whatever names one of them elsewhere, are apart from all else. */
export function apart(found: readonly About[]): Apart {
  const cases = new Set(found.filter(({ isConfidential }) => isConfidential).map(({ id }) => id))
  const hidden = found.filter(({ id, of }) => cases.has(id) || (of !== null && cases.has(of)))
  const words = hidden.flatMap(({ id, reference }) => [id, reference])
  const tells = (entry: object) => {
    const text = JSON.stringify(entry).toLowerCase()
    return words.some((word) => text.includes(word.toLowerCase()))
  }
  const open = found.filter((one) => !hidden.includes(one))
  const part = (one: About, isTold: boolean): About => ({
    ...one,
    entries: one.entries.filter(({ event }) => tells(event) === isTold),
    sent: isTold ? [] : one.sent,
    kept: isTold ? [] : one.kept,
  })
  return {
    own: open.map((one) => part(one, false)).filter(holdsSomething),
    judged: [...hidden, ...open.map((one) => part(one, true))].filter(holdsSomething),
  }
}

export function holdsSomething({ entries, sent, kept }: About): boolean {
  return entries.length + sent.length + kept.length > 0
}
