import type { Case } from '../../core/case/case.ts'
import { isHost, mayShareFor, maySharing } from '../../core/case/host/sharing.ts'
import type { Refused } from '../../core/decision.ts'
import { NOT_LISTED, type OptionSources } from '../../core/form/asked.ts'
import { eachFieldId } from '../../core/form/field-id.ts'
import type { Intent } from '../../core/intent.ts'
import type { Context } from '../../core/kind.ts'
import type { Answers, OptionView } from '../../core/message/form.ts'
import type { Actor } from '../../core/people/actor.ts'
import { findPerson, nameOf } from '../../core/people/find.ts'
import type { AnyRecord } from '../../core/record.ts'
import { type HandedIn, many, rest, text } from './handed-in.ts'
import { RAISED, raising } from './raising.ts'

export const HOST_FORM = 'hostIntelligence'
/** What a placing commissioner shares with the host of a unit. */
export const HOSTING: Readonly<Record<string, (form: HandedIn) => Intent>> = {
  [HOST_FORM]: (form) => {
    const signs = many(form, 'signs')
    const asked = signs.flatMap((id) => [
      eachFieldId('signs', id, 'evidence'),
      eachFieldId('signs', id, 'direction'),
    ])
    const placing = text(form, 'placing')
    return {
      ...raising(form, 'intelligence'),
      answers: rest(form, [...RAISED, 'placing', 'signs', ...asked]),
      shared: {
        placing: placing === NOT_LISTED ? null : placing,
        signs: marksOf(form, 'signs'),
      },
    }
  },
}

/** What an organisation says that the directory does not have is recorded by the host. */
const ANOTHER: OptionView = { value: NOT_LISTED, label: 'Not listed' }

/** The triggers that were ticked, each with its evidence and direction. */
export function marksOf(form: HandedIn, field: string) {
  return many(form, field).map((id) => ({
    id,
    evidence: text(form, eachFieldId(field, id, 'evidence')) ?? '',
    direction: direction(text(form, eachFieldId(field, id, 'direction'))),
  }))
}

function direction(word: string | null): 'new' | 'rising' | 'stable' {
  return word === 'rising' || word === 'stable' ? word : 'new'
}

/** The signs that may be shared, and in whose name this person may share them. */
export function hostingOptions(context: Context, by: Actor): OptionSources {
  const { hosting, triggers } = context.policy
  const offered = triggers.filter(({ id }) => hosting?.signs.includes(id))
  return {
    signs: offered.map(({ id, short }): OptionView => {
      return { value: id, label: `${id} ${short}` }
    }),
    commissioners: [
      ...mayShareFor(by, context).map(({ slug: value, name: label }) => ({ value, label })),
      ...(hosting?.sharedBy && isHost(by, context) ? [ANOTHER] : []),
    ],
  }
}

/** Whoever shares is asked for what is not known; whoever triages it finds ticked what was shared. */
export function hostingStarts(
  form: string,
  record: AnyRecord | null,
  actor: Actor,
  context: Context,
): Answers {
  if (form === HOST_FORM) {
    const home = actor.type === 'person' ? findPerson(context.directory, actor.person) : undefined
    const own = mayShareFor(actor, context).find(({ slug }) => slug === home?.organisation.slug)
    return own ? { placing: own.slug } : {}
  }
  const shared = form === 'triage' && record?.kind === 'case' ? record.shared : undefined
  if (!shared) return {}
  const answers: Answers = { triggers: shared.signs.map(({ id }) => id) }
  for (const { id, evidence, direction: how } of shared.signs) {
    answers[eachFieldId('triggers', id, 'evidence')] = evidence
    answers[eachFieldId('triggers', id, 'direction')] = how
  }
  return answers
}

/** Nobody fills in what they may not share for anybody. */
export function barredFromSharing(form: string, by: Actor, context: Context): Refused | null {
  return form === HOST_FORM ? maySharing(by, context) : null
}

/** Who was asked, for whoever shared it. */
export function sharedWords({ prompts }: Case, { directory }: Pick<Context, 'directory'>): string {
  const asked = prompts.find(({ asks }) => asks === 'triage')?.asked ?? []
  const names = asked.map((one) => nameOf(directory, one))
  const whom =
    names.length === 0 ? 'Nobody holds the post of the host commissioner: phone' : names.join(', ')
  return `Asked to look at it: ${whom}. The confirmation and all news of it come to your personal messages.`
}

/** What a list of people to tell is opened with from a case. */
export function aboutCase({ id, shared }: Case): Readonly<Record<string, string>> {
  const except = shared?.placing ?? null
  return { case: id, ...(except === null ? {} : { except }) }
}

/** Of a list of people to tell: the organisation that shared it knows. */
export function exceptOf({ ticket }: HandedIn): { readonly except?: string[] } {
  const except = ticket.with?.except
  return except === undefined ? {} : { except: [except] }
}
