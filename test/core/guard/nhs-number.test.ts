import { expect, test } from 'vitest'
import { checkDigit, isIssuedOrTest, passesChecksum } from '../../../src/core/guard/nhs-number.ts'
import { scenarios } from '../time/england.ts'

test.each(Object.entries(scenarios.nhs_check_digits))(
  '%s has the check digit %s',
  (nine, digit) => {
    expect(checkDigit(nine)).toBe(digit)
  },
)

test.each([
  ['9434765919', true],
  ['9990000018', true],
  ['9990000026', true],
  ['9990000034', true],
  ['9876543210', true],
  ['9876544321', false],
  ['9434765918', false],
  ['943476591', false],
  ['94347659190', false],
])('%s passes: %s', (digits, passes) => {
  expect(passesChecksum(digits)).toBe(passes)
})

test('no number of 999 000 000 has a check digit', () => {
  for (let last = 0; last < 10; last += 1) expect(passesChecksum(`999000000${last}`)).toBe(false)
})

test('numbers from 300, 400, 600 and 700 on are issued, and 999 is for tests', () => {
  const starts = ['300', '399', '400', '499', '600', '799', '999']
  const others = ['000', '299', '500', '599', '800', '943', '998']
  expect(starts.filter((start) => !isIssuedOrTest(`${start}0000000`))).toEqual([])
  expect(others.filter((start) => isIssuedOrTest(`${start}0000000`))).toEqual([])
})
