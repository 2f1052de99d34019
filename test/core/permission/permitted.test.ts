import { describe, expect, test } from 'vitest'
import { askedOfCase, askedToRaise } from '../../../src/core/case/asked.ts'
import type { Case } from '../../../src/core/case/case.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import type { Asked } from '../../../src/core/permission/asked.ts'
import { permitted, whoMay } from '../../../src/core/permission/permitted.ts'
import type { Grant, PermissionRule } from '../../../src/core/policy/permission.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { contextAt } from '../../fixtures/context.ts'
import { directoryWith, listings } from '../../fixtures/directory.ts'
import { concern, incident, openCase, person, raisedAt, stranger } from '../case/cases.ts'

const context = contextAt(raisedAt, { administrators: ['hugo'] })

/** The rules with one row changed; without `may` the row is gone. */
function ruled(id: string, may?: readonly Grant[], over: Partial<PermissionRule> = {}): Policy {
  const { policy } = context
  const rows = policy.permissions.filter((row) => row.id !== id)
  const row = policy.permissions.find((one) => one.id === id)
  if (!row) throw new Error(`There is no row ${id}`)
  return { ...policy, permissions: may ? [...rows, { ...row, may: [...may], ...over }] : rows }
}

function asking(kase: Case, by: Actor, type: 'triage' | 'note' = 'triage'): Asked {
  const asked = askedOfCase(kase, { type, by }, context)
  if ('ok' in asked) throw new Error(asked.refusal.message)
  return asked
}

const kase = openCase(concern()).record()
const serious = openCase(incident()).record()

function words(asked: Asked, policy: Policy = context.policy): string {
  const may = permitted(asked, { ...context, policy })
  return may.ok ? 'may' : may.refusal.message
}

describe('who may', () => {
  test('is whoever acts for a post of the row; the post is told', () => {
    const post = { role: 'quality-lead', of: 'lead-provider' }

    for (const who of ['quinn', 'dora', 'omar', 'halima'])
      expect(permitted(asking(kase, person(who)), context)).toEqual({ ok: true, acting: post })
    expect(permitted(asking(kase, person('ivan')), context)).toMatchObject({
      refusal: { code: 'notYours' },
    })
  })

  test('is nobody where the table has no row', () => {
    expect(words(asking(kase, person('quinn')), ruled('case.triage'))).toBe(
      'Nobody may do this: the rules in force here do not say who may.',
    )
    expect(
      whoMay(asking(kase, person('quinn')), { ...context, policy: ruled('case.triage') }),
    ).toEqual([])
  })

  test('is for a kind of case what its own row says, before the row for all', () => {
    const own = ruled('case.triage', [{ role: 'incident-lead', of: 'provider' }], {
      id: 'case.triage.incident',
      when: 'incident',
    })
    const policy = {
      ...own,
      permissions: [...context.policy.permissions, ...own.permissions.slice(-1)],
    }

    expect(words(asking(serious, person('ivan')), policy)).toBe('may')
    expect(words(asking(serious, person('quinn')), policy)).toMatch(/^Only the incident lead/)
    expect(words(asking(kase, person('quinn')), policy)).toBe('may')
  })

  test('is an administrator where the row says so, and whoever reads where it says that', () => {
    expect(words(asking(kase, person('hugo')), ruled('case.triage', ['administrator']))).toBe('may')
    expect(words(asking(kase, person('quinn')), ruled('case.triage', ['administrator']))).toBe(
      'Only an administrator of Muster (Hugo Lindqvist) may triage this case.',
    )
    expect(words(asking(kase, person('nia'), 'note'))).toBe('may')
    expect(words(asking(kase, person('anya'), 'note'))).toBe(
      'Only people of the organisations that see this case may add to it.',
    )
  })

  test('may raise, whoever it is', () => {
    for (const by of [person('nia'), person('gone'), stranger])
      expect(words(askedToRaise(concern({ by }), context))).toBe('may')
  })

  test('is never Muster itself for what people ask, nor people for what Muster asks', () => {
    expect(words(asking(kase, { type: 'clock' }))).toMatch(/^Only the quality lead/)
    const wake = askedOfCase(kase, { type: 'wake' }, context)
    if ('ok' in wake) throw new Error('A wake asks for nothing that could be missing')
    expect(words(wake)).toBe('may')
    expect(words({ ...wake, by: person('quinn') })).toBe('Only Muster itself may do this.')
  })
})

describe('whoever has left the directory', () => {
  const left = {
    ...context,
    directory: {
      organisations: directoryWith('harbour', {
        people: listings[0]?.people.filter(({ id }) => id !== 'quinn') ?? [],
      }).organisations,
    },
  }

  test('may nothing, though a role, a question or a row still names them', () => {
    expect(permitted(asking(kase, person('quinn')), left)).toMatchObject({ ok: false })
    const policy = ruled('case.triage', ['administrator', 'readers'])
    expect(
      permitted(asking(kase, person('quinn')), { ...left, policy, administrators: ['quinn'] }),
    ).toMatchObject({ ok: false })
  })

  test('who was asked by name and works for somebody else now may not answer any more', () => {
    const prompt = kase.prompts[0]
    if (!prompt) throw new Error('Nothing is asked')
    const asked = { ...kase, prompts: [{ ...prompt, asked: ['quinn', 'faye'] }] }
    const answer = askedOfCase(
      asked,
      { type: 'answer', by: person('faye'), prompt: prompt.id },
      context,
    )
    if ('ok' in answer) throw new Error(answer.refusal.message)

    expect(permitted(answer, context)).toMatchObject({ refusal: { code: 'notYours' } })
  })
})

describe('a refusal', () => {
  test('names the role and who holds it to those who see the case, and to others the role alone', () => {
    expect(words(asking(kase, person('ivan')))).toBe(
      'Only the quality lead of Harbour NHS Foundation Trust (Quinn Adeyemi, Dora Novak, Omar Haddad) may triage this case.',
    )
    for (const by of [person('anya'), stranger])
      expect(words(asking(kase, by))).toBe(
        'Only the quality lead of Harbour NHS Foundation Trust may triage this case.',
      )
  })
})

test('the buttons are for those of whom the door says that they may', () => {
  const everybody = listings.flatMap(({ people }) => people.map(({ id }) => id))
  const rows = ['case.triage', 'case.note'] as const
  for (const grants of [
    [{ role: 'quality-lead', of: 'lead-provider' }],
    ['readers'],
    ['administrator'],
    ['anyone'],
  ]) {
    for (const row of rows) {
      const around = { ...context, policy: ruled(row, grants as Grant[]) } // as a pack may have them
      const asked = (id: string) =>
        asking(kase, person(id), row === 'case.note' ? 'note' : 'triage')
      const may = everybody.filter((id) => permitted(asked(id), around).ok)

      expect([...whoMay(asked('nia'), around)].sort()).toEqual(may.sort())
    }
  }
})
