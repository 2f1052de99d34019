import { expect, test } from 'vitest'
import { csv } from '../../../src/app/inquiry/csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+44 1632 960100', "'+44 1632 960100"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [' =1', `' =1`],
  ['\u200b=1', "'\u200b=1"],
  ['\u200bplain', "'\u200bplain"],
  ['\u2060 \u202e+1', "'\u2060 \u202e+1"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['a "b", c', '"a ""b"", c"'],
  ['one\ntwo', '"one\ntwo"'],
  ['plain', 'plain'],
])('a cell with %j is text for every spreadsheet', (text, cell) => {
  expect(csv([[text]])).toBe(`${cell}\r\n`)
})
