import { describe, expect, test } from '@jest/globals'

import { resultDocument, writeOutputs } from '../src/outputs.ts'
import type { GroupResult } from '../src/report/events.ts'
import { recordingRunner } from './recording-runner.ts'

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
  writeOutputs(runner, results)
  return runner.recorded.outputs
}

describe('outputs', () => {
  test('of one rolled group say what became of it', () => {
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
    expect(JSON.parse(document ?? '')).toEqual({
      version: 1,
      omitted: [],
      groups: [{ ...result(), failure: null }],
    })
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

  test('stay short for a large fleet, and say what is missing', () => {
    const span = {
      id: 'i-0123456789abcdef0',
      role: 'old',
      zone: 'eu-central-1a',
      from: 1,
      readyAt: 2,
      until: 3,
    } as const
    const large = result({ timeline: Array.from({ length: 10_000 }, () => span) })
    const document = resultDocument([large])
    expect(document.length).toBeLessThan(500_000)
    expect(JSON.parse(document)).toMatchObject({ omitted: ['timeline'], groups: [{ timeline: [], steps: [{}] }] })
  })
})
