import type { Random } from './random.ts'

/** One line of the table: a fault, what it must do no harm to, and what came of it. */
export interface Row {
  readonly name: string
  readonly goal: string
  /** Nothing that it measures is changed by another row that runs at the same time. */
  readonly beside?: true
  run(how: How): Promise<Found>
}

export interface How {
  /** Fewer rounds, for every change; otherwise the whole. */
  readonly part: boolean
  readonly random: Random
}

export interface Found {
  /** What was done and what came of it, in figures. */
  readonly figure: string
  readonly held: boolean
}

/** Held when nothing went wrong; otherwise the first wrongs stand in the figure. */
export function found(figure: string, wrongs: readonly string[]): Found {
  if (wrongs.length === 0) return { figure, held: true }
  const some = wrongs.slice(0, 12).map((wrong) => `\n    ${wrong}`)
  return { figure: `${figure}; ${wrongs.length} wrong:${some.join('')}`, held: false }
}
