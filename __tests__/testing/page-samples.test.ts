import { takeShortcut } from '../../simulator/shortcut.ts'
import { pageSample, type PageSampleName } from '../../testing/page-samples.ts'

beforeAll(takeShortcut)

test.each<[PageSampleName, string]>([
  ['one-instance', '## ✅ Fleet Patch: 1 rolled, 1 instance replaced'],
  ['failure', '## ❌ Fleet Patch: `web` was halted'],
  ['dry-run', '## 📋 Fleet Patch would replace 6 instances in 1 group'],
  ['shift', '## ✅ Fleet Patch: the traffic is shifted'],
  ['bastion', '## ✅ Fleet Patch: the bastion was replaced'],
  ['audit', '## ⚠️ Fleet Patch: 3 of 5 groups are behind, the worst by 7 days'],
])('the sample %s is a run that ends as its name says', async (name, heading) => {
  const { summary } = await pageSample(name)
  expect(summary.split('\n')[0]).toBe(heading)
})

test('a hostile name stands in a summary as text alone', async () => {
  const { summary } = await pageSample('hostile-names')
  expect(summary).toContain('## ✅ Fleet Patch: 1 rolled, 2 instances replaced')
  const withoutCode = summary.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
  expect(withoutCode).not.toMatch(/<(?!\/?(?:details|summary)>|br>)|javascript:|\*\*b/)
})
