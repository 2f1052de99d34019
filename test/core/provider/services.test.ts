import { describe, expect, test } from 'vitest'
import { policyOf } from '../../fixtures/context.ts'
import { directory } from '../../fixtures/directory.ts'
import { change, listedProvider } from './provider.ts'

const AT = '2027-05-10T09:00:00Z'

/** Willow House, with these services in the directory. */
function giving(services: readonly string[]) {
  const organisations = directory.organisations.map((one) =>
    one.slug === 'willow' ? { ...one, services: [...services] } : one,
  )
  const life = listedProvider()
  life.ask(AT, change('G2'), { directory: { organisations } })
  return life.says('root')
}

describe('the services of a provider', () => {
  test('stand on its card by their names in the catalogue, each with its phase and where that is from', () => {
    const card = giving(['adult-low-secure', 'perinatal'])

    expect(card).toContain(
      'Adult low secure: mental illness, personality disorder, learning disability, autism – phase 1',
    )
    expect(card).toContain('Perinatal: specialist inpatient and its teams – phase 2')
    expect(card).toContain('Rule phase 1 · N&Q 2021, Introduction · from the source')
    expect(card).toContain('Rule phase 2 · N&Q 2021, Introduction · from the source')
  })

  test('are not spoken of where the directory names none', () => {
    expect(giving([])).not.toContain('phase')
  })

  test('are each of the first or the second phase, as the papers have them', () => {
    const { services } = policyOf('provider-collaborative')
    const of = (phase: number) => services.filter((one) => one.phase === phase)

    expect(of(1)).toHaveLength(9)
    expect(of(2)).toHaveLength(13)
    expect(services).toHaveLength(22)
  })
})
