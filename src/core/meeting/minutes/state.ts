import { doerText } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Text } from '../../message/message.ts'
import { plainText } from '../../message/plain.ts'
import { showLocal } from '../../time/local.ts'
import type { Meeting } from '../meeting.ts'

type Composer = Pick<Composing, 'policy' | 'directory'>

/** Whether it may be corrected, until when and by whom; or who sealed it, and what is possible since. */
export function stateText({ minutes }: Meeting, composing: Composer): Text | null {
  if (!minutes) return null
  const time = (at: string) => showLocal(at, composing.policy.zone)
  const { sealed, until } = minutes
  if (!sealed) {
    const end =
      until === null
        ? 'It can be corrected until somebody seals it.'
        : `It can be corrected until ${time(until)}; then it is sealed.`
    return `This is a draft. ${end} Whoever chairs it or recorded it may do both.`
  }
  const { by, at } = sealed
  const who =
    by.type === 'clock'
      ? ['Sealed, since the time for corrections was over,']
      : ['Sealed by ', ...doerText(by, composing), ',']
  const since = 'Nobody can change it any more; what is to be added stands beside it.'
  return [...who, ` ${time(at)}. ${since}`]
}

/** The same for a document. */
export function stateFacts({ minutes }: Meeting, composing: Composer): [string, string][] {
  const { policy, directory } = composing
  const time = (at: string) => showLocal(at, policy.zone)
  if (!minutes) return [['State', 'recorded before records were sealed']]
  const { sealed, until, addenda } = minutes
  if (!sealed)
    return [
      ['State', 'DRAFT'],
      ['Can be corrected until', until === null ? 'somebody seals it' : time(until)],
    ]
  const who =
    sealed.by.type === 'clock'
      ? 'by itself, since the time for corrections was over'
      : `by ${plainText(doerText(sealed.by, composing), directory)}`
  return [
    ['State', 'SEALED'],
    ['Sealed', `${time(sealed.at)} ${who}`],
    ['Addenda', addenda.length === 0 ? 'none' : String(addenda.length)],
  ]
}
