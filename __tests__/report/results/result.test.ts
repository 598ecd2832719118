import { readFileSync } from 'node:fs'

import { resultDocument, RESULT_CHARACTERS } from '../../../src/report/results/result.ts'
import { bigFleet } from '../big-fleet.ts'
import { runRequest, dryRun, halt, nothingToDo, twoGroupsRolled } from '../runs.ts'
import type { Schema } from '../schema.ts'
import { violations } from '../schema.ts'

const schema = JSON.parse(readFileSync(new URL('../../../docs/result.schema.json', import.meta.url), 'utf8')) as Schema

const check = (text: string): string[] => violations(JSON.parse(text), schema, schema)

describe('the document follows its schema', () => {
  test.each(Object.entries({ twoGroupsRolled, halt, dryRun, nothingToDo }))('%s', (_, run) => {
    const { request, results } = run()
    expect(check(resultDocument(request, results))).toEqual([])
  })

  test.each([
    { name: 'without its timelines', groups: 1, instances: 2000, cut: ['timeline'] },
    { name: 'without its steps', groups: 8, instances: 1000, cut: ['timeline', 'steps'] },
    { name: 'without its instances', groups: 100, instances: 300, cut: ['timeline', 'steps', 'instances'] },
    { name: 'without some groups', groups: 1000, instances: 10, cut: ['timeline', 'steps', 'instances', 'groups'] },
  ])('$name, when it would be too long', ({ groups, instances, cut }) => {
    const text = resultDocument(runRequest(), bigFleet({ groups, instances, status: 'rolled' }))
    expect(text.length).toBeLessThanOrEqual(RESULT_CHARACTERS)
    expect(check(text)).toEqual([])
    expect(JSON.parse(text)).toMatchObject({ truncated: true, cut, groupCount: groups })
  })

  test('and the check itself finds errors', () => {
    const document = JSON.parse(resultDocument(runRequest(), halt().results)) as { groups: Record<string, unknown>[] }
    const [group] = document.groups
    if (group === undefined) throw new Error('no group')
    group['status'] = 'well'
    group['startedAt'] = 'now'
    group['extra'] = 1
    delete group['floor']
    expect(violations(document, schema, schema)).toEqual([
      '/groups/0: lacks floor',
      '/groups/0/status: not one of the allowed values',
      '/groups/0/startedAt: does not match the pattern',
      '/groups/0: extra is not known',
    ])
  })
})

test('times are ISO, absent ones null, and all fields of a group are there', () => {
  const { request, results } = halt()
  const document: unknown = JSON.parse(resultDocument(request, results))
  expect(document).toMatchObject({
    schemaVersion: 1,
    truncated: false,
    changed: true,
    groups: [
      {
        group: 'web',
        status: 'unfinished',
        previousImageId: 'ami-0old',
        imageId: 'ami-0new',
        startedAt: '2026-01-31T09:05:07Z',
        replaced: ['i-30d0'],
        launched: ['i-3e30', 'i-3e31'],
        replacedCount: 1,
        lowestReady: 2,
        floor: 2,
        steps: [{ at: '2026-01-31T09:05:07Z', action: 'remember' }, {}, {}, {}, {}, {}],
        timeline: [{ id: 'i-30d0', role: 'old' }, { id: 'i-30d1', until: null }, {}, { readyAt: null }],
      },
    ],
  })
})
