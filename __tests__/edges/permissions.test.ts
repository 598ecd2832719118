import { readFileSync } from 'node:fs'
import { type LaunchKind } from '../../simulator/scenario.ts'
import { operator, run, scene } from './fixture.ts'

const policy = JSON.parse(readFileSync(new URL('../../docs/iam/permissions.json', import.meta.url), 'utf8')) as {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[]
}
const allowed = new Set(policy.Statement.flatMap(({ Action }) => Action))
const ALWAYS = ['sts:AssumeRoleWithWebIdentity', 'sts:GetCallerIdentity']

const kinds: readonly LaunchKind[] = ['configuration', 'template-number', 'template-latest', 'template-default']

test.each(kinds)(
  'the documented policy allows what a warm pool and a roll that is taken back need (%s)',
  async (launch) => {
    const stage = scene({ launch })
    operator(stage.world).PutWarmPool({ AutoScalingGroupName: 'web', MinSize: 1, MaxGroupPreparedCapacity: 4 })
    stage.world.timeline.advance(600)
    stage.world.behaviour.sickImages.add(stage.group.newImageId)
    const rolled = await run(stage, { 'on-failure': 'rollback', 'instance-timeout': '4' })
    expect(rolled.result.failure?.what).toContain('is taken back to')
    const made = stage.world.ledger.actions()
    expect(made).toContain('autoscaling:DescribeWarmPool')
    expect(made.filter((action) => !allowed.has(action) && !ALWAYS.includes(action))).toEqual([])
  },
)
