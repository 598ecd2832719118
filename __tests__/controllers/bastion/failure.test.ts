import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { Cancelled, UserError } from '../../../src/errors.ts'
import { bastionCallFailed } from '../../../src/controllers/bastion/failure.ts'
import type { BastionEvent, BastionReplacement, Taken } from '../../../src/controllers/bastion/ports.ts'
import { newRun } from '../../../src/controllers/bastion/progress.ts'
import { anObservation, aPolicy, NOW } from '../../domain/bastion/a-bastion.ts'

const step: Taken['step'] = {
  kind: 'allocate',
  stage: 'ssh-before-move',
  instance: 'i-new',
  after: undefined,
  reason: 'a test',
}

const request: BastionReplacement = {
  name: 'bastion',
  port: {
    look: async () => anObservation(),
    apply: () => Promise.reject(new Error('nothing is applied here')),
  },
  probe: { ask: () => Promise.reject(new Error('nothing is asked here')) },
  sshPort: 22,
  policy: aPolicy(),
  clock: { now: () => NOW * 1000, sleep: async () => {} },
  tell: () => {},
  deadline: NOW + 3600,
  pollSeconds: () => 5,
  patienceSeconds: 60,
  signal: new AbortController().signal,
}

const LOST = new UncertainOutcome('ec2:AllocateAddress', { message: 'No answer.', cause: undefined })

test('answers that are lost are one warning, and a line a minute', () => {
  const told: BastionEvent[] = []
  const track = { ...newRun(request), last: anObservation() }
  for (let at = NOW; at <= NOW + 150; at += 5)
    bastionCallFailed({ ...request, tell: (event) => told.push(event) }, track, { step, at, error: LOST })
  expect(told).toEqual([
    { kind: 'warning', message: 'No answer. Looking again.' },
    { kind: 'note', at: NOW + 60, message: 'No answer. Looking again.' },
    { kind: 'note', at: NOW + 120, message: 'No answer. Looking again.' },
  ])
})

describe('a call about a bastion', () => {
  test.each([
    {
      name: 'without an answer may have been carried out, and is waited for',
      error: LOST,
      expected: { changed: true, unseen: { change: step, made: { id: undefined }, since: NOW }, failure: undefined },
    },
    {
      name: 'that was never sent changes nothing',
      error: new Cancelled(),
      expected: { changed: false, unseen: undefined, failure: undefined },
    },
    {
      name: 'that AWS refuses leads back',
      error: new UserError({ what: 'AWS refuses.' }),
      expected: { changed: false, unseen: undefined, backSince: NOW, policy: { intent: 'undo' }, outcome: undefined },
    },
  ])('$name', ({ error, expected }) => {
    const track = { ...newRun(request), last: anObservation() }
    bastionCallFailed(request, track, { step, at: NOW, error })
    expect(track).toMatchObject(expected)
  })
})

test('an address may be associated twice, but not after others have: the very next look decides anew', () => {
  const associate: Taken['step'] = {
    kind: 'associate',
    stage: 'move',
    allocation: 'eipalloc-1',
    ip: '52.0.0.1',
    instance: 'i-new',
    purpose: 'move',
    reason: 'a test',
  }
  const track = { ...newRun(request), last: anObservation() }
  bastionCallFailed(request, track, { step: associate, at: NOW, error: LOST })
  expect(track).toMatchObject({ changed: true, unseen: undefined, failure: undefined })
})
