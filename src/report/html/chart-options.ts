import type { CapacityMark, CapacitySample, TrafficResult } from '../events.ts'
import { thinned } from './thin.ts'

/** Colours of the page, which differ in the dark. */
const INK = 'var(--ink)'
const LINE = 'var(--line)'
const MARKS: Readonly<Record<CapacityMark['kind'], string>> = { gate: 'var(--new)', alarm: 'var(--alarm)' }

/** Milliseconds, as the time axis counts. */
const point = (at: number, value: number): readonly [number, number] => [at * 1000, value]

const axes = (top: number | undefined) => ({
  grid: { left: 50, right: 20, top: 40, bottom: 30 },
  // Without a browser letters are measured too narrow.
  legend: { top: 0, left: 50, itemGap: 28, textStyle: { color: INK }, selectedMode: false },
  xAxis: {
    type: 'time',
    axisLabel: { color: INK, formatter: { minute: '{HH}:{mm}', second: '{HH}:{mm}:{ss}' }, hideOverlap: true },
    axisLine: { lineStyle: { color: LINE } },
    splitLine: { show: false },
  },
  yAxis: {
    type: 'value',
    min: 0,
    ...(top !== undefined && { max: top }),
    minInterval: 1,
    axisLabel: { color: INK },
    splitLine: { lineStyle: { color: LINE } },
  },
})

interface Drawn {
  readonly name: string
  readonly color: string
  readonly values: readonly (readonly [number, number])[]
  readonly stack?: string
  readonly dashed?: true
}

const drawn = ({ name, color, values, stack, dashed }: Drawn) => ({
  type: 'line',
  name,
  step: 'end',
  symbol: 'none',
  data: values,
  color,
  lineStyle: { color, width: stack === undefined ? 2 : 1, ...(dashed && { type: 'dashed' }) },
  ...(stack !== undefined && { stack, areaStyle: { color, opacity: 0.5 } }),
})

/** Vertical lines with their texts; a text with braces is no template. */
const markLine = (marks: readonly CapacityMark[]) => ({
  symbol: 'none',
  silent: true,
  data: marks.map(({ at, kind, text }) => ({
    xAxis: at * 1000,
    lineStyle: { color: MARKS[kind], type: 'solid', width: 1 },
    // It stands on what is drawn, where the colour of its line would be hard to read.
    label: { formatter: () => text, color: INK, rotate: 90, position: 'insideEndTop', fontSize: 11 },
  })),
})

/** What was ready, coming and leaving over time, under the floor; gates and alarms as marks. */
export function capacityOption(samples: readonly CapacitySample[], marks: readonly CapacityMark[]) {
  const shown = thinned(samples)
  const of = (value: (sample: CapacitySample) => number) => shown.map((sample) => point(sample.at, value(sample)))
  const floor = drawn({ name: 'floor', color: 'var(--floor)', values: of((each) => each.floor), dashed: true })
  return {
    ...axes(undefined),
    series: [
      drawn({ name: 'ready', color: 'var(--ready)', values: of(({ ready }) => ready), stack: 'all' }),
      drawn({
        name: 'not ready yet',
        color: 'var(--coming)',
        values: of(({ coming }) => coming),
        stack: 'all',
      }),
      drawn({ name: 'leaving', color: 'var(--leaving)', values: of(({ leaving }) => leaving), stack: 'all' }),
      { ...floor, markLine: markLine(marks) },
    ],
  }
}

/** How many were old and how many new over time. */
export function replacementOption(samples: readonly CapacitySample[]) {
  const shown = thinned(samples)
  const of = (value: (sample: CapacitySample) => number) => shown.map((sample) => point(sample.at, value(sample)))
  return {
    ...axes(undefined),
    series: [
      drawn({ name: 'old', color: 'var(--old)', values: of(({ old }) => old) }),
      drawn({ name: 'new', color: 'var(--new)', values: of(({ current }) => current) }),
    ],
  }
}

/** Percent of the traffic that each side got over time. */
export function trafficOption({ curve, to, endedAt }: Pick<TrafficResult, 'curve' | 'to' | 'endedAt'>) {
  const last = curve.at(-1)
  const shown = last === undefined ? [] : [...curve, { at: Math.max(endedAt, last.at), share: last.share }]
  const other = to === 'blue' ? 'green' : 'blue'
  return {
    ...axes(100),
    series: [
      drawn({ name: to, color: 'var(--new)', values: shown.map(({ at, share }) => point(at, share)) }),
      drawn({ name: other, color: 'var(--old)', values: shown.map(({ at, share }) => point(at, 100 - share)) }),
    ],
  }
}
