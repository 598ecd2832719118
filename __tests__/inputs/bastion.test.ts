import { inputsWith } from './given.ts'

const { inputs, problem } = inputsWith({ mode: 'redeploy-bastion' })

describe('inputs of a bastion', () => {
  test('the required inputs alone give the defaults', () => {
    expect(inputs({ bastion: 'odd' })).toMatchObject({
      mode: 'redeploy-bastion',
      bastion: 'odd',
      elasticIp: undefined,
      images: [{ kind: 'latest' }],
      imageOwners: [],
      subnets: ['*dmz*'],
      sshPort: 22,
      sshTimeoutSeconds: 600,
      instanceTimeoutSeconds: 900,
      keepOldSeconds: 0,
      liftTerminationProtection: false,
      probeAddress: 'public',
      force: false,
      dockerImage: undefined,
      allowOtherRepository: false,
      userData: undefined,
      warnings: [],
    })
  })

  test('all inputs are read', () => {
    expect(
      inputs({
        'elastic-ip': '52.1.2.3',
        subnets: 'subnet-1\n*public*',
        'ssh-port': '2222',
        'ssh-timeout': '0.5',
        'instance-timeout': '20',
        'keep-old-minutes': '1.5',
        'lift-termination-protection': 'true',
        'probe-address': 'private',
        image: 'ssm:/images/bastion',
        'docker-image': 'stups/odd:2',
        'allow-other-repository': 'true',
        'user-data': 'root: true',
      }),
    ).toMatchObject({
      bastion: undefined,
      elasticIp: '52.1.2.3',
      subnets: ['subnet-1', '*public*'],
      sshPort: 2222,
      sshTimeoutSeconds: 30,
      instanceTimeoutSeconds: 1200,
      keepOldSeconds: 90,
      liftTerminationProtection: true,
      probeAddress: 'private',
      images: [{ kind: 'parameter', name: '/images/bastion' }],
      dockerImage: 'stups/odd:2',
      allowOtherRepository: true,
      userData: 'root: true',
    })
  })

  const wrong: { name: string; given: Record<string, string>; says: string }[] = [
    { name: 'no name at all', given: {}, says: '`mode: redeploy-bastion` needs `bastion` or `elastic-ip`.' },
    {
      name: 'an address that is none',
      given: { 'elastic-ip': 'odd' },
      says: '`elastic-ip` is `odd` but must be an allocation id',
    },
    {
      name: 'a port that is none',
      given: { bastion: 'x', 'ssh-port': '0' },
      says: '`ssh-port` is `0` but must be a whole number',
    },
    {
      name: 'an unknown address to probe',
      given: { bastion: 'x', 'probe-address': 'both' },
      says: 'must be one of `public`, `private`',
    },
    {
      name: 'minutes that are none',
      given: { bastion: 'x', 'keep-old-minutes': '-1' },
      says: '`keep-old-minutes` is `-1` but must be minutes',
    },
    {
      name: 'no time for SSH',
      given: { bastion: 'x', 'ssh-timeout': '0' },
      says: '`ssh-timeout` is `0` but must be minutes',
    },
  ]
  test.each(wrong)('refused: $name', ({ given, says }) => {
    expect(problem(given)).toContain(says)
  })

  test('a wrong Docker image is reported without its text, which may be a secret', () => {
    const reported = problem({ bastion: 'x', 'docker-image': 'pass word' })
    expect(reported).toContain('`docker-image` must be an image reference')
    expect(reported).not.toContain('pass word')
  })

  test('`mode: restore` takes a bastion instead of groups', () => {
    expect(inputs({ mode: 'restore', bastion: 'odd' })).toMatchObject({ mode: 'restore', bastion: 'odd', warnings: [] })
    expect(problem({ mode: 'restore' })).toContain('needs at least one of')
  })

  test('inputs for groups give a warning', () => {
    expect(inputs({ bastion: 'x', stacks: 'web v1', surge: '2' }).warnings).toEqual([
      '`stacks` has no effect with `mode: redeploy-bastion`.',
      '`surge` has no effect with `mode: redeploy-bastion`.',
    ])
  })
})
