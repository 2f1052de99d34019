import { type Place, placeKey } from '../effect.ts'
import type { Prompt } from '../prompt.ts'
import { type Instant, plusSeconds } from '../time/instant.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { type Confidential, isOnList, onList, ownPlacesOf } from './confidential.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { withoutProviderLevel } from './level/noted.ts'

export type ConfidentialEvent = CaseEventOf<
  | 'madeConfidential'
  | 'roomMade'
  | 'roomFailed'
  | 'accessGiven'
  | 'accessRemoved'
  | 'accessAsked'
  | 'accessRefused'
>

const ABOUT_ACCESS: readonly CaseEvent['type'][] = [
  'madeConfidential',
  'accessGiven',
  'accessRemoved',
  'accessAsked',
  'accessRefused',
  'roomMade',
  'roomFailed',
] satisfies ConfidentialEvent['type'][]

export function isAboutAccess(event: CaseEvent): event is ConfidentialEvent {
  return ABOUT_ACCESS.includes(event.type)
}

/** Who may see a case, and where it stands for them. */
export function evolveConfidential(kase: Case, event: ConfidentialEvent): Case {
  if (event.type === 'madeConfidential') {
    const left = [...kase.places, ...toldOffList(kase, event.confidential)]
    const confidential = { ...event.confidential, left }
    const known = withoutProviderLevel(kase)
    return withoutOthers({ ...known, confidential, places: [] }, event.at)
  }
  const { confidential } = kase
  if (!confidential) return kase
  switch (event.type) {
    case 'roomMade':
      return { ...kase, places: [...kase.places, event.place] }
    case 'roomFailed':
      return withoutRoom(kase, confidential, event.channel)
    case 'accessGiven':
      return given(kase, confidential, event)
    case 'accessRemoved':
      return removed(kase, confidential, event)
    case 'accessAsked': {
      const { type, ...asked } = event
      const n = confidential.requests.length + 1
      const requests = [...confidential.requests, { ...asked, n, state: 'open' as const }]
      return { ...kase, confidential: { ...confidential, requests } }
    }
    case 'accessRefused':
      return { ...kase, confidential: answered(confidential, event.person, 'refused') }
  }
}

/** What stands with those of the safeguarding route who may not see it is replaced too. */
function toldOffList({ route }: Case, { access }: Confidential): Place[] {
  const may = access.map(({ person }) => person)
  const told = (route?.told ?? []).filter(
    ({ person, acceptedAt }) => acceptedAt !== null && !may.includes(person),
  )
  return told.map(({ place }) => place)
}

/** Where there is no room, each is told by themselves. */
function withoutRoom(kase: Case, confidential: Confidential, channel: string): Case {
  const here = (place: Place) => place.channel === channel
  const people = confidential.access.flatMap((one) => ownPlacesOf(one).filter(here))
  return {
    ...kase,
    places: [...kase.places.filter((place) => !here(place)), ...people],
    confidential: {
      ...confidential,
      left: [...confidential.left, ...kase.places.filter(here)],
      withoutRoom: [...confidential.withoutRoom, channel],
    },
  }
}

function given(
  kase: Case,
  confidential: Confidential,
  { access }: CaseEventOf<'accessGiven'>,
): Case {
  const { person } = access
  const own = ownPlacesOf(access).filter(({ channel }) =>
    confidential.withoutRoom.includes(channel),
  )
  return {
    ...kase,
    places: [...kase.places, ...own],
    confidential: {
      ...answered(confidential, person, 'given'),
      access: [...confidential.access, access],
      gone: confidential.gone.filter((one) => one !== person),
      left: besides(confidential.left, own),
    },
  }
}

function removed(
  kase: Case,
  confidential: Confidential,
  { person, at }: CaseEventOf<'accessRemoved'>,
): Case {
  const own = kase.places.filter(({ to }) => to.type === 'person' && to.person === person)
  const changed = {
    ...confidential,
    access: confidential.access.filter((one) => one.person !== person),
    gone: [...confidential.gone, person],
    left: [...confidential.left, ...own],
  }
  return withoutOthers({ ...kase, confidential: changed, places: besides(kase.places, own) }, at)
}

function answered(
  confidential: Confidential,
  person: string,
  state: 'given' | 'refused',
): Confidential {
  const requests = confidential.requests.map((one) =>
    one.person === person && one.state === 'open' ? { ...one, state } : one,
  )
  return { ...confidential, requests }
}

/** What was left to people who may not see it any more is asked of the next. */
function withoutOthers(kase: Case, at: Instant): Case {
  return {
    ...kase,
    clocks: kase.clocks.map((run) => clockWithout(kase, run, at)),
    prompts: kase.prompts.map((prompt) => promptWithout(kase, prompt, at)),
  }
}

function clockWithout(kase: Case, run: ClockRun, at: Instant): ClockRun {
  const named = [run.owner, run.haver, ...run.reached].filter((one) => one !== null)
  if (named.every((person) => isOnList(kase, person))) return run
  const keep = (person: string | null) => (person && isOnList(kase, person) ? person : null)
  const [owner, haver] = [keep(run.owner), keep(run.haver)]
  const reached = [...onList(kase, run.reached)]
  const isOwed = run.state === 'running' || run.state === 'missed'
  const climbs = isOwed && haver === null && run.dueAt !== null && run.nudges.length > 0
  return {
    ...run,
    owner,
    haver,
    reached,
    ...(climbs ? { climbed: 0, climbAt: plusSeconds(at, 1) } : {}),
  }
}

function promptWithout(kase: Case, prompt: Prompt, at: Instant): Prompt {
  const last = prompt.asked.at(-1)
  if (prompt.state !== 'open' || last === undefined || isOnList(kase, last)) return prompt
  return { ...prompt, climbed: 0, climbAt: plusSeconds(at, 1) }
}

function besides(places: readonly Place[], others: readonly Place[]): Place[] {
  const keys = others.map(placeKey)
  return places.filter((place) => !keys.includes(placeKey(place)))
}
