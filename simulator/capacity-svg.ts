import type { CapacitySample } from './capacity-log.ts'
import { svgOf } from './svg.ts'

/** One group of a picture. */
export interface PicturedGroup {
  readonly name: string
  /** Oldest first; not empty. */
  readonly samples: readonly CapacitySample[]
  /** The fewest ready instances that are allowed. */
  readonly floor: number
}

/** What is stacked, from below. */
const LAYERS: readonly {
  readonly name: string
  readonly colour: string
  readonly of: (sample: CapacitySample) => number
}[] = [
  { name: 'ready', colour: '#2f855a', of: ({ ready }) => ready },
  {
    name: 'booting, or not healthy yet',
    colour: '#f6ad55',
    of: ({ inService, pending, ready }) => inService + pending - ready,
  },
  { name: 'leaving', colour: '#a0aec0', of: ({ leaving }) => leaving },
]

const FLOOR = 'floor of ready'
const FLOOR_COLOUR = '#c53030'

/** Pixels. */
const SIZE = { width: 900, top: 60, plot: 160, gap: 70 }

/**
 * The capacity of groups over time as the text of an SVG file: ready, booting and leaving instances stacked, each change at its moment,
 * and the floor as a line. `from` and `to` in seconds since the Unix epoch; the axis counts minutes from the first.
 */
export async function capacitySvg(
  groups: readonly PicturedGroup[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<string> {
  const minutes = (at: number): number => Math.round((Math.max(at, from) - from) / 0.6) / 100
  const last = Math.max(minutes(to), 0.01)
  const top = (index: number): number => SIZE.top + index * (SIZE.plot + SIZE.gap)
  return await svgOf(
    {
      legend: { top: 5, data: [...LAYERS.map(({ name }) => name), FLOOR] },
      title: groups.map(({ name }, index) => ({ text: name, left: 10, top: top(index) - 28, textStyle: { fontSize: 13 } })),
      grid: groups.map((_, index) => ({ left: 45, right: 20, top: top(index), height: SIZE.plot })),
      xAxis: groups.map((_, gridIndex) => ({ type: 'value', gridIndex, min: 0, max: last, axisLabel: { formatter: '{value} min', showMaxLabel: false } })),
      yAxis: groups.map((_, gridIndex) => ({ type: 'value', gridIndex, min: 0, minInterval: 1 })),
      series: groups.flatMap(({ name, samples, floor }, index) => {
        const axes = { xAxisIndex: index, yAxisIndex: index, type: 'line', step: 'end', symbol: 'none' }
        const present = samples.slice(Math.max(0, samples.findLastIndex(({ at }) => at <= from)))
        const end = present.at(-1)
        const points = end === undefined ? [] : [...present, { ...end, at: to }]
        return [
          ...LAYERS.map((layer) => ({
            ...axes,
            name: layer.name,
            stack: name,
            lineStyle: { width: 0 },
            areaStyle: { opacity: 1 },
            color: layer.colour,
            data: points.map((sample) => [minutes(sample.at), layer.of(sample)]),
          })),
          { ...axes, name: FLOOR, color: FLOOR_COLOUR, lineStyle: { type: 'dashed', width: 1.5 }, data: [[0, floor], [last, floor]] },
        ]
      }),
    },
    { width: SIZE.width, height: top(groups.length) },
  ) // prettier-ignore
}
