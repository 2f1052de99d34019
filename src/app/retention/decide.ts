import { cleanText, faultOf } from '../../core/form/free-text.ts'
import { guardingOf } from '../../core/guard/intent.ts'
import type { Directory } from '../../core/people/directory.ts'
import { parseReference, type RecordId, recordKind } from '../../core/record-id.ts'
import { administratorsOf } from '../administrators.ts'
import type { App } from '../app.ts'
import { handle } from '../handle.ts'
import { UnreadableRecord } from '../upcast.ts'

const REASON_LETTERS = 500

/** What an administrator decides on how long a case, or a meeting about a provider, is kept. */
export interface Keeping {
  readonly what: 'hold' | 'release' | 'remove'
  readonly reference: string
  readonly because: string
  /** The administrator's address; where only one is named in the settings, it need not be said. */
  readonly by: string | null
}

/** Records it and does it, all of it. A sentence when it cannot be done. */
export async function decideKeeping(app: App, asked: Keeping): Promise<string | null> {
  const { what, reference } = asked
  const id = parseReference(reference)
  const kind = id && recordKind(id)
  if (!id || (kind !== 'case' && kind !== 'meeting'))
    return `${reference} is no reference of a case or a meeting. Write it as C-7K2M-9Q4X or M-7K2M-9Q4X.`
  const because = cleanText(asked.because)
  const { policy } = app.packs.current
  const fault = faultOf(because, REASON_LETTERS, guardingOf({ policy, now: app.now() }))
  if (fault) return fault.message
  const person = administratorNamed(app, asked.by)
  if (person === null) return whoMayDecide(app.administrators)
  const intent = { kind, type: what, by: { type: 'person', person }, because } as const
  try {
    const answer = await handle(app, { key: null, to: id, intent })
    if (!answer.ok) return answer.refusal.message
    if (what === 'remove') await forgetElsewhere(app, id)
    return null
  } catch (error) {
    if (error instanceof UnreadableRecord) return error.message
    throw error
  }
}

/** What a removal asks of other records is done now, and where that breaks off at the next sweep. */
async function forgetElsewhere(app: App, id: RecordId): Promise<void> {
  const row = await app.store.row(id)
  for (const { request } of row?.requests ?? []) {
    await handle(app, request)
    await app.store.answered(request.key)
  }
}

/** Who decides at the command line: by their address, or the only one there is. */
export function administratorNamed(app: App, by: string | null): string | null {
  const directory: Directory = app.directory()
  const [only, ...others] = app.administrators
  const address = by?.trim().toLowerCase() ?? (others.length === 0 ? only : undefined)
  if (address === undefined || !app.administrators.includes(address)) return null
  return administratorsOf(directory, [address])[0] ?? null
}

export function whoMayDecide(administrators: readonly string[]): string {
  if (administrators.length === 0)
    return 'Nobody is named as administrator: set MUSTER_ADMINISTRATORS, and list them in the directory.'
  return `Say which administrator decides, with --by and one of: ${administrators.join(', ')}. The directory must list them.`
}
