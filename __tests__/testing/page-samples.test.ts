import { takeShortcut } from '../../simulator/shortcut.ts'
import { pageSample, type PageSampleName } from '../../testing/page-samples.ts'

beforeAll(takeShortcut)

test.each<[PageSampleName, string, string]>([
  ['one-instance', '## ✅ Fleet Patch: 1 group rolled, 1 instance replaced', '1 group rolled, 1 instance replaced, in'],
  ['failure', '## ❌ Fleet Patch: `web` was halted', ''],
  ['dry-run', '## 📋 Fleet Patch would replace 6 instances in 1 group', 'Would replace 6 instances in 1 group.'],
  [
    'shift',
    '## ✅ Fleet Patch: the traffic is shifted',
    'shop-blue (blue) and shop-green (green): the traffic is shifted; green gets 100 % of it.',
  ],
  ['bastion', '## ✅ Fleet Patch: the bastion was replaced', 'Odd (SSH Bastion Host): i-'],
  [
    'audit',
    '## ⚠️ Fleet Patch: 3 of 5 groups are behind, the worst by 7 days',
    '3 of 5 groups are behind, the worst by 7 days.',
  ],
])('the sample %s ends as its name says, and has one notice unless it failed', async (name, heading, notice) => {
  const { summary, notices } = await pageSample(name)
  expect(summary.split('\n')[0]).toBe(heading)
  expect(notices.map((each) => each.startsWith(notice))).toEqual(notice === '' ? [] : [true])
})

test('a hostile name stands in a summary as text alone', async () => {
  const { summary } = await pageSample('hostile-names')
  expect(summary).toContain('## ✅ Fleet Patch: 1 group rolled, 2 instances replaced')
  const withoutCode = summary.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
  expect(withoutCode).not.toMatch(/<(?!\/?(?:details|summary)>|br>)|javascript:|\*\*b/)
})
