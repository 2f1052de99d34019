import { type Refused, refuse } from '../../core/decision.ts'
import type { OptionSources } from '../../core/form/asked.ts'
import type { Intent } from '../../core/intent.ts'
import type { Context } from '../../core/kind.ts'
import { optionLabel } from '../../core/message/option-label.ts'
import { askedOfOrganisation, type OrganisationAsking } from '../../core/organisation/asked.ts'
import { type DigestFor, isSame, Often, RoomUse } from '../../core/organisation/digest/digest.ts'
import type { Organisation } from '../../core/organisation/organisation.ts'
import type { Actor } from '../../core/people/actor.ts'
import { permitted } from '../../core/permission/permitted.ts'
import type { AnyRecord } from '../../core/record.ts'
import { showLocal } from '../../core/time/local.ts'
import type { Reply } from '../conversation.ts'
import { type HandedIn, text } from './handed-in.ts'
import { say } from './say.ts'

/** The answer of whoever wants it in private. */
export const ME = 'me'

const ROOMS: Readonly<Record<RoomUse, string>> = {
  triage: 'triage room',
  cases: 'room for cases',
}

/** What the form about a digest asks for: for oneself, or for a room. */
export const DIGESTS = {
  digest: (form: HandedIn): Intent | Refused => {
    const { by } = form
    const often = text(form, 'every')
    const every = often === 'off' ? often : Often.safeParse(often).data
    if (every === undefined)
      return refuse('missing', 'Choose how often it comes.', { every: 'Choose one.' })
    const to = whomOf(form)
    if (to === null) return refuse('missing', 'Choose where it goes.', { where: 'Choose one.' })
    return to.type === 'person'
      ? { kind: 'organisation', type: 'orderDigest', by, every }
      : { kind: 'organisation', type: 'orderRoomDigest', by, use: to.use, every }
  },
}

function whomOf(form: HandedIn): DigestFor | null {
  const where = text(form, 'where')
  if (where === ME) return form.by.type === 'person' ? form.by : null
  const use = RoomUse.safeParse(where).data
  return use === undefined ? null : { type: 'rooms', use }
}

/** Either of them: the form lets whoever opens it choose. */
export function digestAsks(by: Actor): OrganisationAsking[] {
  return [
    { type: 'orderDigest', by },
    { type: 'orderRoomDigest', by },
  ]
}

/** Where whoever asks may have it. */
export function digestOptions(
  record: AnyRecord | null,
  context: Context,
  by: Actor,
): OptionSources {
  if (record?.kind !== 'organisation') return {}
  const may = (type: 'orderDigest' | 'orderRoomDigest') =>
    permitted(askedOfOrganisation(record, { type, by }), context).ok
  const on = record.rooms.filter(({ channel }) => context.channels.includes(channel))
  const uses = may('orderRoomDigest') ? [...new Set(on.map(({ use }) => use))] : []
  const me = may('orderDigest') ? [{ value: ME, label: 'To me, in private' }] : []
  const rooms = uses.map((use) => ({
    value: use,
    label: optionLabel(`The ${ROOMS[use]} of ${record.name}`),
  }))
  return { digestPlaces: [...me, ...rooms] }
}

/** What somebody reads who has handed the form in; undefined after another form. */
export function digestSet(form: HandedIn, record: AnyRecord): Reply | undefined {
  if (form.ticket.form !== 'digest' || record.kind !== 'organisation') return undefined
  const to = whomOf(form)
  return to === null ? undefined : digestWords(record, to, form.context)
}

/** How it stands with one digest. */
export function digestWords(
  organisation: Organisation,
  to: DigestFor,
  { policy }: Pick<Context, 'policy'>,
): Reply {
  const where =
    to.type === 'person' ? 'to you, in private' : `to the ${ROOMS[to.use]} of ${organisation.name}`
  const order = organisation.digests?.orders.find((one) => isSame(one.to, to))
  if (!order) return say('No more digests', `None goes ${where}. “/muster digest” begins it again.`)
  const often = order.every === 'daily' ? 'Each working day' : 'Once a week'
  const next = order.nextAt === null ? '' : ` The next: ${showLocal(order.nextAt, policy.zone)}.`
  const end =
    to.type === 'person' ? '“/muster digest off” ends it.' : '“/muster digest” changes or ends it.'
  return say('The digest is on', `${often} ${where}.${next}`, end)
}
