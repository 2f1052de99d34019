import type { Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import type { Message, Part } from '../message/message.ts'
import { referenceOf } from '../record-id.ts'
import { showLocal } from '../time/local.ts'
import { addressWords } from './address.ts'
import { castOf } from './cast.ts'
import { clockWords, doable, movers, moverWords } from './clock-card.ts'
import { dressed, marked } from './dress.ts'
import type { Drill, Inner, Move } from './drill.ts'
import { isKeptUpToDate } from './evolve.ts'
import { composeInner } from './inner.ts'
import { answerItems, scoreItems, scoreTitle } from './score.ts'
import { clockOf } from './world.ts'

/** What a slot says: the rehearsal itself, a move of its clock, its score, or a message from inside. */
export function composeDrill(drill: Drill, slot: Slot, composing: Composing): Message | undefined {
  const [kind, id = ''] = slot.split(':')
  switch (kind) {
    case 'root':
      return rootOf(drill, composing)
    case 'line':
      return lineOf(drill, Number(id), composing)
    case 'notice': {
      const move = drill.moves[Number(id) - 1]
      return move && moveOf(drill, move, Number(id) === drill.moves.length, composing)
    }
    case 'outcome':
      return drill.ended ? scoreOf(drill, drill.ended, composing) : undefined
    default:
      return undefined
  }
}

function rootOf(drill: Drill, composing: Composing): Message {
  const { id, script, status, places } = drill
  const isPrivate = places.some(({ to }) => to.type === 'person')
  return marked(`${script.label} (${referenceOf(id)})${status === 'over' ? ' · OVER' : ''}`, [
    { kind: 'list', items: [...script.story] },
    ...(status === 'over'
      ? [text('This rehearsal is over. Its score stands below.'), again(drill)]
      : [
          text(
            'Everybody in it is made up. Everything comes below this message: open its replies. Each message there says for whom it is: press its buttons, or reply, and you do it as that person. It has a clock of its own: move it with the buttons here.',
          ),
          ...(isPrivate
            ? [text('Commands that you type are for real: here use buttons and replies only.')]
            : []),
          text(clockWords(drill, composing)),
          movers(drill, composing),
        ]),
  ])
}

function moveOf(drill: Drill, move: Move, isLatest: boolean, composing: Composing): Message {
  const { policy } = composing
  const { from, until, reminders } = move
  const count = reminders === 1 ? '1 reminder' : `${reminders || 'No'} reminders`
  return marked(`It is ${showLocal(until, policy.zone)}`, [
    ...(from === until
      ? []
      : [
          text(
            `The clock was moved from ${showLocal(from, policy.zone)}. ${count} went out on the way.`,
          ),
        ]),
    ...(isLatest && drill.status === 'open'
      ? [
          text(clockWords(drill, composing)),
          ...doable(drill, composing),
          text(moverWords(drill, composing)),
          movers(drill, composing),
        ]
      : [text('What came next stands below.')]),
  ])
}

function lineOf(drill: Drill, n: number, composing: Composing): Message | undefined {
  const line = drill.lines[n]
  const record = drill.records.find(({ id }) => id === line?.record)
  if (!line || !record) return undefined
  const directory = castOf(drill.script)
  const message = composeInner(record, line.slot, {
    policy: composing.policy,
    directory,
    viewer: { type: 'place', place: line.place },
    now: clockOf(drill, composing.now),
  })
  if (!message) return undefined
  const when = isKeptUpToDate(line.slot) ? '' : ` (${showLocal(line.at, composing.policy.zone)})`
  const counts = isSoftReminder(record, line.slot)
    ? ['It is a reminder only, and does not count in the score.']
    : []
  const more = [`${addressWords(record, line, directory)}${when}:`, ...counts]
  return dressed(message, directory, { more, pressable: drill.status === 'open' })
}

function isSoftReminder(record: Inner, slot: Slot): boolean {
  const [kind, rule] = slot.split(':')
  if (record.kind !== 'case' || kind !== 'nudge') return false
  return record.clocks.some((clock) => clock.rule === rule && clock.soft)
}

function scoreOf(
  drill: Drill,
  { clock, why }: NonNullable<Drill['ended']>,
  { policy }: Composing,
): Message {
  const answers = answerItems(drill, policy)
  const clocks = scoreItems(drill, clock, policy)
  return marked(`Your score: ${scoreTitle(drill, clock)}`, [
    text(`${WHY[why]} It was ${showLocal(clock, policy.zone)} in it.`),
    ...(clocks.length > 0 ? [text('Clocks'), list(clocks)] : [text('No clock ran in it.')]),
    ...(answers.length > 0 ? [text('Questions'), list(answers)] : []),
    again(drill),
  ])
}

const WHY: Readonly<Record<NonNullable<Drill['ended']>['why'], string>> = {
  asked: 'The rehearsal was ended.',
  through: 'The story is over.',
  left: 'Nobody ended the rehearsal for a day, so it ended itself.',
}

function again({ script: { id } }: Drill): Part {
  return {
    kind: 'buttons',
    buttons: [
      { label: 'Do it again', press: { do: 'command', words: `rehearse ${id}` }, style: 'primary' },
      { label: 'Another rehearsal', press: { do: 'command', words: 'rehearse' } },
    ],
  }
}

function list(items: ReturnType<typeof scoreItems>): Part {
  return { kind: 'list', items }
}

function text(words: string): Part {
  return { kind: 'text', text: words }
}
