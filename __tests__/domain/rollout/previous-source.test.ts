import type { Instance, LaunchReference, LaunchSource } from '../../../src/domain/rollout/fleet.ts'
import { previousSourceOf } from '../../../src/domain/rollout/previous-source.ts'
import { aMemo, anInstance, fresh, NOW, old, template } from './a-fleet.ts'

const version = (number: number, id = 'lt-1'): LaunchReference => ({ kind: 'template', id, version: number })
const from = (...references: (LaunchReference | undefined)[]) =>
  references.map((reference, index) => anInstance(`i-${index}`, { reference }))
const configuration = (name: string): LaunchReference => ({ kind: 'configuration', name })

describe('what a group launched from before', () => {
  test.each([
    { name: 'the version of its old instances', instances: [...old(2), ...fresh(3)], label: 'lt-1 version 1' },
    { name: 'that of most of them', instances: from(version(0), version(1), version(1)), label: 'lt-1 version 1' },
    { name: 'among equals the newest', instances: from(version(0), version(1)), label: 'lt-1 version 1' },
    { name: 'a launch configuration', instances: from(configuration('web-1'), version(2)), label: 'web-1' },
    { name: 'another template', instances: from(version(9, 'lt-0')), label: 'lt-0 version 9' },
    { name: 'nothing where all are current', instances: fresh(3), label: undefined },
    {
      name: 'nothing where only the type is no longer launched',
      instances: fresh(3, { type: 'c5.large' }),
      label: undefined,
    },
    {
      name: 'nothing where no old instance shows its source',
      instances: from(undefined, version(2)),
      label: undefined,
    },
  ])('$name', ({ instances, label }) => {
    expect(previousSourceOf({ source: template(2), instances })?.label).toBe(label)
  })

  // A dead run had launched version 2, which may have failed; the group launches version 3 by now.
  test('in the middle of a roll what was there before it tells it, as long as something of that is left', () => {
    const since = { launchedAt: NOW - 30 }
    const of = (instances: Instance[]): string | undefined =>
      previousSourceOf({ source: template(3), instances, memo: aMemo(4) })?.label
    expect(of([...old(1), ...fresh(3, since)])).toBe('lt-1 version 1')
    expect(of(fresh(3, since))).toBe('lt-1 version 2')
    expect(of([...old(1), ...fresh(3)])).toBe('lt-1 version 2')
  })

  const mixed: LaunchSource = {
    ...template(2),
    kind: 'mixed',
    overrides: [
      { instanceType: 'm6g.large', reference: version(7, 'lt-arm') },
      { instanceType: 'm5.large', reference: version(2), imageId: 'ami-new' },
    ] as LaunchSource['overrides'],
  }

  test('nothing where a parameter has moved: the version is the same', () => {
    const image = { kind: 'parameter', name: '/golden', id: 'ami-2' } as const
    const source = { ...template(2), parts: [{ reference: version(2), image, usesImage: true }] }
    const moved = anInstance('i-0', { reference: version(2), imageId: 'ami-1' })
    expect(previousSourceOf({ source, instances: [moved] })).toBeUndefined()
    expect(previousSourceOf({ source, instances: [moved, ...old(1)] })?.label).toBe('lt-1 version 1')
  })

  test('every template of a mixed policy, and the images of its overrides', () => {
    const instances = [
      ...from(version(1), version(1)),
      anInstance('i-arm', { type: 'm6g.large', reference: version(6, 'lt-arm') }),
      anInstance('i-m5', { type: 'm5.large', reference: version(2), imageId: 'ami-old' }),
    ]
    const previous = previousSourceOf({ source: mixed, instances })
    expect(previous?.references).toEqual([version(1), version(6, 'lt-arm')])
    expect([...(previous?.images ?? [])]).toEqual([['m5.large', 'ami-old']])
  })

  test('no launch configuration for a mixed policy: it could not express the same', () => {
    expect(previousSourceOf({ source: mixed, instances: from(configuration('web-1')) })).toBeUndefined()
  })
})
