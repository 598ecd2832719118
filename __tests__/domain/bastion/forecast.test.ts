import type { BastionChange } from '../../../src/domain/bastion/bastion.ts'
import { afterBastionChange, isBastionChangeVisible } from '../../../src/domain/bastion/forecast.ts'
import { probeHistoryAfter, noAnswerFor } from '../../../src/domain/bastion/ssh-check.ts'
import { aHost, aSpare, aSuccessor, anObservation, answered, NOW, noAnswer, theAddress } from './a-bastion.ts'

const subnet = { id: 'subnet-b', zone: 'b', lendsAddress: false }
const forecast = { run: '1/1/a', wish: 'wish', imageId: 'ami-2', wasProtected: true }

describe('a change that succeeds', () => {
  const observation = anObservation({
    old: aHost({ sourceDestCheck: false, protected: true }),
    successors: [aSuccessor({ noted: undefined })],
    temporary: [aSpare('i-new', { proof: { kind: 'only one' } })],
  })
  const rows: readonly { change: BastionChange; id?: string }[] = [
    { change: { kind: 'launch', subnet }, id: 'the new instance' },
    { change: { kind: 'forward-packets', instance: 'i-new' } },
    { change: { kind: 'allocate', instance: 'i-new', after: undefined }, id: 'a temporary address' },
    { change: { kind: 'note-address', instance: 'i-new', allocation: 'eipalloc-9' } },
    { change: { kind: 'associate', allocation: 'eipalloc-1', ip: '1.1.1.1', instance: 'i-new', purpose: 'move' } },
    { change: { kind: 'disassociate', allocation: 'eipalloc-9', association: 'eipassoc-9' } },
    { change: { kind: 'release', allocation: 'eipalloc-9' } },
    { change: { kind: 'protect', instance: 'i-old', protection: 'off' } },
    { change: { kind: 'terminate', instance: 'i-old', role: 'old' } },
    { change: { kind: 'forget', instance: 'i-new' } },
  ]
  test.each(rows)('does not show before and shows after: $change.kind', ({ change, id }) => {
    expect(isBastionChangeVisible(observation, change, { id })).toBe(false)
    expect(isBastionChangeVisible(afterBastionChange(observation, change, forecast), change, { id })).toBe(true)
  })

  test('takes the temporary address from the instance that gets the Elastic IP', () => {
    const change = {
      kind: 'associate',
      allocation: 'eipalloc-1',
      ip: '1.1.1.1',
      instance: 'i-new',
      purpose: 'move',
    } as const
    expect(afterBastionChange(observation, change, forecast)).toMatchObject({
      address: { holder: 'i-new' },
      temporary: [{ holder: undefined }],
    })
  })

  test('does not count as visible after a lost answer: a launch', () => {
    expect(isBastionChangeVisible(observation, { kind: 'launch', subnet }, { id: undefined })).toBe(false)
  })
})

describe('the probe history', () => {
  const probe = { instance: 'i-new', association: undefined, at: NOW }
  test('begins with the first probe', () => {
    expect(probeHistoryAfter(undefined, probe, { kind: 'no-answer', why: 'refused' })).toEqual(noAnswer(0))
  })

  test('continues with the same instance', () => {
    const after = probeHistoryAfter(noAnswer(50), probe, { kind: 'banner', text: 'SSH-2.0-x' })
    expect(after).toEqual(answered({ since: NOW - 50, firstHeardAt: NOW, lastHeardAt: NOW }))
  })

  test('starts again with another association', () => {
    const before = answered({ association: 'eipassoc-1' })
    expect(probeHistoryAfter(before, probe, { kind: 'no-answer', why: 'refused' })).toEqual(noAnswer(0))
  })

  test('has no answer since its last one', () => {
    const lost = answered({ since: NOW - 900, lastHeardAt: NOW - 100, noAnswer: 'refused' })
    expect(noAnswerFor(lost, { now: NOW, seconds: 120 })).toBeUndefined()
    expect(noAnswerFor(lost, { now: NOW, seconds: 60 })).toBe('for 2 minutes (refused)')
  })

  test('does not lack an answer without a probe, or after an answer', () => {
    expect(noAnswerFor(undefined, { now: NOW, seconds: 0 })).toBeUndefined()
    expect(noAnswerFor(answered(), { now: NOW + 999, seconds: 0 })).toBeUndefined()
  })
})

test('an address that moved is where it is', () => {
  expect(
    isBastionChangeVisible(
      anObservation({ address: theAddress('i-new') }),
      { kind: 'associate', allocation: 'eipalloc-1', ip: '1.1.1.1', instance: 'i-new', purpose: 'move' },
      { id: undefined },
    ),
  ).toBe(true)
})
