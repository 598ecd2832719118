import type { Probe } from '../../src/domain/rollout/probe.ts'
import { inputsWith } from './given.ts'

const { inputs: read, problem } = inputsWith({ mode: 'scale-up-patch', 'auto-scaling-groups': 'web' })

describe('the surge', () => {
  const rows = [
    { name: 'is everything in a scale-up', given: {}, expected: { kind: 'percent', value: 100 } },
    { name: 'is one in a respawn', given: { mode: 'respawn' }, expected: { kind: 'count', value: 1 } },
    { name: 'of 1 is 1 where it is set', given: { surge: '1' }, expected: { kind: 'count', value: 1 } },
    { name: 'is everything in a rollback', given: { mode: 'rollback' }, expected: { kind: 'percent', value: 100 } },
    { name: 'is everything after a patch that scales up', given: { mode: 'patch-image', rollout: 'scale-up-patch' }, expected: { kind: 'percent', value: 100 } },
    { name: 'is one after a patch that respawns', given: { mode: 'patch-image', rollout: 'respawn' }, expected: { kind: 'count', value: 1 } },
  ] as const // prettier-ignore
  test.each(rows)('$name', ({ given, expected }) => {
    expect(read(given)).toMatchObject({ surge: expected })
  })

  test('no instance is unavailable in a scale-up, with any other inputs', () => {
    expect(read({ 'max-unavailable': '2' })).toMatchObject({
      maxUnavailable: { kind: 'count', value: 0 },
      warnings: ['`max-unavailable` has no effect with `mode: scale-up-patch`.'],
    })
  })
})

describe('probes', () => {
  const rows: { text: string; expected: Probe }[] = [
    { text: 'http://{private-ip}:8080/health', expected: { kind: 'http', url: 'http://{private-ip}:8080/health' } },
    {
      text: 'https://{instance-id}.example.org/',
      expected: { kind: 'http', url: 'https://{instance-id}.example.org/' },
    },
    { text: 'tcp://{private-ip}:22', expected: { kind: 'tcp', host: '{private-ip}', port: 22 } },
    { text: 'ssm: systemctl is-active web', expected: { kind: 'ssm', command: 'systemctl is-active web' } },
    { text: 'ssm:\n  cd /srv\n  ./check', expected: { kind: 'ssm', command: 'cd /srv\n  ./check' } },
  ]
  test.each(rows)('$text', ({ text, expected }) => {
    expect(read({ dark: 'true', probe: text })).toMatchObject({
      dark: { releaseAfterSeconds: undefined },
      probe: expected,
    })
  })

  test.each([
    { mode: 'respawn' },
    { mode: 'release' },
    { mode: 'rollback' },
    { mode: 'patch-image', rollout: 'respawn' },
    { mode: 'patch-docker', rollout: 'respawn', 'docker-image': 'registry.example.org/web:1' },
  ])('are for every roll, and without any warning: $mode', (given) => {
    expect(read({ ...given, probe: 'ssm: true' })).toMatchObject({
      probe: { kind: 'ssm', command: 'true' },
      warnings: [],
    })
  })

  test.each([
    'ftp://{private-ip}/',
    'tcp://{private-ip}',
    'tcp://{private-ip}:70000',
    'http://web.example.org/',
    'http://{ip}/',
    'ssm:',
    'curl',
  ])('%s is refused', (text) => {
    expect(problem({ dark: 'true', probe: text })).toContain('must be `http://{private-ip}:8080/health`')
  })
})

describe('the dark launch', () => {
  test('is undefined by default', () => {
    expect(read({})).toMatchObject({ dark: undefined })
  })

  test('is released after minutes', () => {
    expect(read({ dark: 'true', 'release-after': '0.5' })).toMatchObject({ dark: { releaseAfterSeconds: 30 } })
  })

  const refusals = [
    { name: 'conditions without a dark launch', given: { 'release-after': '5' }, says: 'it needs `dark: true`' },
    { name: 'a surge below the whole group', given: { dark: 'true', surge: '50%' }, says: 'needs room for as many new instances as are desired' },
    { name: 'no room at all', given: { surge: '0' }, says: '`surge` is 0' },
    { name: 'a patch that does not scale up', given: { mode: 'patch-image', rollout: 'respawn', dark: 'true' }, says: 'needs `rollout: scale-up-patch`' },
  ] // prettier-ignore
  test.each(refusals)('is refused with $name', ({ given, says }) => {
    expect(problem(given)).toContain(says)
  })
})
