import type { AddressProof, Successor } from '../../../src/domain/bastion/bastion.ts'
import {
  leftAlone,
  type LaunchEvidence,
  type MarkedAddress,
  provenAddresses,
  type UnprovenLaunch,
  unknownLeft,
  whyNotLaunched,
  whyNotLaunchedFor,
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

interface UnprovenRow {
  readonly name: string
  readonly launch: Partial<UnprovenLaunch>
  readonly why: string | undefined
}

const noToken = 'its client token is none that a run gives to a launch'

test.each<UnprovenRow>([
  { name: 'a client token as runs give them', launch: {}, why: undefined },
  { name: 'a client token of the console', launch: { clientToken: '5f0c1f6e-8a51-4b7e-9c37' }, why: noToken },
  { name: 'no client token', launch: { clientToken: undefined }, why: noToken },
  {
    name: 'the name of another bastion',
    launch: { named: { old: 'i-9', address: 'eipalloc-9' } },
    why: 'its tag names another bastion',
  },
  {
    name: 'the name of another bastion alone',
    launch: { named: { old: 'i-9', address: undefined } },
    why: 'its tag names another bastion',
  },
  { name: 'the right address alone', launch: { named: { old: 'i-9', address: 'eipalloc-1' } }, why: undefined },
  { name: 'the right bastion alone', launch: { named: { old: 'i-old', address: undefined } }, why: undefined },
  {
    name: 'an address of its own',
    launch: { serves: ['2.2.2.2'] },
    why: 'it stands behind another Elastic IP, 2.2.2.2',
  },
])('an instance whose tag proves nothing, with $name, is judged by that', ({ launch, why }) => {
  const named = { old: undefined, address: undefined }
  const given = { clientToken: 'a'.repeat(40), named, serves: [], ...launch }
  expect(whyNotLaunchedFor(given, { old: 'i-old', address: 'eipalloc-1' })).toBe(why)
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
  {
    name: 'has a tag that cannot be read, and is named by nothing',
    address: { successor: undefined, unreadable: 'yes' },
    proof: { kind: 'none', doubt: 'foreign', why: 'its tag cannot be read: "yes"' },
  },
  {
    name: 'has a tag that cannot be read, and is named by its successor',
    address: { unreadable: 'yes' },
    proof: { kind: 'none', doubt: 'unknown', why: 'its tag cannot be read: "yes"' },
  },
  {
    name: 'was allocated for a successor whose note cannot be read',
    successors: [aSuccessor({ noted: 'yes' })],
    proof: {
      kind: 'none',
      doubt: 'unknown',
      why: 'the tag fleet-patch:bastion-address of i-new cannot be read: "yes"',
    },
  },
  { name: 'says not for whom', address: { successor: undefined }, proof: { kind: 'none', doubt: 'unknown' } },
])('an address that $name', ({ address, beside = [], successors = [aSuccessor()], proof }) => {
  const [first] = provenAddresses([{ ...aSpare(), ...address }, ...beside], { successors, old: 'i-old' })
  expect(first?.proof).toMatchObject(proof)
})

test('what is left alone is named, and what may be ours besides', () => {
  const none = (doubt: 'foreign' | 'unknown') => ({ proof: { kind: 'none', doubt, why: doubt } }) as const
  const observation = anObservation({
    strangers: [
      { id: 'i-copy', unreadable: undefined, why: 'its client token is another' },
      { id: 'i-other', unreadable: 'yes', why: 'its client token is none' },
      { id: 'i-old', unreadable: 'yes', why: '' },
    ],
    doubtful: [{ id: 'i-any', unreadable: 'half', why: 'its client token may be the one of a run' }],
    temporary: [
      aSpare(),
      aSpare(undefined, { allocation: 'eipalloc-7', ...none('foreign') }),
      aSpare(undefined, { allocation: 'eipalloc-8', ...none('unknown') }),
    ],
  })
  expect(leftAlone(observation)).toEqual([
    expect.stringContaining('i-copy carries the tag of a new bastion, but no run has launched it'),
    'The tag fleet-patch:bastion of the instance i-other cannot be read: "yes". No run has launched it for this bastion: its client token is none. It is left alone; delete the tag.',
    'The tag fleet-patch:bastion of the instance i-old says nothing: it is the bastion itself. Delete the tag.',
    expect.stringContaining('eipalloc-7'),
    'It cannot be told whether a run has launched the instance i-any for this bastion: its tag fleet-patch:bastion cannot be read ("half"), and its client token may be the one of a run. It is left alone.',
    expect.stringContaining('eipalloc-8'),
  ])
  expect(unknownLeft(observation)).toEqual([expect.stringContaining('i-any'), expect.stringContaining('eipalloc-8')])
})
