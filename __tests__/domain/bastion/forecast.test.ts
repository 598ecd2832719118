import type { BastionChange } from '../../../src/domain/bastion/bastion.ts'
import { afterBastionChange, isBastionChangeVisible } from '../../../src/domain/bastion/forecast.ts'
import { probeHistoryAfter, noAnswerFor } from '../../../src/domain/bastion/ssh-check.ts'
import { aHost, aSpare, aSuccessor, aWorld, heard, NOW, silent, theAddress } from './a-bastion.ts'

const subnet = { id: 'subnet-b', zone: 'b', lendsAddress: false }
const forecast = { run: '1/1/a', wish: 'wish', imageId: 'ami-2', wasProtected: true }

describe('a change that goes well', () => {
  const observation = aWorld({
    old: aHost({ sourceDestCheck: false, protected: true }),
    successors: [aSuccessor()],
    temporary: [aSpare('i-new')],
  })
  const rows: readonly { change: BastionChange; id?: string }[] = [
    { change: { kind: 'launch', subnet }, id: 'the new instance' },
    { change: { kind: 'forward-packets', instance: 'i-new' } },
    { change: { kind: 'allocate' }, id: 'a temporary address' },
    { change: { kind: 'associate', allocation: 'eipalloc-1', ip: '1.1.1.1', instance: 'i-new', purpose: 'move' } },
    { change: { kind: 'disassociate', allocation: 'eipalloc-9', association: 'eipassoc-9' } },
    { change: { kind: 'release', allocation: 'eipalloc-9' } },
    { change: { kind: 'protect', instance: 'i-old', protection: 'off' } },
    { change: { kind: 'terminate', instance: 'i-old', role: 'old' } },
    { change: { kind: 'forget', instance: 'i-new' } },
  ]
  test.each(rows)('is not seen before and is seen after: $change.kind', ({ change, id }) => {
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

  test('of which the answer was lost is not taken for seen: a launch', () => {
    expect(isBastionChangeVisible(observation, { kind: 'launch', subnet }, { id: undefined })).toBe(false)
  })
})

describe('a hearing', () => {
  const question = { instance: 'i-new', association: undefined, at: NOW }
  test('begins with the first question', () => {
    expect(probeHistoryAfter(undefined, question, { kind: 'silence', why: 'refused' })).toEqual(silent(0))
  })

  test('goes on with the same instance', () => {
    const answered = probeHistoryAfter(silent(50), question, { kind: 'banner', text: 'SSH-2.0-x' })
    expect(answered).toEqual(heard({ since: NOW - 50, firstHeardAt: NOW, lastHeardAt: NOW }))
  })

  test('begins anew with another association', () => {
    const before = heard({ association: 'eipassoc-1' })
    expect(probeHistoryAfter(before, question, { kind: 'silence', why: 'refused' })).toEqual(silent(0))
  })

  test('is silent since its last answer', () => {
    const lost = heard({ since: NOW - 900, lastHeardAt: NOW - 100, silence: 'refused' })
    expect(noAnswerFor(lost, { now: NOW, seconds: 120 })).toBeUndefined()
    expect(noAnswerFor(lost, { now: NOW, seconds: 60 })).toBe('for 2 minutes (refused)')
  })

  test('is not silent while nobody asked, or after an answer', () => {
    expect(noAnswerFor(undefined, { now: NOW, seconds: 0 })).toBeUndefined()
    expect(noAnswerFor(heard(), { now: NOW + 999, seconds: 0 })).toBeUndefined()
  })
})

test('an address that moved is where it is', () => {
  expect(
    isBastionChangeVisible(
      aWorld({ address: theAddress('i-new') }),
      { kind: 'associate', allocation: 'eipalloc-1', ip: '1.1.1.1', instance: 'i-new', purpose: 'move' },
      { id: undefined },
    ),
  ).toBe(true)
})
