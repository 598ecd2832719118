import { GroupTags } from '../../../src/aws/act/group-tags.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import type { Connection } from '../../../src/aws/client/connection.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const tagOf = (name: string) => ({
  ResourceId: name,
  ResourceType: 'auto-scaling-group',
  Key: 'fleet-patch:run',
  Value: `run of ${name}`,
  PropagateAtLaunch: false,
})

const names = Array.from({ length: 120 }, (_, index) => `web-${index}`)

function fixture(): { readonly account: SimulatedAccount; readonly connection: Connection } {
  const account = new SimulatedAccount()
  for (const name of names) addGroup(account, { name, size: 0 })
  return { account, connection: simulatedConnection(account) }
}

const sent = (account: SimulatedAccount, operation: string): number[] =>
  account.ledger.entries
    .filter(({ action }) => action === `autoscaling:${operation}`)
    .map(({ input }) => (input['Tags'] as readonly unknown[]).length)

const describeGroup = (account: SimulatedAccount, name: string) =>
  account.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [name] }).AutoScalingGroups?.[0]

const tagsOf = (account: SimulatedAccount, name: string): (string | undefined)[] =>
  (describeGroup(account, name)?.Tags ?? []).map(({ Value }) => Value)

test('what comes in at one moment, or while a call is on its way, is written by one call, of fifty groups at most', async () => {
  const { account, connection } = fixture()
  const tags = new GroupTags(connection)
  const [first = ''] = names
  const alone = tags.write([tagOf(first)])
  await Promise.resolve()
  await Promise.all([alone, ...names.slice(1).map((name) => tags.write([tagOf(name)]))])
  expect(sent(account, 'CreateOrUpdateTags')).toEqual([1, 50, 50, 19])
  expect(names.map((name) => tagsOf(account, name))).toEqual(names.map((name) => [`run of ${name}`]))
  await Promise.all(names.map((name) => tags.remove([tagOf(name)])))
  expect(sent(account, 'DeleteTags')).toEqual([50, 50, 20])
  expect(names.flatMap((name) => tagsOf(account, name))).toEqual([])
})

test('where AWS refuses a call each group is asked for by itself, and only its own refusal counts', async () => {
  const { account, connection } = fixture()
  const tags = new GroupTags(connection)
  const asked = ['web-0', 'web-1', 'no-such-group', 'web-2']
  const settled = await Promise.allSettled(asked.map((name) => tags.write([tagOf(name)])))
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(sent(account, 'CreateOrUpdateTags')).toEqual([4, 1, 1, 1, 1])
  expect(tagsOf(account, 'web-2')).toEqual(['run of web-2'])
})

test('a lost answer is lost for all groups of the call, and none of them is asked for again', async () => {
  const { account, connection } = fixture()
  let calls = 0
  const tags = new GroupTags({
    ...connection,
    send: async (client, command, options) => {
      calls += 1
      if (calls === 2)
        throw new UncertainOutcome('autoscaling:CreateOrUpdateTags', { message: 'lost', cause: undefined })
      return await connection.send(client, command, options)
    },
  })
  const alone = tags.write([tagOf('web-0')])
  await Promise.resolve()
  const settled = await Promise.allSettled([alone, ...['web-1', 'web-2'].map((name) => tags.write([tagOf(name)]))])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(calls).toBe(2)
  await tags.write([tagOf('web-3')])
  expect(tagsOf(account, 'web-3')).toEqual(['run of web-3'])
})
