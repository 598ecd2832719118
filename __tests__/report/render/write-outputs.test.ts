import { describe, expect, test } from '@jest/globals'

import { writeOutputs } from '../../../src/report/render/write-outputs.ts'
import type { RunRequest } from '../../../src/report/results/request.ts'
import type { GroupResult } from '../../../src/report/events.ts'
import { resultDocument } from '../../../src/report/results/result.ts'
import { recordingRunner } from '../../../testing/recording-runner.ts'

const runRequest: RunRequest = {
  mode: 'respawn',
  inputs: {},
  account: '123456789012',
  region: 'eu-central-1',
  dryRun: false,
}
const sizes = { min: 2, max: 4, desired: 2 }

function result(over: Partial<GroupResult> = {}): GroupResult {
  return {
    group: 'web',
    region: 'eu-central-1',
    status: 'rolled',
    changed: true,
    source: 'web (lt-1) version 7',
    imageId: 'ami-new',
    previousImageId: 'ami-old',
    sizes: { before: sizes, after: sizes },
    replaced: ['i-1'],
    launched: ['i-2'],
    lowestReady: 2,
    floor: 2,
    startedAt: 0,
    endedAt: 60,
    timeline: [],
    left: [],
    failure: undefined,
    steps: [{ group: 'web', at: 1, action: 'suspend', detail: 'AZRebalance', reason: 'a roll begins' }],
    ...over,
  }
}

function outputsOf(results: readonly GroupResult[]): Readonly<Record<string, string>> {
  const runner = recordingRunner()
  writeOutputs(runner, runRequest, { kind: 'groups', groups: results })
  return runner.recorded.outputs
}

describe('outputs', () => {
  test('of one rolled group give its result', () => {
    const { result: document, ...others } = outputsOf([result()])
    expect(others).toEqual({
      changed: 'true',
      groups: '["web"]',
      replaced: '["i-1"]',
      launched: '["i-2"]',
      plan: '[]',
      'image-id': 'ami-new',
      'previous-image-id': 'ami-old',
    })
    expect(document).toBe(resultDocument(runRequest, [result()]))
  })

  test('name an image only where all groups agree', () => {
    const outputs = outputsOf([result(), result({ group: 'api', imageId: 'ami-new', previousImageId: 'ami-older' })])
    expect(outputs['image-id']).toBe('ami-new')
    expect(outputs).not.toHaveProperty('previous-image-id')
    expect(outputs['groups']).toBe('["web","api"]')
    expect(outputs['replaced']).toBe('["i-1","i-1"]')
  })

  test('leave an image out that one group does not know', () => {
    expect(outputsOf([result(), result({ imageId: undefined })])).not.toHaveProperty('image-id')
  })

  test('hold the plan in a dry run', () => {
    const outputs = outputsOf([result({ status: 'planned' }), result({ status: 'current', changed: false })])
    expect(JSON.parse(outputs['plan'] ?? '')).toEqual(result().steps)
    expect(outputs['changed']).toBe('true')
  })

  test('of no group at all are valid', () => {
    expect(outputsOf([])).toMatchObject({ changed: 'false', groups: '[]', replaced: '[]', plan: '[]' })
  })
})
