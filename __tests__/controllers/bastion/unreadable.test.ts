import { takeShortcut } from '../../../simulator/shortcut.ts'
import { addresses, alive, changes, expectAlone, holder, NAME, redeploy, type Scene, scene } from './fixture.ts'
import { dead, errorsOf, everyone, foreign, recoveries, stands, successor, TAG, tidy, warningsOf } from './beside.ts'

// The tag of a new bastion may be written by anyone, and to launch more like an instance copies what it finds. One that
// cannot be read kept every bastion of its region from being replaced and from being put back, whosever instance it was on.

beforeAll(takeShortcut)

/** Values that no run writes onto an instance. */
const VALUES = [
  { name: 'a word', value: () => 'yes' },
  { name: 'nothing', value: () => '' },
  { name: 'half a tag', value: ({ old }: Scene) => `v=2 old=${old}` },
  {
    name: 'the tag of a temporary address',
    value: ({ allocation }: Scene) => `v=2 temporary=${allocation} run=900/1/abcd for=i-0123456789abcdef0`,
  },
  {
    name: 'the tag of a later version',
    value: ({ old, allocation }: Scene) => `v=3 old=${old} address=${allocation} run=900/1/abcd`,
  },
] as const

/** Writes a value into the tag of an instance or address. */
const mark = ({ ops }: Scene, id: string, Value = 'yes'): unknown =>
  ops.CreateTags({ Resources: [id], Tags: [{ Key: TAG, Value }] })

describe.each(VALUES)('beside an instance of others that is tagged with $name', ({ value }) => {
  test('a bastion is replaced, and the instance is named and left alone', async () => {
    const fixture = scene()
    const other = foreign(fixture, [{ Key: TAG, Value: value(fixture) }])
    const run = await redeploy(fixture)
    expect(errorsOf(run)).toBe('')
    expect(warningsOf(run)).toContain(`The tag ${TAG} of the instance ${other} cannot be read: "${value(fixture)}".`)
    expect(stands(fixture, other)).toBe(true)
    expect(stands(fixture, fixture.old)).toBe(false)
    tidy(fixture, { instance: other })
  })

  test.each(everyone)('%s takes care of what a dead run has left', async (by) => {
    const fixture = scene({ lends: 'nothing' })
    const before = await dead(fixture, 'CreateTags')
    const other = foreign(fixture, [{ Key: TAG, Value: value(fixture) }])
    const run = await recoveries[by](fixture, before)
    expect(errorsOf(run)).toBe('')
    expect(warningsOf(run)).toContain(`of the instance ${other} cannot be read`)
    expect(stands(fixture, other)).toBe(true)
    tidy(fixture, { instance: other })
  })

  test('one that comes up in mid-replacement does not stop it', async () => {
    const fixture = scene()
    let other = ''
    fixture.account.timeline.after(40, () => (other = foreign(fixture, [{ Key: TAG, Value: value(fixture) }])))
    const run = await redeploy(fixture)
    expect(errorsOf(run)).toBe('')
    expect(stands(fixture, other)).toBe(true)
    expect(stands(fixture, fixture.old)).toBe(false)
    tidy(fixture, { instance: other })
  })
})

test('the tag is named beside each bastion of the region, also where nothing is to be replaced', async () => {
  const fixture = scene()
  const other = foreign(fixture, [{ Key: TAG, Value: 'yes' }])
  const run = await redeploy(fixture, { image: fixture.oldImage })
  expect([errorsOf(run), changes(fixture)]).toEqual(['', []])
  expect(warningsOf(run)).toContain(`The tag ${TAG} of the instance ${other} cannot be read: "yes".`)
})

test('a bastion that is tagged so itself is replaced, and the tag is named', async () => {
  const fixture = scene()
  mark(fixture, fixture.old)
  const run = await redeploy(fixture)
  expect(errorsOf(run)).toBe('')
  expect(warningsOf(run)).toContain(
    `The tag ${TAG} of the instance ${fixture.old} says nothing: it is the bastion itself`,
  )
  fixture.account.timeline.advance(60)
  expectAlone(fixture, holder(fixture) ?? '')
  expect(holder(fixture)).not.toBe(fixture.old)
})

test('a bastion of another address that a run has launched may be tagged as one', async () => {
  const fixture = scene()
  const { ops } = fixture
  const other = foreign(fixture, [{ Key: TAG, Value: 'yes' }], 'a'.repeat(40))
  fixture.account.timeline.advance(60)
  const { AllocationId = '' } = ops.AllocateAddress({ Domain: 'vpc' })
  ops.AssociateAddress({ AllocationId, InstanceId: other })
  const run = await redeploy(fixture)
  expect(errorsOf(run)).toBe('')
  expect(warningsOf(run)).toContain('it stands behind another Elastic IP')
  expect(addresses(fixture)).toMatchObject([{}, { AllocationId, InstanceId: other }])
})

test.each([
  { name: 'cannot be read', edit: () => 'yes', words: 'cannot be read ("yes")' },
  {
    name: 'names another address',
    edit: (value: string) => value.replace(/address=\S+/, 'address=eipalloc-0123456789abcdef0'),
    words: 'its tag may have been changed since its launch',
  },
])('where the tag of the new instance $name nothing is guessed', async ({ edit, words }) => {
  const fixture = scene()
  const before = await dead(fixture, 'RunInstances')
  const id = successor(fixture)?.InstanceId ?? ''
  const value = successor(fixture)?.Tags?.find(({ Key }) => Key === TAG)?.Value ?? ''
  mark(fixture, id, edit(value))
  fixture.account.timeline.advance(120)
  fixture.account.ledger.clear()
  for (const by of everyone) {
    const run = await recoveries[by](fixture, before)
    expect(errorsOf(run)).toContain(id)
  }
  expect(errorsOf(await recoveries['the post step'](fixture, before))).toContain(words)
  const run = await redeploy(fixture, { bastion: fixture.old }, { runId: '1002' })
  expect(errorsOf(run)).toContain('It cannot be told which instance is to be the bastion')
  expect(errorsOf(run)).toContain(words)
  expect(changes(fixture)).toEqual([])
  expect(alive(fixture).map(({ InstanceId }) => InstanceId)).toEqual([fixture.old, id])
  // Once a person has decided, the next run is green.
  tidy(fixture, { instance: id })
  expect(errorsOf(await redeploy(fixture, {}, { runId: '1003' }))).toBe('')
})

test.each(['the post step', 'mode: restore'] as const)(
  '%s puts back what is proven beside a new instance whose tag cannot be read, and names that',
  async (by) => {
    const fixture = scene({ lends: 'nothing' })
    const before = await dead(fixture, 'CreateTags')
    const own = successor(fixture)?.InstanceId ?? ''
    const other = foreign(fixture, [{ Key: TAG, Value: 'yes' }], 'a'.repeat(40))
    fixture.account.timeline.advance(60)
    const run = await recoveries[by](fixture, before)
    expect(errorsOf(run)).toContain('It cannot be told whether an earlier run has left an instance.')
    expect(errorsOf(run)).toContain(other)
    expect(run.summary).toContain('the replacement of the bastion is unfinished')
    expect([stands(fixture, fixture.old), stands(fixture, own), stands(fixture, other)]).toEqual([true, false, true])
    expect(holder(fixture)).toBe(fixture.old)
    tidy(fixture, { instance: other })
  },
)

test('a new instance that holds the address and whose tag cannot be read keeps both', async () => {
  const fixture = scene()
  const before = await dead(fixture, 'AssociateAddress')
  const id = holder(fixture) ?? ''
  expect(id).not.toBe(fixture.old)
  mark(fixture, id)
  for (const by of everyone) expect(errorsOf(await recoveries[by](fixture, before))).toContain(id)
  for (const elasticIp of [{ 'elastic-ip': fixture.allocation }, { bastion: NAME, 'elastic-ip': fixture.allocation }]) {
    const run = await redeploy(fixture, { mode: 'restore', bastion: '', ...elasticIp }, { runId: '1002' })
    expect(errorsOf(run)).toContain(`The tag ${TAG} of ${id} cannot be read`)
  }
  expect([holder(fixture), stands(fixture, fixture.old)]).toEqual([id, true])
})

describe('in the run that has launched the new instance', () => {
  /** Others change or delete the tag once the new instance has come so far. */
  function meddle(fixture: Scene, at: 'before the move' | 'after the move', how: 'changed' | 'deleted'): void {
    const { account, ops, old } = fixture
    const look = (): void => {
      const id = successor(fixture)?.InstanceId
      const isThere = at === 'before the move' ? id !== undefined : holder(fixture) !== old
      if (!isThere || id === undefined) account.timeline.after(1, look)
      else if (how === 'changed') mark(fixture, id)
      else ops.DeleteTags({ Resources: [id], Tags: [{ Key: TAG }] })
    }
    account.timeline.after(1, look)
  }

  test.each([
    { at: 'before the move', how: 'changed' },
    { at: 'after the move', how: 'changed' },
    { at: 'after the move', how: 'deleted' },
  ] as const)('a tag that is $how $at ends the replacement, and all of it is taken back', async ({ at, how }) => {
    const fixture = scene({ lends: 'nothing', launch: { DisableApiTermination: true } })
    meddle(fixture, at, how)
    const silent: number[] = []
    fixture.account.timeline.onMoment(() => {
      if (fixture.ssh.answer(fixture.ip, 22).kind !== 'banner') silent.push(fixture.account.timeline.now)
    })
    const run = await redeploy(fixture, { 'keep-old-minutes': '2', 'lift-termination-protection': 'true' })
    expect(errorsOf(run)).toContain('was changed or deleted by others')
    expect(silent).toEqual([])
    fixture.account.timeline.advance(120)
    expectAlone(fixture, fixture.old)
  })
})

describe('of addresses', () => {
  test.each([
    { name: 'a word', value: () => 'yes' },
    { name: 'the tag of a new bastion', value: ({ old, allocation }: Scene) => `v=2 old=${old} address=${allocation}` },
  ])('one of others that is tagged with $name is named and left, and the run is green', async ({ value }) => {
    const fixture = scene({ lends: 'nothing' })
    const { AllocationId: other = '' } = fixture.ops.AllocateAddress({ Domain: 'vpc' })
    mark(fixture, other, value(fixture))
    const run = await redeploy(fixture)
    expect(errorsOf(run)).toBe('')
    expect(warningsOf(run)).toContain(`(${other}) carries the tag of a temporary one`)
    expect(warningsOf(run)).toContain(`its tag cannot be read: "${value(fixture)}"`)
    expect(addresses(fixture).map(({ AllocationId }) => AllocationId)).toContain(other)
    tidy(fixture, { allocation: other })
  })

  test('one that the new instance names is left where its tag was changed, and every recovery is red', async () => {
    for (const by of ['the post step', 'mode: restore'] as const) {
      const fixture = scene({ lends: 'nothing' })
      const before = await dead(fixture, 'CreateTags')
      const own = addresses(fixture).find(({ Tags }) => Tags?.some(({ Key }) => Key === TAG))?.AllocationId ?? ''
      mark(fixture, own)
      const run = await recoveries[by](fixture, before)
      expect(errorsOf(run)).toContain('It cannot be told whether an earlier run has left an Elastic IP.')
      expect(errorsOf(run)).toContain(own)
      tidy(fixture, { allocation: own })
    }
  })

  test('one of a new instance whose note cannot be read is left, and every recovery is red', async () => {
    for (const by of everyone) {
      const fixture = scene({ lends: 'nothing' })
      const before = await dead(fixture, 'CreateTags')
      const id = successor(fixture)?.InstanceId ?? ''
      fixture.ops.CreateTags({ Resources: [id], Tags: [{ Key: `${TAG}-address`, Value: 'please keep' }] })
      const run = await recoveries[by](fixture, before)
      const [, { AllocationId: left = '' } = {}] = addresses(fixture)
      expect(warningsOf(run)).toContain(`the tag ${TAG}-address of ${id} cannot be read: "please keep"`)
      expect(errorsOf(run)).toContain(left)
      expect(stands(fixture, fixture.old)).toBe(true)
    }
  })
})
