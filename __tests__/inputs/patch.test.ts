import { inputsWith } from './given.ts'

const { inputs, problem } = inputsWith({ 'auto-scaling-groups': 'web' })

test('the required inputs of patch-image', () => {
  expect(inputs({ mode: 'patch-image' })).toMatchObject({
    images: [{ kind: 'latest' }],
    imageOwners: [],
    replaceSsmAlias: false,
    instanceType: undefined,
    migrateToLaunchTemplate: false,
    rollout: 'none',
    surge: { kind: 'count', value: 1 },
    warnings: [],
  })
})

test.each([
  { image: 'ami-0123456789abcdef0', images: [{ kind: 'id', id: 'ami-0123456789abcdef0' }] },
  { image: 'ami-01234567', images: [{ kind: 'id', id: 'ami-01234567' }] },
  { image: 'name:web (test) *', images: [{ kind: 'name', pattern: 'web (test) *' }] },
  { image: 'ssm:/aws/service/ami/x:3', images: [{ kind: 'parameter', name: '/aws/service/ami/x:3' }] },
  {
    image: 'ami-0123456789abcdef0\nssm:/arm',
    images: [
      { kind: 'id', id: 'ami-0123456789abcdef0' },
      { kind: 'parameter', name: '/arm' },
    ],
  },
])('`image: $image` is understood', ({ image, images }) => {
  expect(inputs({ mode: 'patch-image', image })).toMatchObject({ images })
})

test.each([
  { name: 'an image that is none', given: { image: 'newest' }, says: '`newest` is none' },
  { name: 'an image id that is too short', given: { image: 'ami-123' }, says: '`ami-123` is none' },
  { name: 'a name without a name', given: { image: 'name:' }, says: '`name:` is none' },
  { name: 'latest beside another', given: { image: 'latest\nami-01234567' }, says: 'must be one entry' },
  { name: 'an owner by name', given: { 'image-owners': 'canonical' }, says: '`canonical` is not' },
  { name: 'an instance type that is none', given: { 'instance-type': 'large' }, says: 'such as `m7g.large`' },
  {
    name: 'an unknown rollout',
    given: { rollout: 'now' },
    says: '`rollout` is `now` but must be one of `none`, `respawn`',
  },
  { name: 'half a yes', given: { 'replace-ssm-alias': 'yes' }, says: 'must be `true` or `false`' },
])('$name is refused', ({ given, says }) => {
  expect(problem({ mode: 'patch-image', ...given })).toContain(says)
})

test('patch-docker needs something to patch', () => {
  expect(problem({ mode: 'patch-docker' })).toContain('needs at least one of `docker-image`, `user-data`')
  expect(inputs({ mode: 'patch-docker', 'instance-type': 'm5.large' })).toMatchObject({ instanceType: 'm5.large' })
  expect(inputs({ mode: 'patch-docker', 'docker-image': 'nginx:1', 'user-data': 'a: 1' })).toMatchObject({
    dockerImage: 'nginx:1',
    userData: 'a: 1',
  })
})

test('a text that is no image reference is refused and not quoted', () => {
  const reported = problem({ mode: 'patch-docker', 'docker-image': 'my secret' })
  expect(reported).toContain('`docker-image` must be an image reference')
  expect(reported).not.toContain('my secret')
})

test('inputs of the other patch give a warning', () => {
  expect(inputs({ mode: 'patch-image', 'docker-image': 'nginx:1' }).warnings).toEqual([
    '`docker-image` has no effect with `mode: patch-image`.',
  ])
})

test.each(['1.2.4', ':1.2.4', 'latest', `sha256:${'0'.repeat(64)}`, `@sha256:${'0'.repeat(64)}`])(
  'a tag or digest alone is an image to patch in: %s',
  (text) => {
    expect(inputs({ mode: 'patch-docker', 'docker-image': text })).toMatchObject({
      dockerImage: text,
      allowOtherRepository: false,
    })
  },
)

test.each(['', 'two words', '-x', 'sha256:0', 'https://x/y:1', `v${'1'.repeat(128)}`])('%j is neither', (text) => {
  const given = { mode: 'patch-docker', 'docker-image': text }
  expect(problem(given)).toContain(text === '' ? 'needs at least one' : 'a tag or digest alone')
})

test('another repository is asked for by a yes', () => {
  const given = { mode: 'patch-docker', 'docker-image': 'a/b:1' }
  expect(inputs({ ...given, 'allow-other-repository': 'true' })).toMatchObject({ allowOtherRepository: true })
  expect(problem({ ...given, 'allow-other-repository': 'maybe' })).toContain('must be `true` or `false`')
})
