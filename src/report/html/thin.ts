import type { CapacitySample } from '../events.ts'

/** More than a chart has pixels for would only make the page larger. */
const MOST_SAMPLES = 480

/** At most so many of the samples, each the worst of its neighbours, with the first and the last: no dip is lost. */
export function thinned(samples: readonly CapacitySample[]): readonly CapacitySample[] {
  const [first, last] = [samples[0], samples.at(-1)]
  if (samples.length <= MOST_SAMPLES || first === undefined || last === undefined) return samples
  const inner = samples.slice(1, -1)
  const size = Math.ceil(inner.length / (MOST_SAMPLES - 2))
  const kept = Array.from({ length: Math.ceil(inner.length / size) }, (_, index) =>
    inner
      .slice(index * size, (index + 1) * size)
      .reduce((worst, each) => (each.ready - each.floor < worst.ready - worst.floor ? each : worst)),
  )
  return [first, ...kept, last]
}
