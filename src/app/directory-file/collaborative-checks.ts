import type { Collaborative } from '../../core/organisation/organisation.ts'
import type { CollaborativeField, CollaborativeRule } from '../../core/policy/collaborative.ts'
import type { Fault } from '../yaml-problems.ts'
import { type Known, repeated, unknownWord } from './known.ts'
import type { DirectorySource } from './source.ts'

/** Collaboratives by the fields of the rules, each with a name of its own. */
export function collaborativeFaults(
  { organisations }: DirectorySource,
  { policy }: Known,
): readonly Fault[] {
  const rule = policy.collaboratives
  const all = organisations.flatMap(({ collaboratives = [] }, index) =>
    collaboratives.map((one, place) => ({
      one,
      path: ['organisations', index, 'collaboratives', place],
    })),
  )
  if (!rule)
    return all.map(({ path }) => ({
      path,
      message: `The rules of ${policy.id} keep no directory of collaboratives. Take "collaboratives" out.`,
    }))
  const names = all.flatMap(({ one, path }) => {
    const name = one[rule.named]
    return typeof name === 'string' ? [{ word: name, path: [...path, rule.named] }] : []
  })
  return [
    ...all.flatMap(({ one, path }) => [
      ...namelessFaults(one, rule, path),
      ...Object.entries(one).flatMap(([id, value]) => fieldFaults(id, value, rule, path)),
    ]),
    ...repeated(names, (name) => `"${name}" is the name of another collaborative already.`),
  ]
}

function namelessFaults(
  one: Collaborative,
  { named }: CollaborativeRule,
  path: Fault['path'],
): readonly Fault[] {
  if (one[named] !== undefined) return []
  return [{ path, message: `A collaborative without "${named}". Add it.` }]
}

function fieldFaults(
  id: string,
  value: Collaborative[string],
  { fields, governance }: CollaborativeRule,
  path: Fault['path'],
): readonly Fault[] {
  const at = [...path, id]
  const field = fields.find((one) => one.id === id)
  if (!field) {
    const known = fields.map((one) => one.id)
    return unknownWord(at, 'field of a collaborative', id, known)
  }
  if (field.kind === 'governance') {
    const models = governance.map((one) => one.id)
    return [value].flat().flatMap((one) => unknownWord(at, 'governance model', one, models))
  }
  return oneLineFaults(field, value, at)
}

function oneLineFaults(
  { id, kind }: CollaborativeField,
  value: Collaborative[string],
  path: Fault['path'],
): readonly Fault[] {
  if (kind !== 'line' || typeof value === 'string') return []
  return [{ path, message: `"${id}" is one text, not a list. Write it on one line.` }]
}
