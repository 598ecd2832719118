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
]
