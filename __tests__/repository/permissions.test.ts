import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modePermissions, policyStatements } from '../../src/modes/permissions.ts'

interface Policy {
  readonly Statement: readonly {
    readonly Sid: string
    readonly Action: readonly string[]
    readonly Resource: string
  }[]
}

/** IAM's prefix of each SDK client that the action uses; STS is missing because what it calls needs no permission. */
const prefixes: Readonly<Record<string, string>> = {
  'client-auto-scaling': 'autoscaling',
  'client-cloudwatch': 'cloudwatch',
  'client-cloudwatch-logs': 'logs',
  'client-ec2': 'ec2',
  'client-elastic-load-balancing': 'elasticloadbalancing',
  'client-elastic-load-balancing-v2': 'elasticloadbalancing',
  'client-eventbridge': 'events',
  'client-route-53': 'route53',
  'client-s3': 's3',
  'client-service-quotas': 'servicequotas',
  'client-sns': 'sns',
  'client-ssm': 'ssm',
}

const importOf = /\{([^{}]*)\} (?:from |= await import\()'@aws-sdk\/([\w-]+)'/g

const called = readdirSync('src/aws', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => [...readFileSync(join('src/aws', name), 'utf8').matchAll(importOf)])
  .flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/\b(\w+)Command\b/g)].map(([, command]) => ({ prefix: prefixes[client], command })),
  )
  .filter(({ prefix }) => prefix !== undefined)
  .map(({ prefix, command }) => `${prefix}:${command}`)

const { Statement } = JSON.parse(readFileSync('docs/iam/permissions.json', 'utf8')) as Policy

/** What AWS checks besides the call's own permission: the role that a launch passes. */
const BESIDES = ['iam:PassRole']

test('the permissions policy allows the calls that the sources make, and no other', () => {
  const allowed = Statement.flatMap(({ Action }) => Action).filter((action) => !BESIDES.includes(action))
  expect([...new Set(called)].toSorted()).toEqual([...new Set(allowed)].toSorted())
})

test('the policy says of each statement what is declared, and lets nothing look but what a mode is declared to read', () => {
  const reads = new Set(Object.values(modePermissions).flatMap((mode) => mode.reads))
  const declared = { Look: [...reads], ...policyStatements }
  const sorted = (statements: readonly (readonly [string, readonly string[]])[]) =>
    Object.fromEntries(statements.map(([id, actions]) => [id, actions.toSorted()]))
  expect(sorted(Statement.map(({ Sid, Action }) => [Sid, Action]))).toEqual(sorted(Object.entries(declared)))
})

test('every statement is needed by a mode', () => {
  const needed = new Set(Object.values(modePermissions).flatMap(({ changes }) => Object.keys(changes)))
  expect(Object.keys(policyStatements).filter((id) => !needed.has(id))).toEqual([])
})

test('changing calls are never allowed on every resource', () => {
  const wide = Statement.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action)
  expect(wide.filter((action) => !/:(Describe|Get|List)/.test(action))).toEqual([])
})
