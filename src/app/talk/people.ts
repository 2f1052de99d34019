import type { Context } from '../../core/kind.ts'
import type { Button, Part } from '../../core/message/message.ts'
import type { Holding, Leave, Organisation } from '../../core/organisation/organisation.ts'
import { findOrganisation, findPerson, nameOf } from '../../core/people/find.ts'
import { organisationId } from '../../core/record-id.ts'
import { showLocal } from '../../core/time/local.ts'
import type { Reply } from '../conversation.ts'
import {
  type Ask,
  cannotSee,
  contextOf,
  isAdministrator,
  isKnown,
  look,
  NOT_LISTED,
} from './ask.ts'
import { barredFrom } from './barred.ts'
import { openForm } from './forms.ts'
import { buttons, message, refused } from './say.ts'

/** `/muster people ORGANISATION ROLE`: who holds which role, and the forms to change it. */
export async function people(ask: Ask, text: string): Promise<Reply> {
  const { actor } = ask.heard
  if (!isKnown(actor)) return refused(NOT_LISTED)
  const directory = ask.app.directory()
  const own = findPerson(directory, actor.person)?.organisation.slug
  const [slug = own ?? '', role] = text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((one) => one !== '')
  if (!findOrganisation(directory, slug)) return refused({ message: noOrganisation(slug, ask) })
  const id = organisationId(slug)
  const record = await look(ask, id)
  if (record?.kind !== 'organisation') return refused(cannotSee(ask, id))
  const context = contextOf(ask, record)
  const barred = barredFrom({ form: 'appoint', nonce: '' }, record, actor, context)
  if (barred) return refused(barred.refusal)
  if (role !== undefined) return openForm(ask, 'appoint', id, holdingNow(record, role))
  return {
    type: 'say',
    message: message(`People of ${record.name}`, ...parts(record, ask, context)),
  }
}

function noOrganisation(slug: string, ask: Ask): string {
  const others = isAdministrator(ask) ? ` ${otherOrganisations(ask)}` : ''
  return `There is no organisation “${slug}” that you can see. Write its short name, as the directory has it.${others}`
}

/** The form shows what holds now. */
function holdingNow({ holdings }: Organisation, role: string): Record<string, string> {
  const held = holdings.find((one) => one.role === role)
  const { holder = null, deputy = null, onCall = null } = held ?? {}
  return {
    role,
    holder: holder ?? 'nobody',
    deputy: deputy ?? 'nobody',
    onCall: onCall ?? 'nobody',
  }
}

function parts(organisation: Organisation, ask: Ask, context: Context): (string | Part)[] {
  const { id: record, slug, holdings, head, people: all } = organisation
  const held = new Set(holdings.flatMap((one) => [one.holder, one.deputy, one.onCall]))
  const others = all.filter(({ id }) => !held.has(id)).map(({ name }) => name)
  const away = organisation.leave.filter(({ until }) => until > context.now)
  const change = holdings.map(({ role }): Button => {
    const press = { do: 'command', words: `people ${slug} ${role}` } as const
    return { label: `${roleName(role, context)}…`, press }
  })
  const open = (label: string, form: string): Button => ({
    label,
    press: { do: 'open', form, record },
  })
  return [
    {
      kind: 'facts',
      facts: [
        ['Head', head === null ? 'nobody' : nameOf(context.directory, head)],
        ...holdings.map((one) => [roleName(one.role, context), heldBy(one, context)] as const),
        ...(others.length > 0 ? [['Without a role', others.join(', ')] as const] : []),
      ],
    },
    ...away.map((one) => awayWords(one, context)),
    'To say who holds a role:',
    buttons(...change, open('Another role…', 'appoint')),
    buttons(
      open('Somebody is away…', 'away'),
      ...(isAdministrator(ask) ? [open('Add a person…', 'addPerson')] : []),
      open('Remove a person…', 'removePerson'),
    ),
    ...(isAdministrator(ask) ? [otherOrganisations(ask)] : []),
  ]
}

function roleName(role: string, { policy }: Context): string {
  const label = policy.roles.find(({ id }) => id === role)?.label ?? role
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`
}

function heldBy({ holder, deputy, onCall }: Holding, { directory }: Context): string {
  const name = (person: string | null) => (person === null ? 'nobody' : nameOf(directory, person))
  const others = [
    ...(deputy === null ? [] : [`deputy ${name(deputy)}`]),
    ...(onCall === null ? [] : [`on call ${name(onCall)}`]),
  ]
  return [name(holder), ...others].join('; ')
}

function awayWords({ person, from, until, cover }: Leave, { directory, policy }: Context): string {
  const who = nameOf(directory, person)
  const covered = cover === null ? 'Nobody covers' : `${nameOf(directory, cover)} covers`
  return `${who} is away from ${showLocal(from, policy.zone)} until ${showLocal(until, policy.zone)}. ${covered}.`
}

function otherOrganisations({ app }: Ask): string {
  const slugs = app.directory().organisations.map(({ slug }) => slug)
  return `“/muster people” takes the short name of any organisation: ${slugs.join(', ')}.`
}
