import type { ClockRule } from '../clock.ts'
import type { Instrument } from '../instrument.ts'
import type { Opens } from '../opens.ts'
import type { Need, Policy, Transition } from '../policy.ts'
import type { UntimedRule } from '../untimed.ts'
import { type Complaint, ids, type Path, unknownWord } from './complaint.ts'
import { cycleFaults } from './cycle-faults.ts'
import { matterFaults, onFileFaults, stageFaults } from './matter-faults.ts'
import { meetingFaults, recordedFaults } from './meeting-faults.ts'

/** The forms whose answers a case keeps from its start. */
const RAISING = ['concern', 'incident', 'becomeIncident']

/** What rules call each other by: each name must be there, and be what it is taken for. */
export function references(policy: Policy): Complaint[] {
  return [
    ...policy.clocks.flatMap((clock, index) => clockFaults(policy, clock, ['clocks', index])),
    ...policy.transitions.flatMap((one, index) =>
      transitionFaults(policy, one, ['transitions', index]),
    ),
    ...policy.cycles.flatMap((cycle, index) => cycleFaults(policy, cycle, ['cycles', index])),
    ...policy.instruments.flatMap((one, index) => bandFaults(policy, one, ['instruments', index])),
    ...policy.meetings.flatMap((one, index) => meetingFaults(policy, one, ['meetings', index])),
    ...(policy.matters ?? []).flatMap((one, index) =>
      matterFaults(policy, one, ['matters', index]),
    ),
    ...(policy.stages ?? []).flatMap((one, index) => stageFaults(policy, one, ['stages', index])),
    ...(policy.untimed ?? []).flatMap((one, index) =>
      untimedFaults(policy, one, ['untimed', index]),
    ),
    ...matrixFaults(policy),
    ...promptingFaults(policy),
    ...actionFaults(policy),
    ...callFaults(policy),
    ...panelFaults(policy),
    ...hostingFaults(policy),
    ...collaborativeFaults(policy),
  ]
}

function panelFaults({ incidentPanel: panel, clocks, meetings, forms }: Policy): Complaint[] {
  if (!panel) return []
  const at = ['incidentPanel']
  const { field } = panel.recorded
  const moments = forms.flatMap((form) => form.fields.filter(({ kind }) => kind === 'moment'))
  return [
    ...unknownWord([...at, 'after'], 'incidentPanel', 'clock', panel.after, ids(clocks)),
    ...unknownWord([...at, 'meeting'], 'incidentPanel', 'meeting', panel.meeting, ids(meetings)),
    ...(field === undefined
      ? []
      : unknownWord([...at, 'recorded', 'field'], 'incidentPanel', 'moment', field, ids(moments))),
  ]
}

function hostingFaults({ hosting, organisationTypes, roles }: Policy): Complaint[] {
  const { placedBy, sharedBy = [] } = hosting ?? {}
  const types = ids(organisationTypes)
  return [
    ...(placedBy === undefined
      ? []
      : unknownWord(['hosting', 'placedBy'], 'hosting', 'organisation', placedBy, types)),
    ...sharedBy.flatMap((role, index) =>
      unknownWord(['hosting', 'sharedBy', index], 'hosting', 'role', role, ids(roles)),
    ),
  ]
}

function collaborativeFaults({ collaboratives }: Policy): Complaint[] {
  if (!collaboratives) return []
  const { named, fields } = collaboratives
  const lines = fields.filter(({ kind }) => kind === 'line')
  return unknownWord(['collaboratives', 'named'], 'collaboratives', 'line', named, ids(lines))
}

function actionFaults({ actions, ladders }: Policy): Complaint[] {
  if (!actions) return []
  const { ladder, declined = ladder } = actions
  return [
    ...unknownWord(['actions', 'ladder'], 'actions', 'ladder', ladder, ids(ladders)),
    ...(declined === ladder
      ? []
      : unknownWord(['actions', 'declined'], 'actions', 'ladder', declined, ids(ladders))),
  ]
}

function callFaults({ calls, ladders }: Policy): Complaint[] {
  if (!calls) return []
  return unknownWord(['calls', 'ladder'], 'calls', 'ladder', calls.ladder, ids(ladders))
}

function clockFaults(policy: Policy, clock: ClockRule, at: Path): Complaint[] {
  const who = `clock "${clock.id}"`
  const { evidence, within, ladder } = clock
  return [
    ...unknownWord([...at, 'ladder'], who, 'ladder', ladder, ids(policy.ladders)),
    ...(evidence.form === undefined
      ? []
      : unknownWord([...at, 'evidence', 'form'], who, 'form', evidence.form, ids(policy.forms))),
    ...(within.unit === 'receiptOf' ? receiptFaults(policy, clock, within.clock, at) : []),
    ...startFaults(policy, clock, at),
  ]
}

/** The clock that sets it going, and the questions that it hangs on. */
function startFaults(policy: Policy, { id, from, when = [] }: ClockRule, at: Path): Complaint[] {
  const who = `clock "${id}"`
  const others = ids(policy.clocks).filter((one) => one !== id)
  const asked = policy.forms
    .filter((form) => RAISING.includes(form.id))
    .flatMap(({ fields }) => ids(fields))
  return [
    ...(typeof from === 'string'
      ? []
      : unknownWord([...at, 'from', 'met'], who, 'clock', from.met, others)),
    ...when.flatMap(({ field }, place) =>
      unknownWord([...at, 'when', place, 'field'], who, 'question', field, asked),
    ),
  ]
}

function receiptFaults(policy: Policy, clock: ClockRule, awaited: string, at: Path): Complaint[] {
  const who = `clock "${clock.id}"`
  const path = [...at, 'within', 'clock']
  const target = policy.clocks.find(({ id }) => id === awaited)
  if (target === undefined) return unknownWord(path, who, 'clock', awaited, ids(policy.clocks))
  if (target.within.unit !== 'receiptOf') return []
  const message = `${who} waits for clock "${awaited}", which waits for another; name one with a time of its own`
  return [{ path, message }]
}

function transitionFaults(policy: Policy, transition: Transition, at: Path): Complaint[] {
  const who = `transition "${transition.id}"`
  const known = ids(policy.levels)
  return [
    ...transition.from.flatMap((level, place) =>
      unknownWord([...at, 'from', place], who, 'level', level, known),
    ),
    ...unknownWord([...at, 'to'], who, 'level', transition.to, known),
    ...(transition.needs ?? []).flatMap((need, place) =>
      needFaults(policy, need, who, [...at, 'needs', place]),
    ),
    ...opensFaults(policy, transition, who, at),
  ]
}

/** A way that leads nowhere else opens something, and one that opens something leads nowhere else. */
function opensFaults(
  policy: Policy,
  { from, to, opens }: Transition,
  who: string,
  at: Path,
): Complaint[] {
  const stays = from.length > 0 && from.every((level) => level === to)
  const path = [...at, 'opens']
  if (!opens) {
    const message = `${who} starts and ends on level "${to}"; say in "opens" what it opens there`
    return stays ? [{ path, message }] : []
  }
  return [
    ...(stays
      ? []
      : [
          {
            path,
            message: `${who} opens something and changes the level; let it start on "${to}" alone`,
          },
        ]),
    ...openedFaults(policy, opens, who, path),
  ]
}

function openedFaults(
  { matters = [], meetings }: Policy,
  opens: Opens,
  who: string,
  path: Path,
): Complaint[] {
  return opens.of === 'matter'
    ? unknownWord([...path, 'matter'], who, 'matter', opens.matter, ids(matters))
    : opens.meetings.flatMap((meeting, place) =>
        unknownWord([...path, 'meetings', place], who, 'meeting', meeting, ids(meetings)),
      )
}

function untimedFaults(
  policy: Policy,
  { id, levels, after = [], wants }: UntimedRule,
  at: Path,
): Complaint[] {
  const who = `"${id}" of "untimed"`
  return [
    ...levels.flatMap((level, place) =>
      unknownWord([...at, 'levels', place], who, 'level', level, ids(policy.levels)),
    ),
    ...after.flatMap((way, place) =>
      unknownWord([...at, 'after', place], who, 'transition', way, ids(policy.transitions)),
    ),
    ...openedFaults(policy, wants, who, [...at, 'wants']),
  ]
}

function needFaults(policy: Policy, need: Need, who: string, at: Path): Complaint[] {
  switch (need.need) {
    case 'over':
      return unknownWord([...at, 'cycle'], who, 'cycle', need.cycle, ids(policy.cycles))
    case 'filed':
    case 'notFiled':
    case 'noneOpen':
      return onFileFaults(policy, need, who, at)
    case 'cameBy':
      return need.ways.flatMap((way, place) =>
        unknownWord([...at, 'ways', place], who, 'way', way, ids(policy.transitions)),
      )
    case 'nothingSince':
      return need.meetings.flatMap((meeting, place) =>
        unknownWord([...at, 'meetings', place], who, 'meeting', meeting, ids(policy.meetings)),
      )
    case 'recorded':
      return recordedFaults(policy, need, who, at)
    case 'notFrom':
      return [
        ...need.levels.flatMap((level, place) =>
          unknownWord([...at, 'levels', place], who, 'level', level, ids(policy.levels)),
        ),
        ...need.instead.flatMap((way, place) =>
          unknownWord([...at, 'instead', place], who, 'way', way, ids(policy.transitions)),
        ),
      ]
  }
}

function bandFaults(policy: Policy, instrument: Instrument, at: Path): Complaint[] {
  const started = policy.cycles.filter(
    ({ startsOn }) => startsOn.on === 'band' && startsOn.instrument === instrument.id,
  )
  return instrument.bands.flatMap((band, place) => {
    const who = `band "${band.id}" of instrument "${instrument.id}"`
    return band.cycles.flatMap(({ cycle }, row) =>
      unknownWord(
        [...at, 'bands', place, 'cycles', row, 'cycle'],
        who,
        'cycle',
        cycle,
        ids(started),
      ),
    )
  })
}

function matrixFaults(policy: Policy): Complaint[] {
  const path = ['riskMatrix']
  const matrix = policy.instruments.find(({ id }) => id === policy.riskMatrix)
  if (matrix === undefined) {
    return unknownWord(path, 'the pack', 'risk matrix', policy.riskMatrix, ids(policy.instruments))
  }
  const rows = ids(matrix.items)
  return ['consequence', 'likelihood']
    .filter((row) => !rows.includes(row))
    .map((row) => ({
      path,
      message: `risk matrix "${matrix.id}" lacks the row "${row}", which triage asks for; add it`,
    }))
}

function promptingFaults({ prompting, meetings, transitions }: Policy): Complaint[] {
  const { urgentMeeting, enhanced } = prompting
  return [
    ...unknownWord(
      ['prompting', 'urgentMeeting'],
      '"prompting"',
      'meeting',
      urgentMeeting,
      ids(meetings),
    ),
    ...(meetings.some(({ id, about }) => id === urgentMeeting && about === 'provider')
      ? [
          {
            path: ['prompting', 'urgentMeeting'],
            message: `"prompting" offers meeting "${urgentMeeting}" on cases, which is about a provider; offer another`,
          },
        ]
      : []),
    ...unknownWord(
      ['prompting', 'enhanced'],
      '"prompting"',
      'transition',
      enhanced,
      ids(transitions),
    ),
  ]
}
