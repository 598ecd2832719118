import { terminateSpares, terminateSurplus } from '../../../src/domain/bastion/cleanup.ts'
import { anObservation, aSpare, aSuccessor, nothingKnown, theAddress } from './a-bastion.ts'

const first = aSuccessor()
const second = aSuccessor({ id: 'i-second' })
const ending = aSuccessor({ id: 'i-ending', state: 'shutting-down' })

describe('of the new instances', () => {
  test.each([
    { name: 'the one to keep stays', successors: [first], keep: first, holder: 'i-old', expected: undefined },
    { name: 'another one ends', successors: [first, second], keep: first, holder: 'i-old', expected: 'i-second' },
    {
      name: 'one ends where none is to be kept',
      successors: [first],
      keep: undefined,
      holder: 'i-old',
      expected: 'i-new',
    },
    {
      name: 'the one behind the address stays, though another is to be kept',
      successors: [first, second],
      keep: first,
      holder: 'i-second',
      expected: undefined,
    },
    {
      name: 'one that ends already is left alone',
      successors: [ending],
      keep: undefined,
      holder: 'i-old',
      expected: undefined,
    },
  ])('$name', ({ successors, keep, holder, expected }) => {
    const observation = anObservation({ successors, address: theAddress(holder) })
    const step = terminateSurplus(observation, { stage: 'launch', keep })
    expect(step && { ...step, reason: '' }).toEqual(
      expected && { kind: 'terminate', stage: 'launch', instance: expected, role: 'new', reason: '' },
    )
  })
})

describe('a temporary address', () => {
  test.each([
    {
      name: 'stays while the instance needs it that it was allocated for',
      holder: 'i-new',
      user: 'i-new',
      kind: undefined,
    },
    { name: 'is disassociated first', holder: 'i-new', user: 'i-other', kind: 'disassociate' },
    { name: 'is released once it points at nothing', holder: undefined, user: 'i-other', kind: 'release' },
  ])('$name', ({ holder, user, kind }) => {
    const own = [aSpare(holder, { successor: 'i-new' })]
    expect(terminateSpares(own, { stage: 'launch', user, state: nothingKnown })?.kind).toBe(kind)
  })
})
