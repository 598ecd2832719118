import { readFileSync } from 'node:fs'
import { run, scene } from '../../edges/fixture.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const policy = JSON.parse(readFileSync(new URL('../../../docs/iam/permissions.json', import.meta.url), 'utf8')) as {
  readonly Statement: readonly { readonly Action: readonly string[] }[]
}
const allowed = new Set([
  ...policy.Statement.flatMap(({ Action }) => Action),
  'sts:AssumeRoleWithWebIdentity',
  'sts:GetCallerIdentity',
])

const DARK = { mode: 'scale-up-patch', dark: 'true' }

test.each(['configuration', 'template-latest', 'template-default', 'mixed-override-template'] as const)(
  'the documented policy allows every call of a dark launch, its release, its removal and a rollback of %s',
  async (launch) => {
    const fixture = scene({ launch, balancers: ['classic', 'target-group'], outdated: undefined } as never)
    await run(fixture, {
      mode: 'patch-image',
      image: 'latest',
      rollout: 'scale-up-patch',
      dark: 'true',
      probe: 'ssm: true',
    })
    await run(fixture, { ...DARK, force: 'true' }, { runId: '2000' })
    await run(fixture, { mode: 'restore' }, { runId: '3000' })
    await run(fixture, { ...DARK, force: 'true' }, { runId: '4000' })
    await run(fixture, { mode: 'release' }, { runId: '5000' })
    const back = await run(fixture, { mode: 'rollback' }, { runId: '6000' })
    expect(back.result.status).toBe('rolled')
    const made = fixture.account.ledger.actions()
    expect(made.filter((action) => !allowed.has(action))).toEqual([])
    expect(made).toEqual(expect.arrayContaining(['elasticloadbalancing:RegisterTargets', 'ssm:SendCommand']))
  },
)
