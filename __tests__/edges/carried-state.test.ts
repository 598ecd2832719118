/** What a dark launch leaves for a release by hand is found on its new instances, too: tags of a group can be removed. */
import type { SimulatedAccount } from '../../simulator/account.ts'
import { instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { oldLeft, run, type Scene, scene, standing, stripTags } from './fixture.ts'

beforeAll(takeShortcut)

const DARK = { mode: 'scale-up-patch', dark: 'true' }

const tagsOf = ({ ec2 }: SimulatedAccount, id: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (ec2.operations.DescribeTags({ Filters: [{ Name: 'resource-id', Values: [id] }] }).Tags ?? []).flatMap(
      ({ Key = '', Value = '' }) => (Key.startsWith('fleet-patch:') ? [[Key, Value]] : []),
    ),
  )

/** All instances that have ever been launched and still carry something. */
const carriers = (account: SimulatedAccount): readonly string[] =>
  instanceIds(account, 'web').filter((id) => Object.keys(tagsOf(account, id)).length > 0)

const put = ({ ec2 }: SimulatedAccount, id: string, tags: Readonly<Record<string, string>>): void =>
  void ec2.operations.CreateTags({
    Resources: [id],
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  })

/** A group of three whose new three are dark and wait to be released, and whose tags another tool has removed. */
async function leftInTheDark(): Promise<Scene & { readonly dark: readonly string[] }> {
  const fixture = scene({ sizes: { min: 0, max: 3 } })
  const { account, group } = fixture
  const launched = await run(fixture, DARK)
  expect(launched.result.status).toBe('dark')
  const dark = instanceIds(account, 'web').filter((id) => !group.instanceIds.includes(id))
  expect(carriers(account).toSorted()).toEqual(dark.toSorted())
  account.timeline.advance(600)
  stripTags(account)
  return { ...fixture, dark }
}

test('a release finds it there, and leaves no tag behind', async () => {
  const fixture = await leftInTheDark()
  const released = await run(fixture, { mode: 'release' }, { runId: '1001' })
  expect(released.failed).toBe(false)
  expect(oldLeft(fixture)).toEqual([])
  expect(standing(fixture.account)).toEqual(fixture.before)
  expect(carriers(fixture.account)).toEqual([])
  expect(instanceIds(fixture.account, 'web').toSorted()).toEqual(fixture.dark.toSorted())
})

test('a restore finds it there, writes the tags of the group again, and leaves none behind', async () => {
  const fixture = await leftInTheDark()
  const restored = await run(fixture, { mode: 'restore' }, { runId: '1001' })
  expect(restored.failed).toBe(false)
  expect(standing(fixture.account)).toEqual(fixture.before)
  expect(carriers(fixture.account)).toEqual([])
  expect(instanceIds(fixture.account, 'web').toSorted()).toEqual(fixture.group.instanceIds.toSorted())
  expect(restored.reported).toContain('are gone from the group, but its new instances carry them')
})

test('a restore that cannot read the instances does not say that nothing is left', async () => {
  const fixture = await leftInTheDark()
  const { account } = fixture
  account.faults.deny('ec2:DescribeInstances')
  account.ledger.clear()
  const blind = await run(fixture, { mode: 'restore' }, { runId: '1001' })
  expect(blind.failed).toBe(true)
  expect(blind.reported).toContain('its instances, which may carry one, could not be read')
  expect(blind.reported).toContain('Allow `ec2:DescribeInstances`')
  expect(account.ledger.changes()).toEqual([])
  account.faults.clear()
  const restored = await run(fixture, { mode: 'restore' }, { runId: '1002' })
  expect(restored.failed).toBe(false)
  expect(standing(account)).toEqual(fixture.before)
})

test('another roll says what waits there, and changes nothing', async () => {
  const fixture = await leftInTheDark()
  fixture.account.ledger.clear()
  const refused = await run(fixture, {}, { runId: '1001' })
  expect(refused.reported).toContain('Its new instances are dark and wait to be released')
  expect(fixture.account.ledger.changes()).toEqual([])
})

test('a release that found the tags of the group leaves none on the instances either', async () => {
  const fixture = scene({ sizes: { min: 0, max: 3 } })
  await run(fixture, DARK)
  const released = await run(fixture, { mode: 'release' }, { runId: '1001' })
  expect(released.failed).toBe(false)
  expect(carriers(fixture.account)).toEqual([])
})

describe.each(['release', 'restore', 'respawn'])(
  '%s refuses aloud, and changes nothing, where an instance carries',
  (mode) => {
    const rows: readonly {
      readonly name: string
      readonly tags: (own: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
      readonly why: string
    }[] = [
      {
        name: 'the tags of another group',
        tags: (own) => ({
          ...own,
          'fleet-patch:memo': (own['fleet-patch:memo'] ?? '').replace(
            /group=\S+/,
            'group=00000000-1111-2222-3333-444444444444',
          ),
        }),
        why: 'holds the saved state of another group',
      },
      {
        name: 'numbers that no roll has',
        tags: (own) => ({
          ...own,
          'fleet-patch:memo': (own['fleet-patch:memo'] ?? '').replace(/surge=\d+/, 'surge=1000'),
        }),
        why: 'cannot be read',
      },
      {
        name: 'tags that are bound to no group',
        tags: (own) => ({ ...own, 'fleet-patch:memo': (own['fleet-patch:memo'] ?? '').replace(/^v=2 group=\S+ /, '') }),
        why: 'holds the saved state of another group',
      },
      {
        name: 'another state than its peers',
        tags: (own) => ({
          ...own,
          'fleet-patch:memo': (own['fleet-patch:memo'] ?? '').replace(/desired=3/, 'desired=2'),
        }),
        why: 'say differently how the group was',
      },
    ]
    test.each(rows)('$name', async ({ tags, why }) => {
      const fixture = await leftInTheDark()
      const { account, dark } = fixture
      const [first = ''] = dark
      put(account, first, tags(tagsOf(account, first)))
      account.ledger.clear()
      const refused = await run(fixture, { mode }, { runId: '1001' })
      expect(refused.failed).toBe(true)
      expect(refused.reported).toContain(why)
      expect(refused.reported).toContain(first)
      expect(account.ledger.changes()).toEqual([])
    })
  },
)

test('without the right to tag instances the half waits all the same, and it is told what that means', async () => {
  const fixture = scene({ sizes: { min: 0, max: 3 } })
  const { account } = fixture
  account.faults.deny('ec2:CreateTags')
  const launched = await run(fixture, DARK)
  expect(launched.failed).toBe(false)
  expect(launched.result.status).toBe('dark')
  expect(launched.annotations.map(({ message }) => message).join(' ')).toContain('The new instances do not carry')
  account.faults.clear()
  const released = await run(fixture, { mode: 'release' }, { runId: '1001' })
  expect(released.failed).toBe(false)
})

test('without the right to remove tags of instances the state stays, and it is red', async () => {
  const fixture = await leftInTheDark()
  const { account, before } = fixture
  account.faults.deny('ec2:DeleteTags')
  const restored = await run(fixture, { mode: 'restore' }, { runId: '1001' })
  expect(restored.failed).toBe(true)
  expect(standing(account).memo).not.toEqual([])
  account.faults.clear()
  account.timeline.advance(400)
  expect((await run(fixture, { mode: 'restore' }, { runId: '1002' })).failed).toBe(false)
  expect(standing(account)).toEqual(before)
})
