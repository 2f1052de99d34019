import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Tallies } from './meter.ts'
import { COUNTED, LOOKED_UP, type LookedUp, TIMED } from './registry.ts'

/** Prometheus’ text. The library takes time and memory, so this file is loaded for the first who asks. */
export interface Exposition {
  readonly contentType: string
  /** What has happened since the last time is added; what was looked up is as it is. */
  text(happened: Tallies, lookedUp: ReadonlyMap<LookedUp, number>): Promise<string>
}

export function exposition(): Exposition {
  const registry = new Registry()
  const registers = [registry]
  const counters = mapped(COUNTED, (name, { help, labels }) => {
    return new Counter({ name, help, labelNames: [...labels], registers })
  })
  const histograms = mapped(TIMED, (name, { help, labels, buckets }) => {
    return new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers })
  })
  const gauges = mapped(LOOKED_UP, (name, help) => new Gauge({ name, help, registers }))

  return {
    contentType: registry.contentType,
    async text({ counted, timed }, lookedUp) {
      for (const { name, labels, times } of counted) counters.get(name)?.inc(labels, times)
      for (const { name, labels, times, sum, most } of timed) {
        // Rounding must not lift what they took on average out of their bucket.
        const each = Math.min(sum / times, most)
        for (let n = 0; n < times; n++) histograms.get(name)?.observe(labels, each)
      }
      for (const [name, gauge] of gauges) {
        const value = lookedUp.get(name)
        // What cannot be looked up now is left out: yesterday's figure would be taken for today's.
        if (value === undefined) gauge.remove()
        else gauge.set(value)
      }
      return registry.metrics()
    },
  }
}

function mapped<Name extends string, From, To>(
  all: Readonly<Record<Name, From>>,
  make: (name: Name, from: From) => To,
): Map<Name, To> {
  // The record has these keys and no others.
  const entries = Object.entries(all) as [Name, From][]
  return new Map(entries.map(([name, from]) => [name, make(name, from)]))
}
