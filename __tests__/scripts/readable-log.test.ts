import { type Paint, readableLog } from '../../scripts/demo/readable-log.ts'
import { readableSummary } from '../../scripts/demo/readable-summary.ts'

const paint: Paint = (style, text) => (style === 'bold' ? `*${text}*` : text)
const shown = (...lines: readonly string[]) => lines.flatMap(readableLog({ width: 40, paint }))

describe('the readable log', () => {
  const rows: readonly { name: string; lines: readonly string[]; expected: readonly string[] }[] = [
    {
      name: 'a group is a heading',
      lines: ['::group::Roll 50%25', 'x', '::endgroup::'],
      expected: ['', '*▾ Roll 50%*', '  x'],
    },
    { name: 'debug lines are hidden', lines: ['::debug::x'], expected: [] },
    { name: 'a masked text is never shown', lines: ['::add-mask::s3cret', 'key s3cret'], expected: ['  key ***'] },
    {
      name: 'an annotation shows its title and its text',
      lines: ['::error title=Fleet Patch%3A web::broken%0Aand left'],
      expected: ['  ERROR Fleet Patch: web: broken', '    and left'],
    },
    {
      name: 'a long line goes on below, and keeps its columns',
      lines: ['08:00:00  web  1/2/3/4  set desired capacity to 3'],
      expected: ['  08:00:00  web  1/2/3/4  set desired', '            capacity to 3'],
    },
  ]

  it.each(rows)('$name', ({ lines, expected }) => {
    expect(shown(...lines)).toEqual(expected)
  })
})

describe('the readable summary', () => {
  it('names what GitHub folds and draws, and splits wide tables', () => {
    const markdown = [
      '## ✅ done',
      '| Group | Image |\n|---|--:|\n| `web` | `ami-1` |',
      '| Group | Result that is long |\n|---|---|\n| `a-long-name-of-a-group` | rolled&#33; |',
      '```mermaid\ngantt\n  one\n```',
      '<details><summary>7 calls</summary>\n\n| Action | Calls |\n|---|--:|\n| x | 7 |\n\n</details>',
    ].join('\n\n')
    expect(readableSummary(markdown, { width: 40, paint })).toEqual([
      '',
      '*✅ done*',
      '  Group  Image',
      '  web    ami-1',
      '  *a-long-name-of-a-group*',
      '    Result that is long  rolled!',
      '  (a mermaid chart that GitHub draws: 2 lines)',
      '  (folded: 7 calls)',
    ])
  })
})
