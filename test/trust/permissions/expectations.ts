import { GRIDS } from '../expected/who-may.ts'

/** Where the columns begin; before them stand a person’s id and who that is. */
const MARGIN = 58
const ID = 20

export interface Expectation {
  readonly who: string
  readonly column: string
  readonly may: boolean
}

/** The grids, read. Throws where a mark is none. */
export function expectations(): readonly Expectation[] {
  return GRIDS.flatMap((grid) => {
    const [head = '', ...lines] = grid.split('\n').filter((line) => line.trim() !== '')
    const columns = cells(head)
    return lines.flatMap((line) => {
      const who = line.slice(0, ID).trim()
      const marks = cells(line)
      if (marks.length !== columns.length) throw new Error(`The line of ${who} lacks a mark`)
      return columns.map((column, place): Expectation => {
        const mark = marks[place]
        if (mark !== 'y' && mark !== '.') throw new Error(`${who}, ${column}: ${mark}`)
        return { who, column, may: mark === 'y' }
      })
    })
  })
}

function cells(line: string): string[] {
  return line
    .slice(MARGIN)
    .split('|')
    .map((cell) => cell.trim())
}
