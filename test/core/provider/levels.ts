import { change, listedProvider, person, profiled, recorded } from './provider.ts'

/** When its quality risk profile was agreed, and its three-month hold began (S10). */
export const HELD_SINCE = '2027-11-30T10:00:00Z'
const REVIEWED = '2027-05-19T09:00:00Z'

export const byManager = (transition: string) => change(transition, { by: person('mara') })

/** S10: in enhanced from 10 May 2027, its review pending. */
export function pendingProvider() {
  const life = listedProvider()
  life.ask('2027-05-10T09:00:00Z', change('G2'))
  return life
}

/** Kept there by its quality review meeting on 19 May. */
export function enhancedProvider() {
  const life = pendingProvider()
  recorded(life, 'M6', REVIEWED)
  life.ask(REVIEWED, change('G5'))
  return life
}

/** And on hold from 30 November. */
export function providerOnHold() {
  const life = enhancedProvider()
  profiled(life, HELD_SINCE)
  recorded(life, 'M2', HELD_SINCE, '8k2m9q4x')
  life.ask(HELD_SINCE, byManager('G9'))
  return life
}
