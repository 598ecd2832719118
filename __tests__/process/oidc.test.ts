/** The runner's token endpoint and STS fail for a moment, or for a while. */
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import type { OidcFault } from '../../simulator/oidc.ts'
import { githubIssuer } from '../../simulator/sts/trust.ts'
import { annotations, fixture, settings } from './fixture.ts'

const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web' }

const scene = () =>
  fixture((account) => addGroup(account, { name: 'web', size: 2, balancers: ['target-group'], outdated: true }))

const many = (count: number, fault: OidcFault): OidcFault[] => Array.from({ length: count }, () => fault)

/** STS could not fetch GitHub's keys, as users report it. */
const KEYLESS = {
  kind: 'refusal',
  code: 'InvalidIdentityToken',
  message:
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
} as const

describe('the bundle, while credentials are hard to get', () => {
  it.each<{ fault: OidcFault }>([{ fault: 500 }, { fault: 429 }, { fault: 'reset' }, { fault: 'garbled' }])(
    'asks again for a token after one $fault',
    async ({ fault }) => {
      const { job } = await scene()
      job.failTokens([fault])
      const rolled = await job.run({ inputs })
      expect(annotations(rolled.log)).toEqual([])
      expect(rolled.exitCode).toBe(0)
    },
  )

  it('asks STS again, and with a new token, while it has no keys of GitHub', async () => {
    const { account, job } = await scene()
    account.faults.inject({ action: 'sts:AssumeRoleWithWebIdentity', fault: KEYLESS, times: 6 })
    const rolled = await job.run({ inputs })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
    expect(job.audiences.length).toBeGreaterThan(1)
  })

  it('names what the token says of the job where the trust policy does not fit, and shows no token', async () => {
    const { account, job } = await scene()
    const arn = `arn:aws:iam::${account.account}:role/fleet-patch`
    account.sts.addRole({ arn, issuer: githubIssuer, subjects: ['repo:example@1001/fleet@2002:ref:refs/heads/main'] })
    const refused = await job.run({ inputs })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    expect(annotations(refused.log)[0]).toContain(
      '`token.actions.githubusercontent.com:sub` is `repo:example/fleet:ref:refs/heads/main`',
    )
    expect(refused.log.split('\n').filter((line) => line.includes('eyJ') && !line.startsWith('::add-mask::'))).toEqual(
      [],
    )
  })

  it('ends the main step with one error after some minutes, and changes nothing', async () => {
    const { account, job } = await scene()
    const begin = account.timeline.now
    job.failTokens(many(1000, 503))
    const refused = await job.run({ inputs })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    expect(annotations(refused.log)[0]).toContain('its endpoint answered with status 503')
    expect(account.timeline.now - begin).toBeLessThan(300)
    expect(account.ledger.entries).toEqual([])
  })

  it('lets the post step wait for them, and put back what is left', async () => {
    const { account, job } = await scene()
    const before = settings(account, 'web')
    let kill: ((signal: NodeJS.Signals) => void) | undefined
    const stopped = await job.run({
      inputs,
      onLine: (line) => {
        if (line.includes('  terminate i-')) kill?.('SIGTERM')
      },
      onStart: (means) => (kill = means),
    })
    expect(stopped.exitCode).toBe(1)
    expect(settings(account, 'web')).not.toEqual(before)
    const begin = account.timeline.now
    job.failTokens(many(200, 500))
    const after = await job.run({ inputs, state: stopped.state })
    expect(account.timeline.now - begin).toBeGreaterThan(900)
    expect(annotations(after.log)).toEqual([])
    expect(after.exitCode).toBe(0)
    expect(after.log).toContain('GitHub gave no OIDC token: its endpoint answered with status 500.')
    expect(settings(account, 'web')).toEqual(before)
    expect(instanceIds(account, 'web')).toHaveLength(2)
  })
})
