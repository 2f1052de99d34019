import { alarmOf } from '../../alarm.ts'
import { placeKey, Slot } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import { byMail, type Heard, isKnown, isRepeated } from '../../late.ts'
import type { Draft } from '../draft.ts'
import { ownPlaces } from '../guarded.ts'
import { owedAbout } from '../owed-about.ts'

/**
 * What is asked of somebody, or reminds them, and is not accepted by its service: they are told by mail,
 * and the administrators. Nothing where nothing is wanted any more, or where it is known already.
 */
export function tellOwers(draft: Draft, { slot: named, ...heard }: Heard, context: Context): void {
  const meeting = draft.meeting()
  const slot = Slot.safeParse(named).data
  const owed = owedAbout(meeting, named)
  if (!slot || !owed || isKnown(meeting.late, slot, heard.place)) return
  if (!ownPlaces(meeting).some((one) => placeKey(one) === heard.place)) return
  const [, to, name = ''] = heard.place.split('/')
  const whom = owed.whom.filter((person) => to !== 'person' || person === name)
  const told = isRepeated(meeting.late, slot) ? [] : byMail(whom, slot, context)
  const alarm = meeting.confidential ? {} : { alarm: alarmOf(heard.place, owed.about, context) }
  draft.add({ type: 'notAccepted', at: context.now, slot, ...heard, instead: null, told, ...alarm })
}
