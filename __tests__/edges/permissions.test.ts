import { readFileSync } from 'node:fs'
import { type LaunchKind } from '../../simulator/scenario.ts'
import { operator, run, scene } from './fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const policy = JSON.parse(readFileSync(new URL('../../docs/iam/permissions.json', import.meta.url), 'utf8')) as {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[]
}
const allowed = new Set(policy.Statement.flatMap(({ Action }) => Action))
const ALWAYS = ['sts:AssumeRoleWithWebIdentity', 'sts:GetCallerIdentity']

const kinds: readonly LaunchKind[] = ['configuration', 'template-number', 'template-latest', 'template-default']

test.each(kinds)('the documented policy allows what a warm pool and a rollback need (%s)', async (launch) => {
  const fixture = scene({ launch })
  operator(fixture.account).PutWarmPool({ AutoScalingGroupName: 'web', MinSize: 1, MaxGroupPreparedCapacity: 4 })
  fixture.account.timeline.advance(600)
  fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
  const rolled = await run(fixture, { 'on-failure': 'rollback', 'instance-timeout': '4' })
  expect(rolled.result.failure?.what).toContain('is taken back to')
  const made = fixture.account.ledger.actions()
  expect(made).toContain('autoscaling:DescribeWarmPool')
  expect(made.filter((action) => !allowed.has(action) && !ALWAYS.includes(action))).toEqual([])
})
