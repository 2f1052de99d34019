import { inTime } from './in-time.ts'
import type { Store } from './ports.ts'

/** How long an answer holds: whoever asks often does not write often. */
const FRESH_MS = 1000
/** Whoever asks gets an answer within two seconds. */
const PATIENCE_MS = 1500
/** A write that hangs is left alone for so long; then another shows whether the store is back. */
const HUNG_MS = 5000

const CANNOT_WRITE =
  'The store cannot be written: look at the disk and the rights of its folder, or at the database.'
const DOES_NOT_ANSWER =
  'The store does not answer: look at its disk, or at the database and the way to it.'

/** What keeps the process from its work, as a sentence for whoever runs it; null when nothing does. */
export type Trouble = () => Promise<string | null>

/** Whether something can be written down. One write at a time; it never takes longer than two seconds. */
export function storeTrouble(store: Pick<Store, 'keepSetting'>): Trouble {
  let probe: { readonly answer: Promise<string | null>; readonly at: number } | null = null
  let isOver = true

  function begin() {
    const at = performance.now()
    isOver = false
    const write = store.keepSetting('ready', true).then(
      () => null,
      () => CANNOT_WRITE,
    )
    const mine = { answer: inTime(write, PATIENCE_MS).then(orLate), at }
    write.finally(() => {
      if (probe !== mine) return
      isOver = true
      // A late answer is news; one that came in time holds for a while.
      if (performance.now() - at >= PATIENCE_MS) probe = null
    })
    return mine
  }

  return async () => {
    const age = probe ? performance.now() - probe.at : Number.POSITIVE_INFINITY
    if (probe === null || age >= (isOver ? FRESH_MS : HUNG_MS)) probe = begin()
    return probe.answer
  }
}

function orLate(answer: string | null): string | null {
  return answer === 'late' ? DOES_NOT_ANSWER : answer
}

/** The first trouble of several. */
export function firstTrouble(...all: readonly Trouble[]): Trouble {
  return async () => {
    for (const trouble of all) {
      const sentence = await trouble()
      if (sentence !== null) return sentence
    }
    return null
  }
}
