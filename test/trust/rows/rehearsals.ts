import { memoryStore } from '../../../adapters/stores/memory.ts'
import { lowdbKeeping } from '../../faults/keeping.ts'
import { besideLiveWork } from '../../fixtures/rehearsals.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'

export const rehearsals: Row = {
  name: 'rehearsals beside live work',
  goal: 'no message outside their rooms, every one marked, no figure, list, metric or record of live work changed',
  run: beside,
}

async function beside({ part, random }: How): Promise<Found> {
  const rounds = part ? 1 : 6
  const actions = part ? 20 : 60
  const wrongs: string[] = []
  let [rehearsed, done, messages] = [0, 0, 0]
  for (let round = 0; round < rounds; round++) {
    const keeping = round % 2 === 0 ? null : await lowdbKeeping()
    const store = keeping ? await keeping.open() : memoryStore()
    const figure = await besideLiveWork(store, random, actions)
    await store.close()
    await keeping?.remove()
    rehearsed += figure.rehearsals
    done += figure.actions
    messages += figure.messages
    wrongs.push(...figure.wrongs)
  }
  return found(
    `${rehearsed} rehearsals in ${rounds} worlds, ${done} presses, replies and forms by chance, ${messages} messages`,
    wrongs,
  )
}
