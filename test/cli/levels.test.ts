import { expect, test } from 'vitest'
import { run } from './run.ts'

test('muster levels says for each way where it leads, what it needs, and its source', async () => {
  const { out } = await run(['levels'])

  expect(out).toContain(
    'G10 Enhanced, three-month hold → Routine: Three months over and the improvement has lasted. Needs D19 to be over, and M2 to be recorded. (QSIF 2020, Appendix 1, QRP)',
  )
  expect(out).toContain('G13 any level → Enhanced:')
})

test('muster levels --mermaid draws them', async () => {
  const { out } = await run(['levels', '--mermaid'])

  expect(out).toContain('  ROUTINE --> ENHANCED_PENDING_REVIEW: G1, G2, G3\n')
  expect(out).toContain('  ENHANCED_ASSURANCE_HOLD --> ENHANCED: G11, G13\n')
  expect(out).not.toContain('ENHANCED --> ENHANCED:')
})
