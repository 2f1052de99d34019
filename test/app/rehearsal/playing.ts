import type { Drill } from '../../../src/core/drill/drill.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { TestApp } from '../../fixtures/app.ts'
import { pressOn, speaker } from '../talk/speaking.ts'

type Player = ReturnType<typeof speaker>

/** A rehearsal that somebody has begun, with its room. */
export interface Rehearsed {
  readonly id: RecordId
  /** As `placeKey` names its room. */
  readonly room: string
  readonly player: Player
  drill(): Promise<Drill>
  /** The newest message there whose words hold these. */
  message(words: string): Message
  says(words: string): string
  press(words: string, label: string): ReturnType<Player['press']>
  /** Replies under its first message. */
  reply(text: string): ReturnType<Player['reply']>
}

export async function begin(world: TestApp, script: string, who = 'nia'): Promise<Rehearsed> {
  const player = speaker(world, who)
  const before = await world.store.list({ facets: { kind: 'drill' } })
  await player.command('muster', `rehearse ${script}`)
  const all = await world.store.list({ facets: { kind: 'drill' } })
  const id = all.map((one) => one.id).find((one) => !before.some((other) => other.id === one))
  if (!id) throw new Error('No rehearsal began')
  return rehearsed(world, id, player)
}

export async function rehearsed(world: TestApp, id: RecordId, player: Player): Promise<Rehearsed> {
  const drill = () => world.record('drill', id)
  const [place] = (await drill()).places
  if (place?.to.type !== 'room') throw new Error('It has no room')
  const room = `web/room/${place.to.room}`
  const message = (words: string) => {
    const found = world.web.standing.findLast(
      (one) => one.place === room && one.words.includes(words),
    )
    if (!found) throw new Error(`Nothing in ${room} says “${words}”: ${spoken(world, room)}`)
    return found.message
  }
  return {
    id,
    room,
    player,
    drill,
    message,
    says: (words) => plainMessage(message(words), world.app.directory()),
    press: (words, label) => player.press(pressOn(message(words), label)),
    reply: (text) => player.reply(id, text, place, room),
  }
}

export function spoken(world: TestApp, room: string): string {
  return world.web.standing
    .filter(({ place }) => place === room)
    .map(({ slot, words }) => `${slot}: ${words}`)
    .join('\n---\n')
}

/** A case inside. */
export function caseIn({ records }: Drill) {
  const found = records.find(({ kind }) => kind === 'case')
  if (found?.kind !== 'case') throw new Error('There is no case')
  return found
}
