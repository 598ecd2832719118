import type { AddressProof, Successor } from '../../../src/domain/bastion/bastion.ts'
import {
  leftAlone,
  type LaunchEvidence,
  type MarkedAddress,
  provenAddresses,
  unknownLeft,
  whyNotLaunched,
} from '../../../src/domain/bastion/ownership.ts'
import { aSpare, aSuccessor, anObservation, NOW } from './a-bastion.ts'

interface LaunchRow {
  readonly name: string
  readonly evidence: Partial<LaunchEvidence>
  readonly why: string | undefined
}

const otherToken = 'its client token is not the one of the launch that the tag was written for'

test.each<LaunchRow>([
  { name: 'the token of its launch, after the start of the run', evidence: {}, why: undefined },
  { name: 'another token', evidence: { clientToken: 'console' }, why: otherToken },
  { name: 'no token', evidence: { clientToken: undefined }, why: otherToken },
  { name: 'an empty token', evidence: { clientToken: '' }, why: otherToken },
  {
    name: 'a launch long before the run began',
    evidence: { launchedAt: NOW - 7201 },
    why: 'it was launched before the run began that the tag was written by',
  },
  { name: 'a launch before it by no more than clocks differ', evidence: { launchedAt: NOW - 7000 }, why: undefined },
  { name: 'the token of a tag that holds no start', evidence: { since: undefined, launchedAt: 0 }, why: undefined },
])('an instance with $name is judged by that', ({ evidence, why }) => {
  const facts = { clientToken: 'token', expectedToken: 'token', launchedAt: NOW, since: NOW, ...evidence }
  expect(whyNotLaunched(facts)).toBe(why)
})

interface AddressRow {
  readonly name: string
  readonly address?: Partial<MarkedAddress>
  readonly beside?: readonly MarkedAddress[]
  readonly successors?: readonly Successor[]
  readonly proof: Partial<AddressProof>
}

const unnoted = aSuccessor({ noted: undefined })
const behind = { association: 'eipassoc-9' }

test.each<AddressRow>([
  { name: 'is noted on its successor', proof: { kind: 'noted' } },
  { name: 'is noted and points at it', address: { ...behind, holder: 'i-new' }, proof: { kind: 'noted' } },
  {
    name: 'is noted on a successor that has ended',
    successors: [aSuccessor({ state: 'terminated' })],
    proof: { kind: 'noted' },
  },
  { name: 'is not noted and the only one', successors: [unnoted], proof: { kind: 'only one' } },
  {
    name: 'is one of two that are not noted',
    successors: [unnoted],
    beside: [aSpare(undefined, { allocation: 'eipalloc-8' })],
    proof: { kind: 'none', doubt: 'unknown', why: 'several addresses say to be allocated for i-new' },
  },
  {
    name: 'is not noted, and a copy of it serves elsewhere',
    successors: [unnoted],
    beside: [aSpare('i-third', { allocation: 'eipalloc-8' })],
    proof: { kind: 'none', doubt: 'unknown' },
  },
  {
    name: 'is not noted on a successor that has ended',
    successors: [aSuccessor({ noted: undefined, state: 'terminated' })],
    proof: { kind: 'none', doubt: 'unknown' },
  },
  {
    name: 'is none where another is noted',
    successors: [aSuccessor({ noted: 'eipalloc-8' })],
    proof: { kind: 'none', doubt: 'foreign', why: 'the temporary address of i-new is eipalloc-8' },
  },
  {
    name: 'came after the one that is noted',
    address: { after: 'eipalloc-8' },
    successors: [aSuccessor({ noted: 'eipalloc-8' })],
    proof: { kind: 'only one' },
  },
  {
    name: 'came after the one that is noted, while a copy of the tag of that one is left',
    address: { after: 'eipalloc-8' },
    successors: [aSuccessor({ noted: 'eipalloc-8' })],
    beside: [aSpare(undefined, { allocation: 'eipalloc-7' })],
    proof: { kind: 'only one' },
  },
  {
    name: 'is one of two that came after the one that is noted',
    address: { after: 'eipalloc-8' },
    successors: [aSuccessor({ noted: 'eipalloc-8' })],
    beside: [aSpare(undefined, { allocation: 'eipalloc-7', after: 'eipalloc-8' })],
    proof: { kind: 'none', doubt: 'unknown', why: 'several addresses say to be allocated for i-new' },
  },
  {
    name: 'came after another one than is noted',
    address: { after: 'eipalloc-7' },
    successors: [aSuccessor({ noted: 'eipalloc-8' })],
    proof: { kind: 'none', doubt: 'foreign' },
  },
  {
    name: 'came after one that is noted no more',
    address: { after: 'eipalloc-8' },
    successors: [unnoted],
    proof: { kind: 'none', doubt: 'unknown', why: 'i-new names no temporary address any more' },
  },
  {
    name: 'is noted, but serves another instance',
    address: { ...behind, holder: 'i-third' },
    proof: { kind: 'none', doubt: 'foreign', why: 'it points at i-third' },
  },
  {
    name: 'is noted, but serves a network interface',
    address: { ...behind, holder: 'eni-1' },
    proof: { kind: 'none', doubt: 'foreign', why: 'it points at eni-1' },
  },
  {
    name: 'was allocated for an instance that no run has launched',
    address: { successor: 'i-copy' },
    proof: { kind: 'none', doubt: 'unknown' },
  },
  {
    name: 'was allocated for what is the bastion by now',
    address: { successor: 'i-old' },
    proof: { kind: 'none', doubt: 'foreign' },
  },
  { name: 'says not for whom', address: { successor: undefined }, proof: { kind: 'none', doubt: 'unknown' } },
])('an address that $name', ({ address, beside = [], successors = [aSuccessor()], proof }) => {
  const [first] = provenAddresses([{ ...aSpare(), ...address }, ...beside], { successors, old: 'i-old' })
  expect(first?.proof).toMatchObject(proof)
})

test('what is left alone is named, and what may be ours besides', () => {
  const none = (doubt: 'foreign' | 'unknown') => ({ proof: { kind: 'none', doubt, why: doubt } }) as const
  const observation = anObservation({
    strangers: [{ id: 'i-copy', why: 'its client token is another' }],
    temporary: [
      aSpare(),
      aSpare(undefined, { allocation: 'eipalloc-7', ...none('foreign') }),
      aSpare(undefined, { allocation: 'eipalloc-8', ...none('unknown') }),
    ],
  })
  expect(leftAlone(observation)).toEqual([
    expect.stringContaining('i-copy'),
    expect.stringContaining('eipalloc-7'),
    expect.stringContaining('eipalloc-8'),
  ])
  expect(unknownLeft(observation)).toEqual([expect.stringContaining('eipalloc-8')])
})
