import type { GroupResult } from '../../../src/report/events.ts'
import { patchParts } from '../../../src/report/summary/patch.ts'
import { fit } from '../../../src/report/summary/parts.ts'

const spec = {
  label: 'launch template web (lt-1) version 1',
  image: { before: 'ami-1', after: 'ami-2' },
  instanceType: { before: undefined, after: 'm5.large' },
  userData: [
    { path: 'environment.|A|', before: undefined, after: '***' },
    { path: 'source', before: 'team/app:1', after: 'team/app:2' },
  ],
}
const result = (group: string): GroupResult =>
  ({
    group,
    patch: {
      before: 'web version 1',
      after: 'web version 2',
      specs: [spec],
      undoneBy: ['The stack <x> would undo this.'],
    },
  }) as unknown as GroupResult

test('source, image and type are listed before and after for each group, user data once for each source', () => {
  expect(fit(patchParts([result('a'), result('b')]), 100_000)).toBe(
    [
      '### Launch sources',
      '',
      '| Group | Launches from | Patched | Change |',
      '|---|---|---|---|',
      ...['a', 'b'].map(
        (group) =>
          `| \`${group}\` | \`web version 1\` → \`web version 2\` | \`launch template web (lt-1) version 1\` | image \`ami-1\` → \`ami-2\`; type \`m5.large\`; 2 changes of user data |`,
      ),
      '',
      '### User data',
      '',
      'Values are masked unless they are image references.',
      '',
      '| Launch source | Key | Before | After |',
      '|---|---|---|---|',
      '| `launch template web (lt-1) version 1` | `environment.`&#124;`A`&#124; | *nothing* | `***` |',
      '| `launch template web (lt-1) version 1` | `source` | `team/app:1` | `team/app:2` |',
      '',
      '### What would undo this',
      '',
      '- `a`: The stack &#60;x&#62; would undo this.',
      '- `b`: The stack &#60;x&#62; would undo this.',
      '',
    ].join('\n'),
  )
})

test('without a patch there is no section', () => {
  expect(patchParts([{ group: 'a' } as unknown as GroupResult])).toEqual([])
})
