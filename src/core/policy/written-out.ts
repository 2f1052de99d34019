import type { CycleRule } from './instrument.ts'

/** Between the id of a rule and the organisation that one of its clocks is about: `E5a.downs-icb`. */
const OF = '.'

interface Named {
  readonly slug: string
  readonly name: string
}

/** The rule of one clock, by the id under which that runs. */
export function cycleRule(
  { cycles }: { readonly cycles: readonly CycleRule[] },
  clock: string,
): CycleRule | undefined {
  const own = cycles.find(({ id }) => id === clock)
  if (own) return own
  const [id, slug] = clock.split(OF)
  const rule = cycles.find((one) => one.id === id && one.each !== undefined)
  return rule && slug !== undefined ? ofOne(rule, { slug, name: slug }) : undefined
}

/**
 * Rules that have a clock for each of several organisations, once for each of these; as they stand where
 * none is known. One that `runs` already is kept, whoever is listed now.
 */
export function writtenOut(
  cycles: readonly CycleRule[],
  runs: readonly string[],
  organisationsOf: (each: string) => readonly Named[],
): CycleRule[] {
  return cycles.flatMap((rule) => {
    if (rule.each === undefined) return [rule]
    const listed = organisationsOf(rule.each)
    const running = runs.flatMap((clock) => {
      const [id, slug] = clock.split(OF)
      const isListed = listed.some((one) => one.slug === slug)
      return id === rule.id && slug !== undefined && !isListed ? [{ slug, name: slug }] : []
    })
    const all = [...listed, ...running]
    const whole = listed.length === 0 || runs.includes(rule.id) ? [rule] : []
    return [...whole, ...all.map((one) => ofOne(rule, one))]
  })
}

function ofOne(rule: CycleRule, { slug, name }: Named): CycleRule {
  const { id, label, variantOf = id } = rule
  return { ...rule, id: `${id}${OF}${slug}`, variantOf, label: `${label} (${name})` }
}
