import { writtenIn } from '../../core/provider/forgotten.ts'
import type { AnyEvent, AnyRecord } from '../../core/record.ts'
import { casesNamedIn, RecordId, recordKind } from '../../core/record-id.ts'
import type { Store } from '../ports.ts'
import { upcast } from '../upcast.ts'
import type { Gathered } from './told-events.ts'

const NAMED = /"((?:case|meeting)-[a-z0-9-]{1,60})"/g

/** A provider is read by more people than a confidential case of it: what tells of one is left out. */
export async function withoutHidden<State extends AnyRecord>(
  store: Pick<Store, 'load'>,
  gathered: Gathered<State>,
): Promise<Gathered<State>> {
  const known = new Map<string, boolean>()
  const isHidden = async (name: string) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const hidden = await isConfidential(store, RecordId.parse(name))
    known.set(name, hidden)
    return hidden
  }
  const told: Gathered['told'][number][] = []
  for (const one of gathered.told) {
    const text = JSON.stringify(one.event)
    const names = [...text.matchAll(NAMED)].map(([, name = '']) => name)
    names.push(...casesNamedIn(wordsIn(one.event)))
    const all = await Promise.all(names.map(isHidden))
    told.push(all.includes(true) ? { ...one, event: null, hidden: true } : one)
  }
  return { ...gathered, told }
}

/** What somebody wrote of it by hand. */
function wordsIn(event: AnyEvent | null): string {
  if (event?.type === 'levelDecided') return writtenIn(event)
  return event?.type === 'tellingBegun' ? (event.telling.words ?? '') : ''
}

async function isConfidential({ load }: Pick<Store, 'load'>, id: RecordId): Promise<boolean> {
  const saved = await load(id)
  if (!saved || recordKind(id) === 'provider') return false
  const record = upcast(id, saved)
  return 'confidential' in record && record.confidential !== undefined
}
