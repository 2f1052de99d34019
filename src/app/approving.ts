import { cleanText, faultOf } from '../core/form/free-text.ts'
import { isDay } from '../core/time/day.ts'
import { atLocal } from '../core/time/local.ts'
import type { App } from './app.ts'
import { loadDirectory } from './directory.ts'
import { handle } from './handle.ts'
import { installationOwner } from './installation.ts'
import type { Store } from './ports.ts'
import { administratorNamed, whoMayDecide } from './retention/decide.ts'

const LETTERS = 200

/** An approval as whoever runs Muster reads it. */
export interface KnownApproval {
  readonly pack: { readonly id: string; readonly version: number; readonly hash: string }
  readonly approvedBy: string
  readonly approvedOn: string
  readonly reviewOn: string
}

/** What an administrator records at the command line. Days as `2027-03-20`. */
export interface Approving {
  /** The content of the pack that the settings name there. */
  readonly pack: string
  readonly approvedBy: string
  readonly approvedOn: string
  readonly reviewOn: string | null
  /** The administrator’s address; where only one is named in the settings, it need not be said. */
  readonly by: string | null
}

/** Every approval that is recorded; reads alone. */
export async function approvalsKept(store: Store): Promise<readonly KnownApproval[]> {
  const { organisations } = (await loadDirectory(store)).now()
  return organisations
    .flatMap(({ rules }) => rules?.approvals ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ pack, approvedBy, approvedOn, reviewOn }) => {
      return { pack, approvedBy, approvedOn, reviewOn }
    })
}

/** Records who approved the rules. A sentence when it cannot be done. */
export async function recordApproval(app: App, asked: Approving): Promise<string | null> {
  const { pack, reviewOn } = asked
  const { zone } = app.packs.current.policy
  const wrong = [asked.approvedOn, reviewOn].find((day) => day !== null && !isDay(day))
  if (wrong) return `“${wrong}” is no day. Write it as 2027-03-20.`
  const approvedBy = cleanText(asked.approvedBy)
  // Whoever approves is somebody at work, whose name may stand.
  const fault = faultOf(approvedBy, LETTERS, { rules: [], year: 0 })
  if (fault) return fault.message
  const person = administratorNamed(app, asked.by)
  const owner = installationOwner(app)
  if (person === null || !owner) return whoMayDecide(app.administrators)
  const answer = await handle(app, {
    key: null,
    to: owner.id,
    intent: {
      kind: 'organisation',
      type: 'approveRules',
      by: { type: 'person', person },
      pack,
      approvedBy,
      approvedOn: atLocal(asked.approvedOn, '00:00:00', zone),
      reviewOn: reviewOn === null ? null : atLocal(reviewOn, '23:59:59', zone),
    },
  })
  return answer.ok ? null : answer.refusal.message
}
