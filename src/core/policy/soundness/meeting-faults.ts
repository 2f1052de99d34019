import type { FormRule } from '../form.ts'
import type { MeetingRule } from '../meeting.ts'
import type { Need, Policy } from '../policy.ts'
import { type Complaint, ids, type Path, unknownWord } from './complaint.ts'
import { onFileFaults } from './matter-faults.ts'

/** What a meeting says of its form, of levels and clocks, of its own lines, and of where it is called from. */
export function meetingFaults(policy: Policy, meeting: MeetingRule, at: Path): Complaint[] {
  const who = `meeting "${meeting.id}"`
  const { record, meets, entersLevel } = meeting
  const form = policy.forms.find(({ id }) => id === record)
  return [
    ...unknownWord([...at, 'record'], who, 'form', record, ids(policy.forms)),
    ...(form ? recordFaults(who, form, [...at, 'record']) : []),
    ...(meets === undefined
      ? []
      : unknownWord([...at, 'meets'], who, 'clock', meets, ids(policy.clocks))),
    ...aboutFaults(meeting, who, at),
    ...(entersLevel === undefined ? [] : entryFaults(policy, who, entersLevel, at)),
    ...(meeting.leadsTo ?? []).flatMap((one, place) =>
      outcomeFaults(policy, who, one, form, [...at, 'leadsTo', place]),
    ),
    ...attendedFaults(meeting, form, who, [...at, 'decidesWith']),
    ...quorumFaults(meeting, who, [...at, 'quorum']),
  ]
}

/** A record says when the meeting was held: without that it cannot be saved. */
function recordFaults(who: string, { id, fields }: FormRule, path: Path): Complaint[] {
  const isAsked = fields.some(
    (field) => field.id === 'heldAt' && field.kind === 'moment' && field.required && !field.when,
  )
  if (isAsked) return []
  const message = `${who} is recorded with form "${id}", which does not ask when it was held; add a required moment "heldAt"`
  return [{ path, message }]
}

/** Who was there is read from the record. */
function attendedFaults(
  { decidesWith }: MeetingRule,
  form: FormRule | undefined,
  who: string,
  path: Path,
): Complaint[] {
  if (!decidesWith || !form) return []
  if (form.fields.some((field) => field.kind === 'many' && field.from === 'attendees')) return []
  const message = `${who} changes a level only with enough of those who decide, and form "${form.id}" does not ask who was there; add a required question whose choices are the attendees, or take "decidesWith" out`
  return [{ path, message }]
}

/** A thread and a clock are a case's. */
function aboutFaults(
  { about = 'case', room, meets }: MeetingRule,
  who: string,
  at: Path,
): Complaint[] {
  const isOfCases = about === 'case'
  return [
    ...(room === 'thread' && !isOfCases
      ? [
          {
            path: [...at, 'about'],
            message: `${who} is held in a case's thread and is about ${about === 'either' ? 'a provider as well' : 'a provider'}; give it a room, or make it about a case`,
          },
        ]
      : []),
    ...(meets !== undefined && about === 'provider'
      ? [
          {
            path: [...at, 'meets'],
            message: `${who} meets clock "${meets}" of a case and is about a provider; take "meets" out`,
          },
        ]
      : []),
  ]
}

function entryFaults(
  policy: Policy,
  who: string,
  enters: NonNullable<MeetingRule['entersLevel']>,
  at: Path,
): Complaint[] {
  const path = [...at, 'entersLevel']
  const { level, transition } = enters
  const found = policy.transitions.find(({ id }) => id === transition)
  return [
    ...unknownWord([...path, 'level'], who, 'level', level, ids(policy.levels)),
    ...unknownWord([...path, 'transition'], who, 'transition', transition, ids(policy.transitions)),
    ...(found === undefined || found.to === level
      ? []
      : [
          {
            path,
            message: `${who} enters level "${level}" by transition "${transition}", which leads to "${found.to}"; make them agree`,
          },
        ]),
  ]
}

function outcomeFaults(
  policy: Policy,
  who: string,
  { field, is, transition }: NonNullable<MeetingRule['leadsTo']>[number],
  form: FormRule | undefined,
  at: Path,
): Complaint[] {
  const known = ids(policy.transitions)
  const way = unknownWord([...at, 'transition'], who, 'transition', transition, known)
  if (!form) return way
  const choices = form.fields.filter(({ kind }) => kind === 'choice')
  const asked = choices.find(({ id }) => id === field)
  if (!asked) return [...way, ...unknownWord([...at, 'field'], who, 'choice', field, ids(choices))]
  const values = asked.kind === 'choice' ? (asked.options ?? []).map(({ value }) => value) : []
  return [...way, ...unknownWord([...at, 'is'], who, `answer to "${field}"`, is, values)]
}

/** A way that the record of a meeting opens: every one of them can decide on it. */
export function recordedFaults(
  policy: Policy,
  { meetings, decidedOn = [], notBefore }: Extract<Need, { need: 'recorded' }>,
  who: string,
  at: Path,
): Complaint[] {
  return [
    ...meetings.flatMap((meeting, place) => {
      const path = [...at, 'meetings', place]
      const rule = policy.meetings.find(({ id }) => id === meeting)
      if (!rule) return unknownWord(path, who, 'meeting', meeting, ids(policy.meetings))
      const ways = (rule.leadsTo ?? []).map(({ transition }) => transition)
      if (decidedOn.length === 0 || decidedOn.some((way) => ways.includes(way))) return []
      const message = `${who} asks that meeting "${meeting}" decides on ${decidedOn.join(' or ')}, to which its record never leads; add that to its "leadsTo", or take the meeting out`
      return [{ path, message }]
    }),
    ...(notBefore?.of === 'cycle'
      ? unknownWord(
          [...at, 'notBefore', 'cycle'],
          who,
          'cycle',
          notBefore.cycle,
          ids(policy.cycles),
        )
      : []),
    ...(notBefore?.of === 'filed'
      ? onFileFaults(policy, { ...notBefore, need: 'filed' }, who, [...at, 'notBefore'])
      : []),
  ]
}

function quorumFaults({ quorum, lines }: MeetingRule, who: string, at: Path): Complaint[] {
  if (!quorum) return []
  const seats = lines.flatMap((line) => line.seats).length
  const path = [...at, 'people']
  return [
    ...quorum.lines.flatMap((line, place) =>
      unknownWord([...at, 'lines', place], who, 'line', line, ids(lines)),
    ),
    ...(quorum.people > seats
      ? [
          {
            path,
            message: `${who} needs ${quorum.people} people for its quorum and has ${seats} seats; ask for fewer`,
          },
        ]
      : []),
  ]
}
