import { inFile } from './mutant.ts'

/** Mutants of what is told of a run. */
export const REPORT_MUTANTS = [
  ...inFile('src/report/results/remaining.ts', [
    {
      name: 'instances that come side by side are reckoned one after the other',
      find: 'Math.ceil(missing / width) * (turn + boot)',
      replace: 'missing * (turn + boot)',
    },
    {
      name: 'the first that is ready tells how long all take',
      find: 'const doubt = FIRST_DOUBT / Math.sqrt(boots.length)',
      replace: 'const doubt = 0 * FIRST_DOUBT',
    },
  ]),
  ...inFile('src/report/summary/block-chart.ts', [
    {
      name: 'a chart shows the first moment of each share of the time',
      find: 'each.ready - each.floor < low.ready - low.floor ? each : low',
      replace: 'low',
    },
    {
      name: 'one that lacks in a large group does not show',
      find: 'ready < Math.min(upTo, floor) && above < floor',
      replace: 'ready <= above && above < floor',
    },
  ]),
  ...inFile('src/report/results/collect.ts', [
    {
      name: 'a dip of a long run is forgotten',
      find: 'next !== undefined && next.ready - next.floor < each.ready - each.floor ? next : each',
      replace: 'each',
    },
  ]),
]
