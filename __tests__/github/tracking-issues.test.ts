import { MOST_CHARACTERS, fittingText } from '../../src/github/repository.ts'
import { markerOf } from '../../src/github/plan-comment.ts'
import { type Issue, issueChanges, MOST_ISSUES, type StaleItem, type TrackedState } from '../../src/github/tracking-issues.ts' // prettier-ignore

const AUTHOR = 'bot'

const anItem = (given: Partial<StaleItem> = {}): StaleItem => ({
  key: 'a/web',
  title: 'web is behind',
  text: 'rows',
  severity: 'warn',
  daysBehind: 7,
  assignees: [],
  labels: [],
  ...given,
})

const fit = (marker: string, text: string): string => `${marker}\n${text}`
const bodyOf = ({ key, severity, text }: StaleItem): string => fit(markerOf('stale', key), `<!-- fleet-patch:severity ${severity} -->\n${text}`) // prettier-ignore

const anIssue = (given: Partial<Issue> = {}, item = anItem()): Issue => ({
  number: 1,
  title: item.title,
  body: bodyOf(item),
  state: 'open',
  user: { login: AUTHOR },
  ...given,
})

const changes = (given: Partial<TrackedState>) =>
  issueChanges({ issues: [], author: AUTHOR, items: [], scope: ['a/web', 'a/api'], restKey: 'a/*', fit, ...given }).map(
    (change) => // prettier-ignore
    change.kind === 'create' ? `create ${change.title}` : change.kind === 'rewrite' ? `rewrite ${change.number}${change.opens ? ' open' : ''}${change.comment === undefined ? '' : `: ${change.comment}`}` : `close ${change.number} ${change.reason}`, // prettier-ignore
  )

const over = anItem({ severity: 'over' })

test.each<{ name: string; given: Partial<TrackedState>; changes: readonly string[] }>([
  { name: 'a stale service gets an issue', given: { items: [anItem()] }, changes: ['create web is behind'] },
  { name: 'an issue that says the same is left alone', given: { items: [anItem()], issues: [anIssue()] }, changes: [] },
  { name: 'an issue that says something else is rewritten without a comment', given: { items: [anItem({ text: 'more rows' })], issues: [anIssue()] }, changes: ['rewrite 1'] },
  { name: 'one that gets worse by a class is commented', given: { items: [over], issues: [anIssue()] }, changes: ['rewrite 1: It is over its limit now.'] },
  { name: 'one that gets better is not', given: { items: [anItem()], issues: [anIssue({}, over)] }, changes: ['rewrite 1'] },
  { name: 'what is current is closed', given: { issues: [anIssue()] }, changes: ['close 1 completed'] },
  { name: 'what was not looked at is not closed', given: { issues: [anIssue({}, anItem({ key: 'a/db' }))] }, changes: [] },
  { name: 'a closed issue is opened again, not doubled', given: { items: [anItem()], issues: [anIssue({ state: 'closed', state_reason: 'completed' })] }, changes: ['rewrite 1 open: It is behind again.'] },
  { name: 'one that was closed as not planned stays so', given: { items: [anItem()], issues: [anIssue({ state: 'closed', state_reason: 'not_planned' })] }, changes: [] },
  { name: 'until it gets worse', given: { items: [over], issues: [anIssue({ state: 'closed', state_reason: 'not_planned' })] }, changes: ['rewrite 1 open: It is behind again.'] },
  { name: 'a marker of another author is only a text', given: { items: [anItem()], issues: [anIssue({ user: { login: 'mallory' } })] }, changes: ['create web is behind'] },
  { name: 'and is not closed either', given: { issues: [anIssue({ user: { login: 'mallory' } })] }, changes: [] },
  { name: 'a marker in the midst of a text is none', given: { items: [anItem()], issues: [anIssue({ body: `quoted: ${bodyOf(anItem())}` })] }, changes: ['create web is behind'] },
  { name: 'a pull request is no issue', given: { issues: [anIssue({ pull_request: {} })] }, changes: [] },
  { name: 'doubles are closed, the open one is kept', given: { items: [anItem()], issues: [anIssue({ number: 3 }), anIssue({ number: 1, state: 'closed' }), anIssue({ number: 2 })] }, changes: ['close 3 duplicate'] },
  { name: 'all doubles are closed where it is current', given: { issues: [anIssue(), anIssue({ number: 2 })] }, changes: ['close 1 completed', 'close 2 completed'] },
])('$name', ({ given, changes: wanted }) => {
  expect(changes(given)).toEqual(wanted)
}) // prettier-ignore

test('of more than ten the worst have an issue, and the rest stands in one list', () => {
  const items = Array.from({ length: 13 }, (_, index) => anItem({ key: `a/${index}`, title: `service ${index}`, daysBehind: index })) // prettier-ignore
  const made = changes({ items: [...items, anItem({ key: 'a/late', title: 'late', severity: 'over', daysBehind: 0 })] })
  expect(made).toHaveLength(MOST_ISSUES)
  expect(made[0]).toBe('create late')
  expect(made.at(-1)).toBe('create 5 more are behind')
  expect(made).not.toContain('create service 0')
})

test('an issue whose service moves to the list is closed, and the list where ten are enough', () => {
  const items = Array.from({ length: 11 }, (_, index) => anItem({ key: `a/${index}`, title: `service ${index}`, daysBehind: index })) // prettier-ignore
  const scope = items.map(({ key }) => key)
  expect(changes({ items, scope, issues: [anIssue({ number: 9 }, items[0])] })).toContain('close 9 completed')
  const list = anIssue({ number: 8 }, anItem({ key: 'a/*' }))
  expect(changes({ items: items.slice(0, 10), scope, issues: [list] })).toContain('close 8 completed')
})

describe('a text for GitHub', () => {
  const marker = markerOf('plan', 'a --> b')

  test('has a marker that nothing in it can end', () => {
    expect(marker).toBe('<!-- fleet-patch:plan a%20--%3E%20b -->')
  })

  test('is cut at a line, with a link, and what was folded is ended', () => {
    const text = `<details>\n${'| row 🚀 |\n'.repeat(10_000)}</details>`
    const fitted = fittingText(marker, text, 'https://github.example/run')
    expect(fitted.length).toBeLessThanOrEqual(MOST_CHARACTERS)
    expect(fitted.length).toBeGreaterThan(MOST_CHARACTERS - 300)
    expect(fitted.startsWith(`${marker}\n<details>`)).toBe(true)
    expect(fitted).toMatch(/\| row 🚀 \|\n<\/details>\n\n\*The rest is left out: .*\(https:\/\/github\.example\/run\)/)
  })

  test('that fits is left as it is', () => {
    expect(fittingText(marker, 'short', undefined)).toBe(`${marker}\nshort`)
    expect(fittingText(marker, 'x'.repeat(MOST_CHARACTERS), undefined).length).toBeLessThanOrEqual(MOST_CHARACTERS)
  })
})
