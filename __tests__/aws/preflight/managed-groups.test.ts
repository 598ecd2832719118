import { AskedAhead } from '../../../src/aws/preflight/asked-ahead.ts'
import { managedGroups } from '../../../src/aws/preflight/managed-groups.ts'
import type { PreflightQuestion } from '../../../src/aws/preflight/check.ts'
import { groupsByName } from '../../../src/aws/groups/describe.ts'
import { Refreshes } from '../../../src/aws/observe/refreshes.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const CODEDEPLOY = 'CodeDeploy-managed-automatic-launch-deployment-hook-shop-1'
const KUBERNETES = { 'kubernetes.io/cluster/shop': 'owned' }

interface Row {
  readonly name: string
  readonly groups: number
  /** The groups that CodeDeploy deploys to, and those with a tag of Kubernetes, by their number. */
  readonly deployed?: readonly number[]
  readonly nodes?: readonly number[]
  readonly asked: number
  readonly told: readonly number[]
  /** How many groups are told not to have been asked; absent where all were. */
  readonly unasked?: number
}

test.each<Row>([
  { name: 'of fifty groups all', groups: 50, deployed: [0, 33], asked: 50, told: [0, 33] },
  {
    name: 'of three hundred groups fifty, where none of these tells of a service',
    groups: 300,
    asked: 50,
    told: [],
    unasked: 250,
  },
  { name: 'all, where one of these does', groups: 300, deployed: [6, 7, 299], asked: 300, told: [6, 7, 299] },
  {
    name: 'besides those whose tags tell of Kubernetes',
    groups: 300,
    nodes: [1, 2, 150],
    asked: 53,
    told: [1, 2, 150],
    unasked: 247,
  },
  {
    name: 'not of one that no sample meets, and that is told',
    groups: 300,
    deployed: [5],
    asked: 50,
    told: [],
    unasked: 250,
  },
])('hooks are asked $name', async ({ groups: size, deployed = [], nodes = [], asked, told: named, unasked }) => {
  const simulated = new SimulatedAccount()
  for (let index = 0; index < size; index++) {
    const name = `group-${index}`
    const tags = nodes.includes(index) ? KUBERNETES : {}
    addGroup(simulated, { name, size: 0, launch: 'template-latest', balancers: [], tags })
    if (deployed.includes(index))
      simulated.autoScaling.operations.PutLifecycleHook({
        AutoScalingGroupName: name,
        LifecycleHookName: CODEDEPLOY,
        LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      })
  }
  const connection = simulatedConnection(simulated)
  const groups = await groupsByName(
    connection,
    Array.from({ length: size }, (_, index) => `group-${index}`),
  )
  simulated.ledger.clear()
  const ahead = new AskedAhead(connection, new Refreshes(connection, simulated.clock))
  const question: Partial<PreflightQuestion> = { connection, ahead, groups, managed: 'warn' }
  const findings = await managedGroups(question as PreflightQuestion)
  expect(simulated.ledger.entries).toHaveLength(asked)
  expect(findings.flatMap(({ group }) => group ?? [])).toEqual(named.map((index) => `group-${index}`))
  const ofAll = findings.filter(({ group }) => group === undefined).map(({ weight, what }) => `${weight}: ${what}`)
  const told = unasked === undefined ? [] : [`notice: the lifecycle hooks of ${unasked} groups were not asked`]
  expect(ofAll.map((text) => text.split(',')[0])).toEqual(told)
})
