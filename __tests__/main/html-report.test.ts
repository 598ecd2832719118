/** The report that `report-html` asks for, by the whole program. */
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { HOSTILE_NAME, pageSample, type PageSampleName } from '../../testing/page-samples.ts'
import { runAction } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

/** Tags that are opened and not closed, or closed and not open; void elements and declarations aside. */
function unbalanced(page: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, slash, name = '', end] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/gi)) {
    if (['meta', 'br'].includes(name) || end === '/') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}

/** Everything that would be loaded, run or submitted. */
const LOADS =
  /<(?:script|link|img|iframe|object|embed|form|base|use|image|foreignObject)\b|\son[a-z]+=|url\((?!#)|@import|javascript:/i

test.each<{ name: PageSampleName; title: string; charts: number; texts: readonly string[] }>([
  {
    name: 'one-instance',
    title: 'Fleet Patch: 1 group rolled, 1 instance replaced, in',
    charts: 2,
    texts: [
      '>floor<',
      '>ready<',
      '>old<',
      '>new<',
      'The floor held: 1 ready at the lowest, floor 1.',
      'instance-timeout',
    ],
  },
  {
    name: 'gates',
    title: 'Fleet Patch: 1 group rolled',
    charts: 2,
    texts: ['checkpoint 1 passed', 'checkpoint 2 passed', 'last bake begins'],
  },
  {
    name: 'alarm',
    title: 'Fleet Patch: web halted',
    charts: 2,
    texts: ['web-5xx: ALARM', 'Why: The alarm web-5xx', 'What to do: '],
  },
  {
    name: 'dry-run',
    title: 'Fleet Patch: Would replace 6 instances in 1 group.',
    charts: 0,
    texts: ['set desired capacity to 7'],
  },
  {
    name: 'shift',
    title: 'Fleet Patch: shop-blue (blue) and shop-green (green): the traffic is shifted',
    charts: 1,
    texts: ['shop-green is green; traffic goes to green.', '100 %'],
  },
  {
    name: 'bastion',
    title: 'Fleet Patch: Odd (SSH Bastion Host): i-',
    charts: 0,
    texts: ['SSH sessions', 'launch a new bastion'],
  },
  { name: 'audit', title: 'Fleet Patch: 3 of 5 groups are behind', charts: 0, texts: ['unrolled', 'search-4'] },
  { name: 'failure', title: 'Fleet Patch: web halted', charts: 2, texts: ['did not become ready within 5 minutes'] },
])('$name is one page that loads nothing', async ({ name, title, charts, texts }) => {
  const { report = '' } = await pageSample(name)
  expect(/<title>([^<]*)/.exec(report)?.[1]).toContain(title)
  expect(report.match(/<svg /g) ?? []).toHaveLength(charts)
  for (const text of texts) expect(report).toContain(text)
  expect(report).not.toMatch(LOADS)
  expect(report).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(unbalanced(report)).toEqual([])
  expect(report).not.toMatch(/undefined|NaN|Infinity|\[object/)
})

test('hostile names are text, in tables, links and charts', async () => {
  const { report = '' } = await pageSample('hostile-names')
  expect(report).not.toContain('<img')
  expect(report).not.toMatch(LOADS)
  expect(unbalanced(report)).toEqual([])
  expect(report.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toContain(HOSTILE_NAME) // prettier-ignore
})

const rolled = async (inputs: Readonly<Record<string, string>>) => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 1, outdated: true })
  const run = await runAction(account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'web', 'dry-run': 'true', ...inputs } }) // prettier-ignore
  return { ...run, written: Object.keys(run.files), problems: run.annotations.map(({ message }) => message).join() }
}

test('without the input nothing is written, and with it the file that it names', async () => {
  expect((await rolled({})).written).toEqual([])
  const { written, lines, annotations } = await rolled({ 'report-html': 'out/page.html' })
  expect(written).toEqual(['out/page.html'])
  expect(lines).toContain('Report: out/page.html')
  expect(annotations).toEqual([])
})

test.each(['/etc/page.html', '../page.html', 'a/../../page.html', 'C:\\page.html', 'page.txt'])(
  '%s is refused, and not written',
  async (path) => {
    const { written, problems, failed } = await rolled({ 'report-html': path })
    expect([failed, written]).toEqual([true, []])
    expect(problems).toMatch(/`report-html` is .* but must (be a path inside of the workspace|end in `\.html`)/)
  },
)

test('a run that fails before its first call has a report too, without what its inputs hide', async () => {
  const { files, failed } = await rolled({
    surge: 'many',
    'user-data': 'password: hunter2',
    'report-html': 'page.html',
  })
  expect(failed).toBe(true)
  expect(files['page.html']).toContain('<title>Fleet Patch failed</title>')
  expect(files['page.html']).toContain('An input is wrong: `surge` is `many` but')
  expect(files['page.html']).not.toContain('hunter2')
})
