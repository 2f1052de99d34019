import { expect, test } from 'vitest'
import { run } from './run.ts'

test('muster levels says for each way where it leads, what it needs, and its source', async () => {
  const { out } = await run(['levels'])

  expect(out).toContain(
    'G10 Enhanced, three-month hold → Routine: Three months over and the improvement has lasted. Needs D19 to be over, and M2 to be recorded (deciding on G10), held once D19 is over. (QSIF 2020, Appendix 1, QRP)',
  )
  expect(out).toMatch(
    /G8 Enhanced → .* Needs not to have come from Enhanced, three-month hold, otherwise G8H or G9, and M9/,
  )
  expect(out).toContain('G13 any level → Enhanced:')
  expect(out).toMatch(
    /G0H Enhanced → .* Needs to have come by G11 or G13 from there, and no case besides, and none of M1, /,
  )
  expect(out).toMatch(/G1 Routine → .* Needs evidence: a case, a meeting or a rating on record/)
  expect(out).toMatch(/G13 .* Evidence if there is any/)
  expect(out).toContain('Opens M9 or M10 or M1; the level stays. (QSIF 2020, 5.2.3 a)')
})

test('muster levels --mermaid draws them', async () => {
  const { out } = await run(['levels', '--mermaid'])

  expect(out).toContain('  ROUTINE --> ENHANCED_PENDING_REVIEW: G1, G2, G3\n')
  expect(out).toContain('  ENHANCED_ASSURANCE_HOLD --> ENHANCED: G11, G13\n')
  expect(out).toContain('  ENHANCED --> ENHANCED: G6, G7\n')
  expect(out).toContain('  ENHANCED --> ROUTINE: G8, G12, G0\n')
})
