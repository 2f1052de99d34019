import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { loadPack, readPack } from '../../src/app/pack-file.ts'
import { findIdentifiers } from '../../src/core/guard/find.ts'
import { policies } from '../../src/policies/index.ts'

const citation = '{ document: Our policy, section: "4", note: Agreed in May., kind: choice }'
const head = 'extends: provider-collaborative\nid: ours\nversion: 1\n'

function read(text: string) {
  return readPack('pack.yaml', text, policies)
}

function policyOf(text: string) {
  const result = read(text)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.policy
}

function problemsOf(text: string): string {
  const result = read(text)
  return result.ok ? '' : result.problems.join('\n')
}

describe('MUSTER_POLICY', () => {
  test('names a built-in pack by its id', () => {
    expect(loadPack('social-care', policies, '/')).toMatchObject({
      policy: { id: 'social-care' },
    })
    expect(loadPack('social-cair', policies, '/')).toEqual({
      ok: false,
      problems: [
        'MUSTER_POLICY names the pack "social-cair", and there is none. Did you mean "social-care"? A pack of your own is named by its path, such as ./pack.yaml.',
      ],
    })
  })

  test('names a pack of one’s own by its path', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'muster-pack-'))
    writeFileSync(join(cwd, 'pack.yaml'), head)

    expect(loadPack('./pack.yaml', policies, cwd)).toMatchObject({ policy: { id: 'ours' } })
    expect(loadPack('./none.yaml', policies, cwd)).toEqual({
      ok: false,
      problems: ['./none.yaml does not exist. Check the path.'],
    })
    rmSync(cwd, { recursive: true })
  })
})

describe('a pack of one’s own', () => {
  test('may be whole', () => {
    const whole = { ...policies[0], id: 'ours' }

    expect(policyOf(stringify(whole))).toEqual(whole)
  })

  test('keeps what it does not mention of the pack that it extends', () => {
    expect(policyOf(head)).toEqual({ ...policies[0], id: 'ours', version: 1 })
  })

  test('changes a rule word by word, and says on what ground', () => {
    const policy = policyOf(
      `${head}documents: [{ id: Our policy, title: Quality policy }]\nclocks:\n  - id: D1\n    within: { unit: hours, amount: 24 }\n    citation: ${citation}\n`,
    )
    const [was, is] = [policies[0], policy].map((one) => one?.clocks.find(({ id }) => id === 'D1'))

    expect(is).toMatchObject({ within: { amount: 24 }, citation: { document: 'Our policy' } })
    expect(is?.climb).toEqual(was?.climb)
    expect(policy.clocks).toHaveLength(policies[0]?.clocks.length ?? 0)
  })

  test('switches an optional clock on without a citation', () => {
    const optional = policies[0]?.clocks.find((one) => one.optional)?.id

    const policy = policyOf(`${head}clocks: [{ id: ${optional}, optional: false }]`)

    expect(policy.clocks.find(({ id }) => id === optional)?.optional).toBe(false)
  })

  test('adds a rule, and a holiday in its place of the year', () => {
    const policy = policyOf(
      `${head}roles: [{ id: matron, label: matron }]\nholidays: [{ date: 2027-06-11, name: Founder’s day }]`,
    )
    const dates = policy.holidays.map(({ date }) => date)

    expect(policy.roles.at(-1)).toEqual({ id: 'matron', label: 'matron' })
    expect(dates).toContain('2027-06-11')
    expect(dates).toEqual([...dates].sort())
  })

  test('adds a pattern of what identifies a patient here, and what may stand', () => {
    const own = `{ id: own-number, label: a number of ours, certainty: certain, instead: Leave it out., shape: { kind: picture, pictures: ["HB@ ####"] }, citation: ${citation} }`
    const postcode = `{ id: postcode, allow: [WF4 1TN], citation: ${citation} }`
    const { identifiers } = policyOf(
      `${head}documents: [{ id: Our policy, title: Quality policy }]\nidentifiers: [${own}, ${postcode}]`,
    )
    const found = (text: string) =>
      findIdentifiers(text, { rules: identifiers, year: 2027 }).map(({ kind }) => kind)

    expect(found('HBK 4471 lives at WF4 1TB')).toEqual(['own-number', 'postcode'])
    expect(found('The unit is at WF4 1TN')).toEqual([])
  })

  test('changes a block word by word', () => {
    const policy = policyOf(`${head}quietHours: { from: "21:00" }`)

    expect(policy.quietHours).toEqual({ ...policies[0]?.quietHours, from: '21:00' })
  })
})

describe('a mistake names file, line and cure', () => {
  test.each<[string, string, string]>([
    ['a list for a pack', '- a', 'line 1: The file must be a block'],
    [
      'an unknown base',
      'extends: provider-colaborative\nid: ours\nversion: 1',
      'line 1: There is no pack "provider-colaborative" to extend. Did you mean "provider-collaborative"?',
    ],
    ['no id', 'extends: social-care\nversion: 1', 'line 1: The pack needs an "id" of its own'],
    ['a built-in id', 'id: social-care\nversion: 1', 'line 1: The pack needs an "id" of its own'],
    ['no version', 'extends: social-care\nid: ours', 'line 1: "version" is missing.'],
    [
      'an unknown section',
      `${head}clokcs: []`,
      'line 4: "clokcs" does not belong here. Did you mean "clocks"?',
    ],
    [
      'an unknown word',
      `${head}quietHours:\n  until: "08:00"`,
      'line 5: "until" does not belong here.',
    ],
    [
      'a changed rule without a citation',
      `${head}clocks:\n  - id: D1\n    soft: true`,
      'line 5: "D1" is changed but still cites the old source.',
    ],
    [
      'a wrong kind',
      `${head}clocks:\n  - id: D1\n    soft: maybe\n    citation: ${citation}`,
      'line 6: "soft" must be true or false.',
    ],
    [
      'an expression for a pattern',
      `${head}identifiers:\n  - id: own\n    label: ours\n    certainty: doubtful\n    instead: Leave it out.\n    shape: { kind: picture, pictures: ["(a+)+"] }\n    citation: ${citation}`,
      'line 9: Entry 1 of "pictures" is wrong: write # for a digit, @ for a letter',
    ],
    ['a missing word', `${head}roles:\n  - id: matron`, 'line 5: "label" is missing. Add it.'],
    ['a wrong time', `${head}quietHours:\n  from: 9pm`, 'line 5: "from" is wrong:'],
    ['YAML that is none', `${head}clocks: [`, 'line 4: this is not YAML'],
  ])('%s', (_, text, sentence) => {
    expect(problemsOf(text)).toContain(`pack.yaml, ${sentence}`)
  })

  test('a rule that names what does not exist is shown at its line', () => {
    const text = `${head}clocks:\n  - id: D1\n    ladder: houres\n    citation: ${citation}`

    expect(problemsOf(text)).toMatch(/^pack.yaml, line 6: .*"houres".*"hours"/)
  })

  test('a number that counts below nothing is refused', () => {
    const text = `${head}clocks:\n  - id: D1\n    within: { unit: hours, amount: -1 }\n    citation: ${citation}`

    expect(problemsOf(text)).toContain('pack.yaml, line 6: "amount" must be more than 0.')
  })
})
