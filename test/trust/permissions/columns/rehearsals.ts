import { referenceOf } from '../../../../src/core/record-id.ts'
import { type Column, direct, pressing } from './column.ts'

/** Of rehearsals. */
export const REHEARSAL_COLUMNS: readonly Column[] = [
  direct('begin', 'drill.start', null, (by, { script }) => {
    return { kind: 'drill', type: 'start', by, script, channel: 'web', people: [] }
  }),
  pressing('act', 'drill.act', ({ inside }) => ({ do: 'have', record: inside, clock: 'D1' })),
  ...(
    [
      ['move', 'hour'],
      ['end', 'end'],
    ] as const
  ).map(([name, word]) =>
    pressing(name, `drill.${name}`, ({ rehearsal }) => ({
      do: 'command',
      words: `rehearse ${word} ${referenceOf(rehearsal)}`,
    })),
  ),
]
