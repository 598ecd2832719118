import type { Fleet, LaunchSource, SourceImage } from '../../../src/domain/rollout/fleet.ts'
import { capacityOfGroup, isCurrent, isOutdated, parameterImage } from '../../../src/domain/rollout/capacity.ts'
import { afterWait } from '../../../src/domain/rollout/forecast.ts'
import { aFleet, aMemo, anInstance, aPolicy, fresh, NOW, old, template } from './a-fleet.ts'

const reference = { kind: 'template', id: 'lt-1', version: 2 } as const

const on = (image: SourceImage, change: Partial<LaunchSource> = {}): LaunchSource => ({
  ...template(2),
  parts: [{ reference, image, usesImage: true }],
  ...change,
})

const naming = (id: string | undefined): SourceImage => ({ kind: 'parameter', name: '/golden', id })

const running = (imageId: string | undefined) => anInstance('i-1', { reference, imageId })

describe('an instance of the version that its group launches', () => {
  test.each([
    { name: 'of the image that the parameter names', source: on(naming('ami-2')), imageId: 'ami-2', current: true },
    { name: 'of another image than it names', source: on(naming('ami-2')), imageId: 'ami-1', current: false },
    { name: 'of which EC2 does not say the image yet', source: on(naming('ami-2')), imageId: undefined, current: true },
    { name: 'while the parameter names none', source: on(naming(undefined)), imageId: 'ami-1', current: true },
    {
      name: 'of another image, which its version names itself',
      source: on({ kind: 'image', id: 'ami-2' }),
      imageId: 'ami-1',
      current: true,
    },
    { name: 'while nothing was read of the version', source: template(2), imageId: 'ami-1', current: true },
    {
      name: 'whose override brings an image, which takes the place of the parameter',
      source: on(naming('ami-2'), {
        kind: 'mixed',
        overrides: [{ instanceType: 't3.micro', reference, imageId: 'ami-9' }],
      }),
      imageId: 'ami-9',
      current: true,
    },
    {
      name: 'whose override has a template of its own, with a parameter that has moved',
      source: {
        ...template(1),
        kind: 'mixed' as const,
        overrides: [{ instanceType: 't3.micro', reference }],
        parts: [{ reference, image: naming('ami-2'), usesImage: true }],
      },
      imageId: 'ami-1',
      current: false,
    },
  ])('is current: $current $name', ({ source, imageId, current }) => {
    expect(isCurrent(running(imageId), source)).toBe(current)
  })
})

describe('while a roll is taken back by a run that goes on with it', () => {
  const memo = aMemo(4, { source: template(3).fingerprint, progress: { phase: 'taken-back' } })
  const outdated = (change: Partial<Fleet>): readonly string[] => {
    const fleet = aFleet([...old(1), ...fresh(1), ...fresh(2, { launchedAt: NOW - 30 }).slice(1)], { memo, ...change })
    return fleet.instances.filter((each) => isOutdated(each, fleet, aPolicy())).map(({ id }) => id)
  }
  test.each([
    { name: 'only what it has launched is outdated', change: { source: template(3) }, expected: ['i-new1'] },
    {
      name: 'all is where something else is launched since',
      change: { source: template(4) },
      expected: ['i-old0', 'i-new0', 'i-new1'],
    },
    {
      name: 'nothing is that is current',
      change: { source: template(2), memo: { ...memo, source: template(2).fingerprint } },
      expected: [],
    },
  ])('$name', ({ change, expected }) => {
    expect(outdated(change)).toEqual(expected)
  })
})

test('a parameter decides only the version that names it', () => {
  expect(parameterImage({ ...reference, version: 3 }, on(naming('ami-2')))).toBeUndefined()
  expect(parameterImage({ kind: 'configuration', name: 'lt-1' }, on(naming('ami-2')))).toBeUndefined()
})

test('a model launches the image that the parameter names, so that a plan comes to its end', () => {
  const source = on(naming('ami-7'))
  const fleet = aFleet([running('ami-1')], { source, sizes: { min: 0, max: 9, desired: 2 } })
  const after = afterWait({ ...fleet, at: NOW }, 60)
  expect(after.instances.map(({ imageId }) => imageId)).toEqual(['ami-1', 'ami-7'])
  expect(after.instances.map((each) => isCurrent(each, source))).toEqual([false, true])
})

describe('an outdated instance that serves is ready', () => {
  test.each([
    { name: 'at once, since its beginning is long ago', firstSeenAt: NOW - 5, readySince: NOW - 5, ready: true },
    { name: 'at once, though AWS was late to say so', firstSeenAt: NOW - 90, readySince: NOW - 5, ready: true },
    {
      name: 'not before the warm-up where it was seen to come up',
      firstSeenAt: NOW - 90,
      readySince: NOW - 59,
      cameUp: true as const,
      ready: false,
    },
    {
      name: 'not before the warm-up where it was launched shortly before the first look',
      launchedAt: NOW - 965,
      firstSeenAt: NOW - 6,
      readySince: NOW - 6,
      ready: false,
    },
    { name: 'at once where it was launched long enough before', launchedAt: NOW - 966, firstSeenAt: NOW - 6, readySince: NOW - 6, ready: true }, // prettier-ignore
    { name: 'after that', firstSeenAt: NOW - 90, readySince: NOW - 60, cameUp: true as const, ready: true },
    {
      name: 'at once while a roll is undone',
      firstSeenAt: NOW - 90,
      readySince: NOW - 5,
      cameUp: true as const,
      intent: 'restore' as const,
      ready: true,
    },
  ])('$name', ({ launchedAt = NOW - 3600, firstSeenAt, readySince, cameUp, intent = 'roll' as const, ready }) => {
    const one = anInstance('i-1', { launchedAt, firstSeenAt, readySince, cameUp })
    const fleet = aFleet([one], { slowStartSeconds: 60 })
    expect(capacityOfGroup(fleet, aPolicy({ intent })).readyCapacity).toBe(ready ? 1 : 0)
  })
})
