import { guard } from '../../../src/core/guard/identifiers.ts'
import { policies } from '../../../src/policies/index.ts'
import { corpus, type Half, type Line, NONE } from '../../fixtures/identifiers/corpus.ts'
import { found, type Row } from '../../proof/row.ts'

const YEAR = 2026
const LEAST = { nhs: 0.99, all: 0.95 }
const MOST_FALSE = 0.02
const NHS = 'nhs'

/** How often what identifies somebody is stopped, and how often something else is. */
export const identifiers: Row = {
  name: 'identifiers',
  goal: `of 4,000 made-up lines: NHS numbers found ${LEAST.nhs}, all found ${LEAST.all}, others stopped at most ${MOST_FALSE}`,
  async run() {
    const both = (['blind', 'seen'] as const).map((half) => measured(half))
    return found(
      both.map(({ figure }) => figure).join('\n  '),
      both.flatMap(({ wrongs }) => wrongs),
    )
  },
}

function measured(half: Half): { figure: string; wrongs: readonly string[] } {
  const lines = corpus(half).map((line) => ({ ...line, outcome: outcomeOf(line) }))
  const stopped = (some: typeof lines) => some.filter(({ outcome }) => outcome !== 'clear').length
  const meant = lines.filter(({ kind }) => kind !== NONE)
  const others = lines.filter(({ kind }) => kind === NONE)
  const ofKind = (kind: string) => meant.filter((line) => line.kind === kind)
  const recall = {
    nhs: stopped(ofKind(NHS)) / ofKind(NHS).length,
    all: stopped(meant) / meant.length,
  }
  const wrong = stopped(others)
  const precision = stopped(meant) / (stopped(meant) + wrong)
  const refused = meant.filter(({ outcome }) => outcome === 'refused').length
  const kinds = [...new Set(meant.map(({ kind }) => kind))].sort()
  const perKind = kinds.map(
    (kind) => `${kind} ${share(stopped(ofKind(kind)), ofKind(kind).length)}`,
  )
  const asked = share(stopped(meant) - refused, meant.length)
  return {
    figure: [
      `${half} half, ${lines.length} lines: recall ${recall.all.toFixed(3)} (${perKind.join(', ')})`,
      `refused ${share(refused, meant.length)}, asked about ${asked}`,
      `precision ${precision.toFixed(3)}, false alarms ${share(wrong, others.length)}`,
    ].join('; '),
    wrongs: [
      ...(recall.nhs >= LEAST.nhs ? [] : [`${half}: NHS numbers ${recall.nhs.toFixed(3)}`]),
      ...(recall.all >= LEAST.all ? [] : [`${half}: recall ${recall.all.toFixed(3)}`]),
      ...(wrong <= MOST_FALSE * others.length ? [] : [`${half}: false alarms ${wrong}`]),
    ],
  }
}

function outcomeOf({ text }: Line): 'clear' | 'doubtful' | 'refused' {
  const [policy] = policies
  if (!policy) throw new Error('There is no pack')
  return guard(text, { rules: policy.identifiers, year: YEAR }).type
}

function share(some: number, all: number): string {
  return `${some}/${all} = ${(some / all).toFixed(3)}`
}
