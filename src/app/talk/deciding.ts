import { type Refused, refuse } from '../../core/decision.ts'
import type { OptionSources } from '../../core/form/asked.ts'
import type { DecisionRef } from '../../core/gate/gate.ts'
import type { Intent } from '../../core/intent.ts'
import type { Context } from '../../core/kind.ts'
import { askedOfMeeting, type MeetingAsking } from '../../core/meeting/asked.ts'
import { conflictOf, conflictsNow, hasConflict } from '../../core/meeting/conflict/conflict.ts'
import { keptOut } from '../../core/meeting/conflict/decide.ts'
import { ballotsOf, isDisputed, isReplaced } from '../../core/meeting/decision/ballot.ts'
import { gatesOf } from '../../core/meeting/decision/gates.ts'
import { partyIn, seatedIn } from '../../core/meeting/decision/party.ts'
import { hasRaised } from '../../core/meeting/decision/resolver.ts'
import { GATES, standingWords } from '../../core/meeting/decision/words.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import type { OptionView } from '../../core/message/form.ts'
import type { Actor } from '../../core/people/actor.ts'
import { nameOf } from '../../core/people/find.ts'
import { permitted } from '../../core/permission/permitted.ts'
import type { AnyRecord } from '../../core/record.ts'
import { RecordId, referenceOf } from '../../core/record-id.ts'
import { type HandedIn, many, text } from './handed-in.ts'

type Making = (form: HandedIn) => Intent | Refused
type Whose = Extract<Intent, { type: 'declareConflict' }>['whose']

/** Before the short name of an organisation, where a person may be chosen too. */
const ALL_OF = 'all:'

/** What the forms about conflicts of interest and decisions ask of a meeting. */
export const DECIDING: Readonly<Record<string, Making>> = {
  decide: (form) => ({
    kind: 'meeting',
    type: 'proposeDecision',
    by: form.by,
    question: text(form, 'question') ?? '',
    affects: many(form, 'affects').length === 0 ? null : many(form, 'affects'),
    form: text(form, 'form') ?? '',
    authority: text(form, 'authority') === 'decision' ? 'decision' : 'advisory',
    ratifiedBy: text(form, 'ratifiedBy'),
    gate: text(form, 'gate'),
    topic: text(form, 'topic'),
    ...supersededBy(text(form, 'supersedes')),
    because: text(form, 'because'),
  }),
  closeVote: (form) => ({ ...about(form), type: 'closeVote', reason: reason(form) }),
  withdrawVote: (form) => ({ ...about(form), type: 'withdrawVote', reason: reason(form) }),
  disputeDecision: (form) => ({ ...about(form), type: 'disputeDecision', reason: reason(form) }),
  nameResolver: (form) => ({
    ...about(form),
    type: 'nameResolver',
    person: text(form, 'person') ?? '',
  }),
  resolveDispute: (form) => {
    const outcome = text(form, 'outcome')
    if (outcome !== 'stands' && outcome !== 'again')
      return refuse('missing', 'Choose what the outcome is.', { outcome: 'Choose one.' })
    return { ...about(form), type: 'resolveDispute', outcome, reason: reason(form) }
  },
  conflict: (form) => ({
    kind: 'meeting',
    type: 'declareConflict',
    by: form.by,
    whose: whoseIn(text(form, 'whose') ?? ''),
    what: text(form, 'what') ?? '',
  }),
  returnFromConflict: (form) => ({
    kind: 'meeting',
    type: 'returnFromConflict',
    by: form.by,
    conflict: numbered(text(form, 'conflict')) ?? 0,
    reason: reason(form),
  }),
}

function about({ by, ticket }: HandedIn) {
  return { kind: 'meeting', by, decision: numbered(ticket.with?.decision ?? null) ?? 0 } as const
}

function reason(form: HandedIn): string {
  return text(form, 'reason') ?? ''
}

function numbered(words: string | null): number | null {
  return words !== null && /^\d{1,6}$/.test(words) ? Number(words) : null
}

/** A decision of this meeting by its number, or one of another with that meeting before it. */
function supersededBy(value: string | null) {
  const [meeting = '', n = ''] = value?.split('/') ?? []
  const id = RecordId.safeParse(meeting).data
  const decision = numbered(n)
  if (!id || decision === null) return { supersedes: numbered(value) }
  return { supersedes: null, supersedesIn: { meeting: id, decision } }
}

function whoseIn(value: string): Whose {
  return value.startsWith(ALL_OF)
    ? { type: 'organisation', slug: value.slice(ALL_OF.length) }
    : { type: 'person', person: value }
}

/** What such a form may ask, to know before it opens whether this person may. */
export function decidingAsks(
  meeting: Meeting,
  form: string,
  filled: Readonly<Record<string, string>>,
  by: Actor,
  context: Context,
): MeetingAsking[] {
  const decision = numbered(filled.decision ?? null) ?? 0
  switch (form) {
    case 'conflict':
      return everybody(meeting, by, context).map((whose) => ({
        type: 'declareConflict',
        by,
        whose,
      }))
    case 'decide':
      return [{ type: 'proposeDecision', by }]
    case 'closeVote':
    case 'withdrawVote':
    case 'nameResolver':
    case 'returnFromConflict':
      return [{ type: form, by }]
    case 'disputeDecision':
    case 'resolveDispute':
      return [{ type: form, by, decision }]
    // Not a union of ours: other forms are for something else.
    default:
      return []
  }
}

/** Whoever has a conflict of interest is told so before they fill in what they are kept out of. */
export function outOf(
  meeting: Meeting,
  asks: readonly MeetingAsking[],
  context: Context,
): Refused | null {
  const refusals = asks.map((one) => {
    const asked = askedOfMeeting(meeting, one, context)
    return 'ok' in asked ? null : keptOut(meeting, one, asked, context)
  })
  return refusals.includes(null) ? null : (refusals[0] ?? null)
}

/** Whoever asks and their organisation first, then all the others. */
function everybody(meeting: Meeting, by: Actor, { directory }: Context): Whose[] {
  const self = by.type === 'person' ? by.person : null
  const home = self === null ? undefined : partyIn(meeting, self, directory)?.slug
  const people = meeting.people.map((person) => ({ type: 'person', person }) as const)
  const parties = seatedIn(meeting, directory).map(
    ({ slug }) => ({ type: 'organisation', slug }) as const,
  )
  return [
    ...people.filter(({ person }) => person === self),
    ...parties.filter(({ slug }) => slug === home),
    ...people.filter(({ person }) => person !== self),
    ...parties.filter(({ slug }) => slug !== home),
  ]
}

/** The lists that these forms offer; nothing for other records. */
export function decidingOptions(
  record: AnyRecord | null,
  context: Context,
  by: Actor,
): OptionSources {
  if (record?.kind !== 'meeting') return {}
  const { policy, directory } = context
  const { forms = [], topics = [] } = policy.voting ?? {}
  const named = ({ id, label }: { id: string; label: string }) => ({ value: id, label })
  const closed = ballotsOf(record).filter((one) => one.state === 'closed' && !isReplaced(one))
  const gates = gatesOf(record, policy)
  const disputed = ballotsOf(record).filter(isDisputed)
  const resolvers = record.people.filter(
    (person) =>
      !hasConflict(record, person, directory) &&
      !record.gone?.includes(person) &&
      disputed.some((one) => !hasRaised(record, one, person, directory)),
  )
  return {
    seatedOrganisations: seatedIn(record, directory).map(({ slug, name }) => ({
      value: slug,
      label: name,
    })),
    decisionForms: forms.map(named),
    topics: topics.map(named),
    gates: gates.map(({ id, label, state }) => ({
      value: id,
      label,
      description: GATES[state],
    })),
    earlierDecisions: [
      ...closed.map((one) => ({
        value: String(one.n),
        label: `Decision ${one.n}, ${standingWords(one)}`,
        description: one.question,
      })),
      ...gates.flatMap(({ label, state, elsewhere }) =>
        elsewhere ? [elsewhereOption(elsewhere, `“${label}”, ${GATES[state]}`)] : [],
      ),
    ],
    resolvers: resolvers.map((person) => personOption(record, person, context)),
    conflictable: conflictable(record, context, by),
    conflicts: conflictsNow(record).map(({ n, person, organisation, what }) => ({
      value: String(n),
      label: person === null ? organisation.name : nameOf(directory, person),
      description: what,
    })),
  }
}

function elsewhereOption(ref: DecisionRef, description: string): OptionView {
  return {
    value: `${ref.meeting}/${ref.decision}`,
    label: `Decision ${ref.decision} of ${referenceOf(ref.meeting)}`,
    description,
  }
}

/** Whose conflict of interest this person may declare, and is not declared already. */
function conflictable(meeting: Meeting, context: Context, by: Actor): OptionView[] {
  const { directory } = context
  return everybody(meeting, by, context).flatMap((whose): OptionView[] => {
    const asked = askedOfMeeting(meeting, { type: 'declareConflict', by, whose }, context)
    if ('ok' in asked || !permitted(asked, context).ok) return []
    if (whose.type === 'organisation') {
      const name = seatedIn(meeting, directory).find(({ slug }) => slug === whose.slug)?.name
      return [{ value: `${ALL_OF}${whose.slug}`, label: `All of ${name ?? whose.slug}` }]
    }
    if (conflictOf(meeting, whose.person)) return []
    const isOwn = by.type === 'person' && by.person === whose.person
    const option = personOption(meeting, whose.person, context)
    return [isOwn ? { ...option, label: `Mine (${option.label})` } : option]
  })
}

function personOption(meeting: Meeting, person: string, { directory }: Context): OptionView {
  const name = nameOf(directory, person)
  const home = partyIn(meeting, person, directory)?.name
  return { value: person, label: home === undefined ? name : `${name}, ${home}` }
}
