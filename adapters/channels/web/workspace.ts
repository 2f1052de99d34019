import { randomBytes } from 'node:crypto'
import type { Log } from '../../../src/app/host.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { takeOut } from './forget.ts'
import { openKeeper } from './workspace-file.ts'
import { type Item, type MadeRoom, markOf, type State } from './workspace-state.ts'

/** What is to be added; the workspace gives it its reference and its number. */
type NewItem = Omit<Item, 'ref' | 'seq'>

/** The rooms and messages of the playground. Changes are durable when they resolve. */
export interface Workspace {
  readonly state: Readonly<State>
  item(ref: string): Item | undefined
  /** The item that this key made or last rewrote in a place. */
  made(space: string, key: string): Item | undefined
  /** The same key twice in one place adds one item. */
  add(item: NewItem): Promise<Item>
  rewrite(ref: string, change: Pick<Item, 'body' | 'rewrittenAt' | 'rewrittenBy'>): Promise<void>
  /** The same id twice makes one room. */
  makeRoom(room: Omit<MadeRoom, 'room'>): Promise<MadeRoom>
  invite(room: string, people: readonly string[]): Promise<void>
  remove(room: string, people: readonly string[]): Promise<void>
  /** Nothing more is written in it. */
  close(room: string): Promise<void>
  /** Takes away all that stands of records. */
  forget(records: readonly RecordId[]): Promise<void>
  /** The reader has seen everything up to `seq` under this mark. */
  read(reader: string, space: string, thread: string | undefined, seq: number): Promise<void>
}

/** `changed` is called after every change: with the item, or without when rooms changed. */
export async function openWorkspace(
  folder: string | undefined,
  log: Log,
  changed: (item?: Item) => void,
): Promise<Workspace> {
  const { state, save } = await openKeeper(folder, log)
  const byRef = new Map(state.items.map((item) => [item.ref, item]))

  function made(space: string, key: string): Item | undefined {
    return state.items.find(
      (one) => one.space === space && (one.key === key || one.rewrittenBy === key),
    )
  }

  async function saved(item?: Item): Promise<void> {
    await save()
    changed(item)
  }

  return {
    state,
    item: (ref) => byRef.get(ref),
    made,
    async add(fresh) {
      const known = made(fresh.space, fresh.key)
      if (known) {
        await saved(known)
        return known
      }
      const item: Item = { ...fresh, ref: `m${randomBytes(6).toString('hex')}`, seq: state.next++ }
      state.items.push(item)
      byRef.set(item.ref, item)
      await saved(item)
      return item
    },
    async rewrite(ref, change) {
      const item = byRef.get(ref)
      if (!item) return
      Object.assign(item, change)
      await saved(item)
    },
    async makeRoom(wanted) {
      const known = state.rooms.find(({ id }) => id === wanted.id)
      const room = known ?? { ...wanted, room: roomId(wanted.name) }
      if (!known) state.rooms.push(room)
      await saved()
      return room
    },
    ...roomChanges(state, saved),
    async forget(records) {
      const gone = records.map((record) => takeOut(state, record))
      for (const { ref } of gone.flatMap(({ items }) => [...items])) byRef.delete(ref)
      if (gone.some(({ items, rooms }) => items.size + rooms.size > 0)) await saved()
    },
    async read(reader, space, thread, seq) {
      if (markRead(state, reader, markOf(space, thread), seq)) await save()
    },
  }
}

function roomChanges(
  state: State,
  saved: () => Promise<void>,
): Pick<Workspace, 'invite' | 'remove' | 'close'> {
  return {
    async invite(name, people) {
      changePeople(state, name, (before) => [...new Set([...before, ...people])])
      await saved()
    },
    async remove(name, people) {
      changePeople(state, name, (before) => before.filter((person) => !people.includes(person)))
      await saved()
    },
    async close(name) {
      for (const room of state.rooms) if (room.room === name) room.closed = true
      await saved()
    },
  }
}

/** False where they had read as far before. */
function markRead({ read }: State, reader: string, mark: string, seq: number): boolean {
  const marks = read[reader] ?? {}
  read[reader] = marks
  if ((marks[mark] ?? 0) >= seq) return false
  marks[mark] = seq
  return true
}

function changePeople(
  { rooms }: State,
  name: string,
  change: (before: readonly string[]) => string[],
): void {
  const room = rooms.find((one) => one.room === name)
  if (room) room.people = change(room.people)
}

/** Never given twice, not even after the file was lost: a record may still point to the old one. */
function roomId(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${slug.slice(0, 40) || 'room'}-${randomBytes(3).toString('hex')}`
}
