import { INTENTS, isMeant } from '../../permission/intents.ts'
import type { Grant, PermissionRule } from '../permission.ts'
import type { Policy } from '../policy.ts'
import type { Post } from '../post.ts'
import { type Complaint, type Path, unknownWord } from './complaint.ts'

const PATH = 'permissions'

/** The table of permissions: a row for everything that can be asked, each of which lets somebody in. */
export function permissionFaults(policy: Policy): Complaint[] {
  const { permissions } = policy
  return [
    ...permissions.flatMap((row, index) => rowFaults(row, [PATH, index])),
    ...missingRows(permissions),
    ...contradictions(permissions),
    ...askedInVain(policy),
  ]
}

function rowFaults(row: PermissionRule, at: Path): Complaint[] {
  const { id, kind, intent, may, when } = row
  const who = `permission "${id}"`
  const unknown = unknownWord([...at, 'intent'], who, `intent of a ${kind}`, intent, INTENTS[kind])
  if (unknown.length > 0) return unknown
  const wrong = (path: Path, words: string): Complaint => ({ path, message: `${who} ${words}` })
  return [
    ...may.flatMap((grant, place) =>
      typeof grant === 'string' && !isMeant(grant, kind, intent)
        ? [wrong([...at, 'may', place], `names "${grant}", which names nobody there; take it out`)]
        : [],
    ),
    ...(may.length === 0
      ? [wrong([...at, 'may'], `lets nobody ${whatOf(row)}; name somebody in "may"`)]
      : []),
    ...(when !== undefined && kind !== 'case'
      ? [wrong([...at, 'when'], `is for a kind of case, and is about a ${kind}; take "when" out`)]
      : []),
  ]
}

/** What no row allows nobody may: a pack that forgets one would lock everybody out. */
function missingRows(permissions: readonly PermissionRule[]): Complaint[] {
  const forAll = new Set(
    permissions
      .filter(({ when }) => when === undefined)
      .map(({ kind, intent }) => `${kind}.${intent}`),
  )
  return Object.entries(INTENTS).flatMap(([kind, intents]) =>
    intents
      .filter((intent) => !forAll.has(`${kind}.${intent}`))
      .map((intent) => ({
        path: [PATH],
        message: `"permissions" has no row for "${intent}" of a ${kind}, so that nobody may; add one that says who may`,
      })),
  )
}

function contradictions(permissions: readonly PermissionRule[]): Complaint[] {
  const seen = new Set<string>()
  return permissions.flatMap(({ id, kind, intent, when = '' }, index) => {
    const name = `${kind} ${intent} ${when}`
    if (seen.has(name)) {
      const message = `permission "${id}" says again who may "${intent}" a ${kind}; say it in one row`
      return [{ path: [PATH, index], message }]
    }
    seen.add(name)
    return []
  })
}

/** Whoever is asked must be able to answer, Muster must be able to go on, and anyone may raise. */
function askedInVain({ permissions, prompting, roles }: Policy): Complaint[] {
  const isKnown = roles.some(({ id }) => id === prompting.triage.role)
  return permissions.flatMap(({ id, kind, intent, may, when }, index) => {
    const fault = (words: string) => [
      { path: [PATH, index, 'may'], message: `permission "${id}" ${words}` },
    ]
    const name = `${kind}.${intent}`
    // To share something in the name of an organisation keeps nobody from raising a concern.
    const isShared = when === 'intelligence' && may.includes('sharer')
    if (name === 'case.raise' && !may.includes('anyone') && !isShared)
      return fault('keeps somebody from raising; anyone may raise: write "anyone"')
    if (name === 'case.answer' && !may.includes('asked'))
      return fault('keeps whoever is asked from answering; add "asked"')
    const triages = may.some((grant) => grant === 'asked' || isPost(grant, prompting.triage))
    if (name === 'case.triage' && isKnown && !triages)
      return fault(
        `keeps whoever is asked to triage from triaging; add the role "${prompting.triage.role}" of "${prompting.triage.of}", or ask another in "prompting"`,
      )
    if (MUSTERS.test(intent) && !may.includes('muster'))
      return fault('keeps Muster itself from going on; add "muster"')
    if (may.length === 0 || MUSTERS.test(intent)) return []
    if (may.every((grant) => grant === 'muster'))
      return fault('lets nobody but Muster in, which never asks for it; name somebody')
    const isLeft = may.every((grant) => grant === 'administrator' || grant === 'muster')
    return isLeft && !isOfAdministrators(kind, intent)
      ? fault(
          'leaves it to administrators, and the settings may name none, so that nobody could; name a post, or a word that stands for people of the record, as well',
        )
      : []
  })
}

/** How long records are kept, and who is in the directory: nothing waits for it, and an administrator may be named for it any day. */
function isOfAdministrators(kind: PermissionRule['kind'], intent: string): boolean {
  const isKept = kind === 'case' || kind === 'meeting'
  return kind === 'organisation' || (isKept && /^(?:hold|release|remove)$/.test(intent))
}

/** What only Muster asks for: wakes, outcomes, and what records tell each other. */
const MUSTERS = /^(?:wake|repair|import|register|printHead|note[A-Z]\w*)$/

function isPost(grant: Grant, { role, of }: Post): boolean {
  return typeof grant !== 'string' && grant.role === role && grant.of === of
}

function whatOf({ label }: PermissionRule): string {
  return label.replace('…', '').trim()
}
