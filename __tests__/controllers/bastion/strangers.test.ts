import type { Tag } from '@aws-sdk/client-ec2'
import { formerClientToken } from '../../../src/aws/bastion/client-token.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import type { ActionRun } from '../../../testing/run-action.ts'
import { addresses, changes, expectAlone, NAME, redeploy, type Scene, scene } from './fixture.ts'
import {
  dead,
  errorsOf,
  everyone,
  foreign,
  recoveries,
  stands,
  successor,
  TAG,
  tagsOf,
  tidy,
  warningsOf,
} from './beside.ts'

// Tags are copied: by `Launch more like this`, by people, by other programs. Nothing is ended or released that a run has
// not provably made, whatever its tags say; what is ours is ended and released as before.

beforeAll(takeShortcut)

describe.each(everyone)('%s', (by) => {
  test('ends no newer instance with a copied tag, as `Launch more like this` makes one, and names it', async () => {
    const fixture = scene()
    const before = await dead(fixture, 'RunInstances')
    const copy = foreign(fixture, tagsOf(fixture))
    fixture.account.timeline.advance(60)
    const run = await recoveries[by](fixture, before)
    expect(stands(fixture, copy)).toBe(true)
    expect(warningsOf(run)).toContain(
      `The instance ${copy} carries the tag of a new bastion, but no run has launched it`,
    )
    expect(errorsOf(run)).toBe('')
    tidy(fixture, { instance: copy })
  })

  test('ends no older instance that was given a copied tag, and names it', async () => {
    const fixture = scene()
    const older = foreign(fixture)
    fixture.account.timeline.advance(600)
    const before = await dead(fixture, 'RunInstances')
    const Tags = tagsOf(fixture).filter(({ Key }) => Key === TAG)
    fixture.ops.CreateTags({ Resources: [older], Tags: [...Tags] })
    const run = await recoveries[by](fixture, before)
    expect(stands(fixture, older)).toBe(true)
    expect(warningsOf(run)).toContain(`The instance ${older} carries the tag`)
    expect(errorsOf(run)).toBe('')
    tidy(fixture, { instance: older })
  })

  test.each(['nothing', 'an instance'])('releases no address with a copied tag that points at %s', async (at) => {
    const fixture = scene({ lends: 'nothing' })
    const before = await dead(fixture, 'CreateTags')
    const { ops } = fixture
    const own = addresses(fixture).find(({ Tags }) => Tags?.some(({ Key }) => Key === TAG))
    const { AllocationId: copy = '' } = ops.AllocateAddress({ Domain: 'vpc' })
    ops.CreateTags({ Resources: [copy], Tags: [...(own?.Tags ?? [])] })
    const instance = at === 'nothing' ? undefined : foreign(fixture)
    fixture.account.timeline.advance(60)
    if (instance !== undefined) ops.AssociateAddress({ AllocationId: copy, InstanceId: instance })
    const run = await recoveries[by](fixture, before)
    const left = addresses(fixture).find(({ AllocationId }) => AllocationId === copy)
    expect(left).toMatchObject(instance === undefined ? {} : { InstanceId: instance })
    expect(left).toBeDefined()
    expect(warningsOf(run)).toContain(`(${copy}) carries the tag of a temporary one`)
    expect(errorsOf(run)).toBe('')
    // Nor does a later run take it for its own, or for a riddle.
    const later = await redeploy(fixture, { force: 'true' }, { runId: '1002' })
    expect(addresses(fixture).map(({ AllocationId }) => AllocationId)).toContain(copy)
    expect(errorsOf(later)).toBe('')
    tidy(fixture, { allocation: copy, ...(instance && { instance }) })
  })

  test('leaves an address of which nothing tells whose it is, and is red until that is settled', async () => {
    const fixture = scene()
    const before = await dead(fixture, 'RunInstances')
    // As a run of an earlier version has left it.
    const { AllocationId: former = '' } = fixture.ops.AllocateAddress({ Domain: 'vpc' })
    const Value = `temporary=${fixture.allocation} run=900/1/abcd`
    fixture.ops.CreateTags({ Resources: [former], Tags: [{ Key: TAG, Value }] })
    const run = await recoveries[by](fixture, before)
    expect(addresses(fixture).map(({ AllocationId }) => AllocationId)).toContain(former)
    expect(errorsOf(run)).toContain('It cannot be told whether an earlier run has left an Elastic IP.')
    expect(errorsOf(run)).toContain(former)
    tidy(fixture, { allocation: former })
    const again = await redeploy(fixture, {}, { runId: '1002' })
    expect(errorsOf(again)).toBe('')
  })

  test('takes over what a run has made, its temporary address included', async () => {
    for (const operation of ['RunInstances', 'AllocateAddress', 'CreateTags']) {
      const fixture = scene({ lends: 'nothing' })
      const before = await dead(fixture, operation)
      const run = await recoveries[by](fixture, before)
      expect([errorsOf(run), warningsOf(run).includes('left alone')]).toEqual(['', false])
      tidy(fixture, {})
    }
  })
})

describe('a new instance with the tag of an earlier version', () => {
  /** As a run of that version has launched it, or as a copy of it. */
  function former(fixture: Scene, launch: 'own' | 'copied'): string {
    const { old, allocation: address, subnets } = fixture
    const memo = { old, address, run: '900/1/abcd', wish: '0123456789abcdef', wasProtected: false }
    const Value = `old=${old} address=${address} run=${memo.run} wish=${memo.wish} protected=no`
    const token = launch === 'own' ? formerClientToken(memo, subnets.a) : 'console-token'
    const id = foreign(fixture, [{ Key: TAG, Value }], token)
    fixture.account.timeline.advance(20)
    return id
  }

  test('is ended by `mode: restore` where its client token proves it', async () => {
    const fixture = scene()
    former(fixture, 'own')
    const run = await redeploy(fixture, { mode: 'restore', bastion: NAME })
    expect(errorsOf(run)).toBe('')
    fixture.account.timeline.advance(60)
    expectAlone(fixture, fixture.old)
  })

  test('is left alone where the tag was copied', async () => {
    const fixture = scene()
    const id = former(fixture, 'copied')
    const run = await redeploy(fixture, { mode: 'restore', bastion: NAME })
    expect(warningsOf(run)).toContain(`The instance ${id} carries the tag of a new bastion`)
    expect(errorsOf(run)).toBe('')
    expect(stands(fixture, id)).toBe(true)
  })
})

test('two addresses that both say to be the temporary one, none of them noted, are left, and the run is red', async () => {
  const fixture = scene({ lends: 'nothing' })
  await dead(fixture, 'AllocateAddress')
  const { ops } = fixture
  const own = addresses(fixture).find(({ Tags }) => Tags?.some(({ Key }) => Key === TAG))
  const { AllocationId: copy = '' } = ops.AllocateAddress({ Domain: 'vpc' })
  ops.CreateTags({ Resources: [copy], Tags: [...(own?.Tags ?? [])] })
  const run = await redeploy(fixture, { mode: 'restore', bastion: NAME }, { runId: '1001' })
  expect(warningsOf(run)).toContain('several addresses say to be allocated for')
  expect(errorsOf(run)).toContain('It cannot be told whether an earlier run has left an Elastic IP.')
  expect(addresses(fixture)).toHaveLength(3)
  expect(run.summary).toContain('the replacement of the bastion is unfinished')
  ops.ReleaseAddress({ AllocationId: own?.AllocationId ?? '' })
  tidy(fixture, { allocation: copy })
})

test('without ec2:CreateTags the run is halted, and its temporary address is released all the same', async () => {
  const fixture = scene({ lends: 'nothing' })
  fixture.account.faults.deny('ec2:CreateTags')
  const run = await redeploy(fixture)
  expect(errorsOf(run)).toContain('ec2:CreateTags')
  fixture.account.timeline.advance(60)
  expectAlone(fixture, fixture.old)
})

test('restore looks until EC2 shows all that was launched, whatever it has found to do before', async () => {
  const fixture = scene({ lends: 'nothing' })
  await dead(fixture, 'AllocateAddress')
  const own = successor(fixture)
  const Tags = own?.Tags?.filter(({ Key }) => Key === 'Name') ?? []
  // Another new instance, which EC2 shows half a minute after everything else was put back.
  fixture.account.timeline.after(30, () => {
    const { old, allocation: address, subnets } = fixture
    const memo = { old, address, run: '900/1/abcd', wish: '0123456789abcdef', wasProtected: false }
    const Value = `old=${old} address=${address} run=${memo.run} wish=${memo.wish} protected=no`
    foreign(fixture, [...Tags, { Key: TAG, Value }], formerClientToken(memo, subnets.a))
  })
  const run = await redeploy(fixture, { mode: 'restore', bastion: NAME }, { runId: '1001' })
  expect(errorsOf(run)).toBe('')
  tidy(fixture, {})
})

describe('a second temporary address for one new instance, allocated by a run that died before it was noted', () => {
  /** The address goes back because nothing may be terminated: the new instance stands without an address of its own. */
  async function goneBack(): Promise<Scene> {
    const fixture = scene({ lends: 'nothing' })
    fixture.account.faults.deny('ec2:TerminateInstances')
    const run = await redeploy(fixture)
    expect(errorsOf(run)).toContain('ec2:TerminateInstances')
    expect(successor(fixture)?.Tags?.map(({ Key }) => Key)).toContain('fleet-patch:bastion-address')
    fixture.account.faults.allow('ec2:TerminateInstances')
    fixture.account.timeline.advance(60)
    return fixture
  }

  async function deadAgain(fixture: Scene): Promise<ActionRun> {
    const twin = await goneBack()
    const { length } = twin.account.ledger.entries
    await redeploy(twin, {}, { runId: '1001' })
    const again = twin.account.ledger.entries.slice(length)
    const call = 1 + again.findIndex(({ operation }) => operation === 'AllocateAddress')
    const run = await redeploy(fixture, {}, { runId: '1001', process: { crash: { when: 'after', call } } })
    expect(run.died).toBe(true)
    return run
  }

  test.each(everyone)('is no foreign one for %s', async (by) => {
    const fixture = await goneBack()
    const before = await deadAgain(fixture)
    const run = await recoveries[by](fixture, before)
    expect([errorsOf(run), warningsOf(run).includes('left alone')]).toEqual(['', false])
    tidy(fixture, {})
  })

  test('is told from a copy of the first one', async () => {
    const fixture = await goneBack()
    const { ops, allocation, old } = fixture
    const Value = `v=2 temporary=${allocation} run=1000/1/abcd for=${successor(fixture)?.InstanceId}`
    const { AllocationId: copy = '' } = ops.AllocateAddress({ Domain: 'vpc' })
    ops.CreateTags({ Resources: [copy], Tags: [{ Key: TAG, Value }] })
    await deadAgain(fixture)
    expect(addresses(fixture)).toHaveLength(3)
    const run = await redeploy(fixture, { mode: 'restore', bastion: NAME }, { runId: '1002' })
    expect(errorsOf(run)).toBe('')
    expect(addresses(fixture).map(({ AllocationId }) => AllocationId)).toEqual([allocation, copy])
    expect(stands(fixture, old)).toBe(true)
    tidy(fixture, { allocation: copy })
  })
})

test('a temporary address that was taken for another instance meanwhile is left there', async () => {
  const fixture = scene({ lends: 'nothing' })
  const before = await dead(fixture, 'CreateTags')
  const own = addresses(fixture).find(({ Tags }) => Tags?.some(({ Key }) => Key === TAG))?.AllocationId ?? ''
  const instance = foreign(fixture)
  fixture.account.timeline.advance(60)
  fixture.ops.AssociateAddress({ AllocationId: own, InstanceId: instance })
  const run = await recoveries['the post step'](fixture, before)
  expect(addresses(fixture).find(({ AllocationId }) => AllocationId === own)?.InstanceId).toBe(instance)
  expect(warningsOf(run)).toContain(`it points at ${instance}`)
})

describe('while the answers to AssociateAddress are lost', () => {
  const SILENCE = { action: 'ec2:AssociateAddress', fault: { kind: 'silence' }, effect: 'not done' } as const

  /** Others give an address to an instance of their own as soon as the run has begun to ask for it. */
  function takenBy(fixture: Scene, which: (tags: readonly Tag[]) => boolean): string {
    const { account, ops } = fixture
    const instance = foreign(fixture)
    const take = (): void => {
      const isAsked = account.ledger.entries.some(({ operation }) => operation === 'AssociateAddress')
      const address = addresses(fixture).find(({ Tags = [] }) => which(Tags))
      if (isAsked && address !== undefined && address.InstanceId !== instance)
        ops.AssociateAddress({ AllocationId: address.AllocationId, InstanceId: instance })
      else account.timeline.after(1, take)
    }
    account.timeline.after(1, take)
    return instance
  }

  test('a temporary address that others take is left to them, and another one serves', async () => {
    const fixture = scene({ lends: 'nothing' })
    const instance = takenBy(fixture, (tags) => tags.some(({ Key }) => Key === TAG))
    fixture.account.faults.inject({ ...SILENCE, times: 3 })
    const run = await redeploy(fixture)
    expect(errorsOf(run)).toBe('')
    const [, taken] = addresses(fixture)
    expect(taken).toMatchObject({ InstanceId: instance })
    expect(fixture.ssh.answer(fixture.ip, 22)).toMatchObject({ kind: 'banner' })
  })

  test('the address of the bastion is not taken back from others who have moved it', async () => {
    const fixture = scene()
    const instance = takenBy(fixture, (tags) => tags.every(({ Key }) => Key !== TAG))
    fixture.account.faults.inject({ ...SILENCE, times: 3 })
    const run = await redeploy(fixture)
    expect(errorsOf(run)).toContain(`was moved to ${instance} from outside this run`)
    expect(addresses(fixture)).toMatchObject([{ InstanceId: instance }])
    expect(stands(fixture, fixture.old)).toBe(true)
  })
})

test('a restore that has ended the new instance does not call it the bastion when the old one is ended by others', async () => {
  const fixture = scene()
  await dead(fixture, 'RunInstances')
  const { account, ops, old, allocation } = fixture
  const instance = foreign(fixture)
  account.timeline.advance(60)
  account.timeline.after(30, () => {
    ops.AssociateAddress({ AllocationId: allocation, InstanceId: instance })
    ops.TerminateInstances({ InstanceIds: [old] })
  })
  const run = await redeploy(fixture, { mode: 'restore', bastion: NAME }, { runId: '1001' })
  expect(errorsOf(run)).toContain(
    `The bastion ${old} was terminated, and no instance that a run has launched replaces it.`,
  )
  expect(errorsOf(run)).toContain(`points at ${instance}`)
  expect(run.lines.join('\n')).not.toContain('was replaced by')
})

test('an up-to-date bastion beside copies is up to date, and nothing is changed', async () => {
  const fixture = scene()
  const before = await dead(fixture, 'RunInstances')
  const copy = foreign(fixture, tagsOf(fixture))
  await recoveries['the post step'](fixture, before)
  fixture.account.ledger.clear()
  const run = await redeploy(fixture, { image: fixture.oldImage }, { runId: '1001' })
  expect(run.failed).toBe(false)
  expect(changes(fixture)).toEqual([])
  expect(stands(fixture, copy)).toBe(true)
})

test('a new instance named by a copied tag is no bastion to be found', async () => {
  const fixture = scene()
  await dead(fixture, 'RunInstances')
  const copy = foreign(fixture, tagsOf(fixture))
  const run = await redeploy(fixture, { bastion: copy }, { runId: '1001' })
  expect(errorsOf(run)).toContain('has no Elastic IP')
  expect(stands(fixture, copy)).toBe(true)
})
