import type {
  BastionRunState,
  BastionPolicy,
  BastionStep,
  BastionObservation,
  Successor,
} from '../../../src/domain/bastion/bastion.ts'
import { nextBastionStep } from '../../../src/domain/bastion/rules.ts'
import {
  aHost,
  aPolicy,
  aSpare,
  aSuccessor,
  anObservation,
  answered,
  looseAddress,
  nothingKnown,
  NOW,
  noAnswer,
  theAddress,
} from './a-bastion.ts'

interface Row {
  readonly name: string
  readonly observation?: Partial<BastionObservation>
  readonly policy?: Partial<BastionPolicy>
  readonly state?: Partial<BastionRunState>
  readonly step: Partial<Record<string, unknown>> & { readonly kind: BastionStep['kind'] }
}

const next = (over: Partial<Successor> = {}) => ({ successors: [aSuccessor(over)] })
const own = answered()
const there = { moved: answered({ association: 'eipassoc-i-new' }) }
const moved = { address: theAddress('i-new'), ...next() }
const memo = aSuccessor().memo
const unknown = { proof: { kind: 'none', doubt: 'unknown', why: 'several say so' } } as const
const doubtful = (id: string) => ({ doubtful: [{ id, unreadable: 'yes', why: 'its client token may be the one of a run' }] }) // prettier-ignore
const copy = aSpare(undefined, { allocation: 'eipalloc-8', ip: '8.8.8.8', ...unknown })

const replacing: readonly Row[] = [
  {
    name: 'launches nothing beside an instance that may be the new one',
    observation: doubtful('i-any'),
    step: { kind: 'halt', stage: 'launch', reason: expect.stringContaining('the instance i-any for this bastion') },
  },
  {
    name: 'goes on with a new one that is proven, whatever may be one besides',
    observation: { ...next({ state: 'pending', checks: 'unknown' }), ...doubtful('i-any') },
    step: { kind: 'wait', stage: 'start' },
  },
  {
    name: 'repeats a launch that is not shown yet beside an instance that may be the new one',
    observation: doubtful('i-any'),
    state: { launched: { id: 'i-new', at: NOW - 100 } },
    step: { kind: 'launch' },
  },
  {
    name: 'halts where the address points at an instance that may be the new one',
    observation: { address: theAddress('i-any'), ...next(), ...doubtful('i-any') },
    step: { kind: 'halt', stage: 'ssh-after-move', reason: expect.stringContaining('i-any') },
  },
  {
    name: 'halts where others have changed the tag of the new one',
    observation: next({ tag: 'changed' }),
    step: { kind: 'halt', stage: 'start', reason: expect.stringContaining('i-new was changed or deleted by others') },
  },
  {
    name: 'halts where others have deleted the tag of the new one behind the address',
    observation: { address: theAddress('i-new') },
    state: { launched: { id: 'i-new', at: NOW - 100 } },
    step: { kind: 'halt', stage: 'ssh-after-move', reason: expect.stringContaining('i-new was changed or deleted') },
  },
  {
    name: 'allocates no second address where the first is not told from its note',
    observation: { ...next({ noted: 'yes', publicIp: undefined }), temporary: [aSpare(undefined, unknown)] },
    step: { kind: 'halt', stage: 'ssh-before-move' },
  },
  {
    name: 'allocates the first address where the note cannot be read',
    observation: next({ noted: 'yes', publicIp: undefined }),
    step: { kind: 'allocate', after: undefined },
  },
  { name: 'launches in the best subnet', step: { kind: 'launch', subnet: aPolicy().subnets[0] } },
  {
    name: 'launches in the next subnet where the best is full',
    state: { full: { 'subnet-b': 'no capacity' } },
    step: { kind: 'launch', subnet: aPolicy().subnets[1] },
  },
  {
    name: 'halts where every subnet is full, and says of each why',
    state: { full: { 'subnet-b': 'no capacity', 'subnet-a': 'no address' } },
    step: {
      kind: 'halt',
      stage: 'launch',
      reason: 'no subnet has room: subnet-b: no capacity; subnet-a: no address',
    },
  },
  {
    name: 'repeats a launch that is not shown yet, with the same parameters',
    state: { launched: { id: 'i-new', at: NOW - 100 } },
    step: { kind: 'launch' },
  },
  {
    name: 'halts where a launch is never shown',
    state: { launched: { id: 'i-new', at: NOW - 901 } },
    step: { kind: 'halt', stage: 'launch' },
  },
  {
    name: 'waits while it is pending',
    observation: next({ state: 'pending', checks: 'unknown' }),
    step: { kind: 'wait', stage: 'start' },
  },
  {
    name: 'waits for the status checks',
    observation: next({ checks: 'initializing' }),
    step: { kind: 'wait', stage: 'start' },
  },
  { name: 'waits for failing checks to recover', observation: next({ checks: 'impaired' }), step: { kind: 'wait' } },
  {
    name: 'halts where it never starts',
    observation: next({ checks: 'impaired', launchedAt: NOW - 901 }),
    step: { kind: 'halt', stage: 'start', reason: 'i-new fails its status checks 15 minutes after its launch' },
  },
  { name: 'halts where it stops', observation: next({ state: 'stopping' }), step: { kind: 'halt', stage: 'start' } },
  {
    name: "halts where this run's launch has ended",
    observation: next({ state: 'terminated', stateReason: 'Client.InvalidKMSKey' }),
    state: { launched: { id: 'i-new', at: NOW } },
    step: { kind: 'halt', stage: 'start', reason: 'the new instance i-new is terminated: Client.InvalidKMSKey' },
  },
  {
    name: "launches again where another run's launch has ended",
    observation: next({ state: 'terminated' }),
    step: { kind: 'launch' },
  },
  {
    name: 'forwards packets as the old one does, once it runs',
    observation: { old: aHost({ sourceDestCheck: false }), ...next() },
    step: { kind: 'forward-packets', instance: 'i-new' },
  },
  {
    name: 'forwards packets as the old one did when it was launched',
    observation: next({ memo: { ...memo, forwards: true } }),
    step: { kind: 'forward-packets', instance: 'i-new' },
  },
  {
    name: 'probes its public address',
    observation: next(),
    step: { kind: 'probe', where: 'own', address: '2.2.2.2', association: undefined },
  },
  {
    name: 'probes its private address where the input says so',
    observation: next(),
    policy: { probe: 'private' },
    step: { kind: 'probe', where: 'own', address: '10.0.1.1' },
  },
  {
    name: 'allocates an address for an instance without one',
    observation: next({ publicIp: undefined }),
    step: { kind: 'allocate', instance: 'i-new', after: 'eipalloc-9' },
  },
  {
    name: 'allocates the first address for an instance without one',
    observation: next({ publicIp: undefined, noted: undefined }),
    step: { kind: 'allocate', instance: 'i-new', after: undefined },
  },
  {
    name: 'allocates one more where the address that is noted was released, and a copy of its tag is left',
    observation: { ...next({ publicIp: undefined }), temporary: [copy] },
    step: { kind: 'allocate', instance: 'i-new', after: 'eipalloc-9' },
  },
  {
    name: 'associates the temporary address',
    observation: { ...next({ publicIp: undefined }), temporary: [aSpare()] },
    step: { kind: 'associate', allocation: 'eipalloc-9', instance: 'i-new', purpose: 'probe' },
  },
  {
    name: 'probes the temporary address',
    observation: { ...next({ publicIp: '9.9.9.9' }), temporary: [aSpare('i-new')] },
    step: { kind: 'probe', address: '9.9.9.9', association: 'eipassoc-9' },
  },
  {
    name: 'probes again after no answer',
    observation: next(),
    state: { own: noAnswer(599) },
    step: { kind: 'probe', where: 'own' },
  },
  {
    name: 'halts after too long without an answer',
    observation: next(),
    state: { own: noAnswer(601) },
    step: { kind: 'halt', stage: 'ssh-before-move', reason: 'i-new does not answer SSH for 10 minutes (refused)' },
  },
  {
    name: 'ignores the answer of another instance',
    observation: next(),
    state: { own: answered({ instance: 'i-other' }) },
    step: { kind: 'probe' },
  },
  {
    name: 'moves the address once the instance has answered',
    observation: next(),
    state: { own },
    step: { kind: 'associate', allocation: 'eipalloc-1', instance: 'i-new', purpose: 'move' },
  },
  {
    name: 'associates an address that points at nothing',
    observation: { address: looseAddress, ...next() },
    state: { own },
    step: { kind: 'associate', purpose: 'move' },
  },
  {
    name: 'probes the address once it has moved',
    observation: moved,
    state: { own },
    step: { kind: 'probe', where: 'moved', address: '1.1.1.1', association: 'eipassoc-i-new' },
  },
  {
    name: 'ignores an answer through an earlier association',
    observation: moved,
    state: { moved: answered({ association: 'eipassoc-before' }) },
    step: { kind: 'probe', where: 'moved' },
  },
  {
    name: 'halts after too long without an answer at the address',
    observation: moved,
    state: { moved: noAnswer(601, { association: 'eipassoc-i-new' }) },
    step: { kind: 'halt', stage: 'ssh-after-move' },
  },
  {
    name: 'halts where the new one stops after the move',
    observation: { address: theAddress('i-new'), ...next({ state: 'stopped' }) },
    step: { kind: 'halt', stage: 'ssh-after-move' },
  },
  {
    name: 'keeps the old one for the given minutes',
    observation: moved,
    policy: { keepOldSeconds: 60 },
    state: there,
    step: { kind: 'wait', stage: 'retire-old' },
  },
  {
    name: 'probes again before the termination of the old one where the last answer is old',
    observation: moved,
    state: { moved: answered({ association: 'eipassoc-i-new', firstHeardAt: NOW - 300, lastHeardAt: NOW - 61 }) },
    step: { kind: 'probe', where: 'moved' },
  },
  {
    name: 'keeps probing where the last probe had no answer',
    observation: moved,
    state: { moved: answered({ association: 'eipassoc-i-new', noAnswer: 'refused' }) },
    step: { kind: 'probe', where: 'moved' },
  },
  {
    name: 'terminates the old one',
    observation: moved,
    state: there,
    step: { kind: 'terminate', instance: 'i-old', role: 'old' },
  },
  {
    name: 'lifts the protection of the old one where that is allowed',
    observation: { ...moved, old: aHost({ protected: true }) },
    policy: { oldProtection: 'lift' },
    state: there,
    step: { kind: 'protect', instance: 'i-old', protection: 'off' },
  },
  {
    name: 'halts where it is not allowed',
    observation: { ...moved, old: aHost({ protected: true }) },
    state: there,
    step: { kind: 'halt', stage: 'retire-old' },
  },
  {
    name: 'halts where another process has moved the address',
    observation: { address: theAddress('i-third'), ...next() },
    step: { kind: 'halt', stage: 'move', reason: '1.1.1.1 was moved to i-third from outside this run' },
  },
  {
    name: 'terminates an instance that an earlier run launched from another request',
    observation: next({ memo: { ...memo, run: '0/1/z', wish: 'other' } }),
    step: { kind: 'terminate', instance: 'i-new', role: 'new' },
  },
  {
    name: 'continues with an instance that an earlier run launched from the same request',
    observation: next({ memo: { ...memo, run: '0/1/z' } }),
    state: { own },
    step: { kind: 'associate', purpose: 'move' },
  },
  {
    name: 'continues with the instance that has the address, from any request',
    observation: { address: theAddress('i-new'), ...next({ memo: { ...memo, wish: 'other' } }) },
    state: there,
    step: { kind: 'terminate', instance: 'i-old' },
  },
  {
    name: 'terminates a second successor',
    observation: { successors: [aSuccessor({ id: 'i-more', memo: { ...memo, run: '0/1/z' } }), aSuccessor()] },
    step: { kind: 'terminate', instance: 'i-more' },
  },
  {
    name: 'releases an address that an earlier run has leaked',
    observation: { temporary: [aSpare()] },
    step: { kind: 'release', allocation: 'eipalloc-9' },
  },
  {
    name: 'takes a leaked address off the successor that it was allocated for, first',
    observation: { temporary: [aSpare('i-new')] },
    step: { kind: 'disassociate', association: 'eipassoc-9' },
  },
  {
    name: 'notes a temporary address before it is associated',
    observation: { ...next({ publicIp: undefined }), temporary: [aSpare(undefined, { proof: { kind: 'only one' } })] },
    step: { kind: 'note-address', instance: 'i-new', allocation: 'eipalloc-9' },
  },
  {
    name: 'notes what AWS gave to this run, whatever else claims to be its own',
    observation: { ...next({ publicIp: undefined }), temporary: [aSpare(undefined, unknown), copy] },
    state: { allocated: ['eipalloc-9'] },
    step: { kind: 'note-address', allocation: 'eipalloc-9' },
  },
  {
    name: 'halts where it is not known which address is its own',
    observation: {
      ...next({ publicIp: undefined, noted: undefined }),
      temporary: [aSpare(undefined, unknown), copy],
    },
    step: {
      kind: 'halt',
      reason: 'it is not known which of eipalloc-9, eipalloc-8 is the temporary address of i-new',
    },
  },
  {
    name: 'halts where it is not known which address has come after the one that is noted',
    observation: {
      ...next({ publicIp: undefined }),
      temporary: [
        { ...copy, after: 'eipalloc-9' },
        { ...copy, allocation: 'eipalloc-7', after: 'eipalloc-9' },
      ],
    },
    step: {
      kind: 'halt',
      reason: 'it is not known which of eipalloc-8, eipalloc-7 is the temporary address of i-new',
    },
  },
  {
    name: 'leaves an address with a copied tag alone',
    observation: { temporary: [copy] },
    step: { kind: 'launch' },
  },
  {
    name: 'releases an address that is not noted only after it has noted it',
    observation: { ...next(), temporary: [aSpare(undefined, { successor: 'i-more', proof: { kind: 'only one' } })] },
    step: { kind: 'note-address', instance: 'i-more', allocation: 'eipalloc-9' },
  },
  {
    name: 'releases the temporary address before the termination of the old one',
    observation: { ...moved, temporary: [aSpare()] },
    state: there,
    step: { kind: 'release', allocation: 'eipalloc-9' },
  },
]

const goneOld = { old: aHost({ state: 'shutting-down' }) }

const afterwards: readonly Row[] = [
  {
    name: 'leaves the address with an instance that may be the new one, and asks',
    observation: { ...goneOld, address: theAddress('i-any'), ...doubtful('i-any') },
    step: { kind: 'stuck', remedy: expect.stringContaining('If i-any is to be the bastion') },
  },
  { name: 'removes the memo', observation: { ...moved, ...goneOld }, step: { kind: 'forget', instance: 'i-new' } },
  {
    name: 'lets the new one forward packets as the old one did',
    observation: {
      ...goneOld,
      address: theAddress('i-new'),
      ...next({ memo: { ...memo, forwards: true, wasProtected: true } }),
    },
    step: { kind: 'forward-packets', instance: 'i-new' },
  },
  {
    name: 'which it does already',
    observation: {
      ...goneOld,
      address: theAddress('i-new'),
      ...next({ memo: { ...memo, forwards: true }, sourceDestCheck: false }),
    },
    step: { kind: 'forget', instance: 'i-new' },
  },
  {
    name: 'protects the new one as the old one was',
    observation: {
      ...goneOld,
      address: theAddress('i-new'),
      ...next({ memo: { ...memo, wasProtected: true }, protected: false }),
    },
    step: { kind: 'protect', instance: 'i-new', protection: 'on' },
  },
  {
    name: 'moves the address to the new one where the old one terminated by itself',
    observation: { ...goneOld, ...next({ checks: 'initializing' }) },
    step: { kind: 'associate', allocation: 'eipalloc-1', instance: 'i-new', purpose: 'move' },
  },
  {
    name: 'the same where EC2 does not know the old one any more and the address points at nothing',
    observation: { old: undefined, address: looseAddress, ...next() },
    step: { kind: 'associate', purpose: 'move' },
  },
  {
    name: 'waits for the new one to run',
    observation: { ...goneOld, ...next({ state: 'pending' }) },
    step: { kind: 'wait' },
  },
  {
    name: 'needs a person where no bastion is left',
    observation: goneOld,
    step: { kind: 'stuck', reason: 'the bastion i-old is gone and nothing was launched in its place' },
  },
  {
    name: 'needs a person where the new one is stopped',
    observation: { ...goneOld, ...next({ state: 'stopped' }) },
    step: { kind: 'stuck' },
  },
  {
    name: 'leaves an address that another process has moved',
    observation: { ...goneOld, address: theAddress('i-third'), ...next() },
    step: { kind: 'stuck', reason: '1.1.1.1 was moved to i-third from outside this run' },
  },
  {
    name: 'releases temporary addresses',
    observation: { ...moved, ...goneOld, temporary: [aSpare('i-new')] },
    step: { kind: 'disassociate' },
  },
  {
    name: 'terminates a second successor, never the one with the address',
    observation: { ...goneOld, address: theAddress('i-new'), successors: [aSuccessor({ id: 'i-more' }), aSuccessor()] },
    step: { kind: 'terminate', instance: 'i-more' },
  },
]

const restoring: readonly Row[] = [
  { name: 'does nothing where nothing was begun', step: { kind: 'done' } },
  { name: 'terminates the new one', observation: next(), step: { kind: 'terminate', instance: 'i-new', role: 'new' } },
  {
    name: 'first moves the address back',
    observation: moved,
    step: { kind: 'associate', allocation: 'eipalloc-1', instance: 'i-old', purpose: 'back' },
  },
  {
    name: 'moves an address back that points at nothing',
    observation: { address: looseAddress, ...next() },
    step: { kind: 'associate', instance: 'i-old', purpose: 'back' },
  },
  {
    name: 'leaves the address where the old one cannot take it',
    observation: { ...moved, old: aHost({ state: 'stopped' }) },
    step: { kind: 'stuck', stage: 'rollback' },
  },
  {
    name: 'waits for an old one that is starting',
    observation: { ...moved, old: aHost({ state: 'pending' }) },
    step: { kind: 'wait' },
  },
  {
    name: 'protects the old one again before the memo is removed',
    observation: { old: aHost({ protected: false }), ...next({ memo: { ...memo, wasProtected: true } }) },
    step: { kind: 'protect', instance: 'i-old', protection: 'on' },
  },
  {
    name: 'leaves an old one unprotected that was not protected before',
    observation: { old: aHost({ protected: false }), ...next() },
    step: { kind: 'terminate', instance: 'i-new' },
  },
  {
    name: 'disassociates and releases the temporary address before the termination of the new one',
    observation: { ...next(), temporary: [aSpare('i-new')] },
    step: { kind: 'disassociate', association: 'eipassoc-9' },
  },
  { name: 'releases it', observation: { ...next(), temporary: [aSpare()] }, step: { kind: 'release' } },
  {
    name: 'leaves an address alone that nothing proves to be of a run',
    observation: { temporary: [copy] },
    step: { kind: 'done' },
  },
  {
    name: 'leaves an address alone that serves another instance by now, though AWS gave it to this run',
    observation: { temporary: [aSpare('i-third', unknown)] },
    state: { allocated: ['eipalloc-9'] },
    step: { kind: 'done' },
  },
  {
    name: 'leaves an instance with a copied tag alone',
    observation: { strangers: [{ id: 'i-copy', unreadable: undefined, why: 'its client token is another' }] },
    step: { kind: 'done' },
  },
  {
    name: 'leaves an instance alone that may be the new one, also behind the address',
    observation: { address: theAddress('i-any'), ...doubtful('i-any') },
    step: { kind: 'done' },
  },
  {
    name: 'gives the address back from a launch whose tag is gone, before that is terminated',
    observation: { address: theAddress('i-new') },
    state: { launched: { id: 'i-new', at: NOW } },
    step: { kind: 'associate', instance: 'i-old', purpose: 'back' },
  },
  {
    name: 'terminates a launch that EC2 does not show yet',
    state: { launched: { id: 'i-unseen', at: NOW } },
    step: { kind: 'terminate', instance: 'i-unseen' },
  },
  {
    name: 'is done once the new one is shutting down',
    observation: next({ state: 'shutting-down' }),
    state: { launched: { id: 'i-new', at: NOW } },
    step: { kind: 'done' },
  },
  {
    name: 'leaves an address that another process has moved, and terminates the new one',
    observation: { address: theAddress('i-third'), ...next() },
    step: { kind: 'terminate', instance: 'i-new' },
  },
  {
    name: 'continues where the old one is shutting down',
    observation: { ...moved, ...goneOld },
    step: { kind: 'forget', instance: 'i-new' },
  },
]

const stepOf = ({ observation, policy, state }: Row, intent: BastionPolicy['intent']): BastionStep =>
  nextBastionStep(anObservation(observation), aPolicy({ intent, ...policy }), { ...nothingKnown, ...state })

describe('replacing', () => {
  test.each(replacing)('$name', (row) => {
    expect(stepOf(row, 'replace')).toMatchObject(row.step)
  })
})

describe('once the old one is shutting down, for every intent', () => {
  test.each(afterwards)('$name', (row) => {
    for (const intent of ['replace', 'undo'] as const) expect(stepOf(row, intent)).toMatchObject(row.step)
  })
})

describe('restoring', () => {
  test.each(restoring)('$name', (row) => {
    expect(stepOf(row, 'undo')).toMatchObject(row.step)
  })
})
