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
  ...inFile('src/text/console-link.ts', [
    {
      name: 'a name ends the link to the console',
      find: ".replace(/[!'()*~]/g",
      replace: ".replace(/[!'*~]/g",
    },
    {
      name: 'a region of China leads to the console of another partition',
      find: "region.startsWith('cn-')",
      replace: "region.startsWith('china-')",
    },
  ]),
  ...inFile('src/report/summary/prose.ts', [
    {
      name: 'an address that is like the console is linked',
      find: "`https://${consoleHost(region) ?? ''}/`",
      replace: "`https://${consoleHost(region) ?? ''}`",
    },
    {
      name: 'markup in an address of the console is not escaped',
      find: ' && !/[^\\w:/.?=#%;&-]/.test(piece)',
      replace: '',
    },
  ]),
  ...inFile('src/report/summary/owner-table.ts', [
    {
      name: 'a group that launches the newest image counts as current, whatever its instances run',
      find: "row.verdict === 'current' && !behind.has(keyOf(row))",
      replace: "row.verdict === 'current'",
    },
    {
      name: 'stacks take the place of services',
      find: 'isOfServices ? (group === undefined ? undefined : services.get(group)) : stack',
      replace: 'stack',
    },
  ]),
  ...inFile('src/report/summary/next-steps.ts', [
    {
      name: 'nothing is left to do beside a failed group',
      find: 'if (!results.every(isThrough) || ',
      replace: 'if (',
    },
    {
      name: 'sizes are said to be kept where they are not',
      find: 'one.desired === other.desired',
      replace: 'one.desired !== undefined',
    },
  ]),
  ...inFile('src/report/render/notices.ts', [
    {
      name: 'the time of groups that were left alone counts',
      find: 'Math.min(...changed.map(',
      replace: 'Math.min(...results.map(',
    },
    {
      name: 'a floor that was broken is not in the notice',
      find: 'if (broken.length > 0) {',
      replace: 'if (broken.length > 1) {',
    },
  ]),
  ...inFile('src/text/html.ts', [
    {
      name: 'a quote ends an attribute of a page',
      find: '/[&<>"\']/g',
      replace: '/[&<>]/g',
    },
  ]),
  ...inFile('src/report/html/thin.ts', [
    {
      name: 'a dip is lost where a chart is thinned',
      find: 'each.ready - each.floor < worst.ready - worst.floor ? each : worst',
      replace: 'worst',
    },
  ]),
  ...inFile('src/report/html/journal.ts', [
    {
      name: 'events go from the report without a word',
      find: 'else this.left += 1',
      replace: 'else this.left += 0',
    },
    {
      name: 'a reason to wait hides the same one of another group',
      find: 'this.#waiting.get(group) === plain',
      replace: '[...this.#waiting.values()].includes(plain)',
    },
  ]),
  ...inFile('src/report/results/marks.ts', [
    {
      name: 'an alarm rings anew where CloudWatch did not answer',
      find: 'alarms === undefined ? (before?.alarms ?? new Map())',
      replace: 'alarms === undefined ? new Map()',
    },
    {
      name: 'what was passed before the run is a gate of it',
      find: 'isOn && now.passed > before.passed',
      replace: 'now.passed > (before?.passed ?? 0)',
    },
  ]),
  ...inFile('src/inputs/report-html.ts', [
    {
      name: 'the report may be written outside of the workspace',
      find: "|| text.split(/[/\\\\]/).includes('..')",
      replace: '',
    },
  ]),
  ...inFile('src/report/summary/parts.ts', [
    {
      name: 'rows go without a word',
      find: 'missing > 0 ? [',
      replace: 'missing < 0 ? [',
    },
  ]),
]
