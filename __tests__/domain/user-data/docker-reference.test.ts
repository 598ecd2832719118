import fc from 'fast-check'
import {
  parseDockerReference,
  sameRepository,
  tryDockerReference,
} from '../../../src/domain/user-data/docker-reference.ts'
import { UserDataError } from '../../../src/domain/yaml/error.ts'

const sha256 = `sha256:${'0123456789abcdef'.repeat(4)}`

describe('a Docker reference', () => {
  const none = { host: undefined, tag: undefined, digest: undefined }
  test.each([
    ['nginx', { ...none, path: 'nginx' }],
    ['nginx:1.25', { ...none, path: 'nginx', tag: '1.25' }],
    ['stups/odd:latest', { ...none, path: 'stups/odd', tag: 'latest' }],
    [
      'registry.opensource.zalan.do/teapot/tiny-docker-http:0.2',
      { ...none, host: 'registry.opensource.zalan.do', path: 'teapot/tiny-docker-http', tag: '0.2' },
    ],
    ['localhost/app', { ...none, host: 'localhost', path: 'app' }],
    ['localhost:5000/app:v1', { ...none, host: 'localhost:5000', path: 'app', tag: 'v1' }],
    ['[2001:db8::1]:5000/app', { ...none, host: '[2001:db8::1]:5000', path: 'app' }],
    ['Registry/app', { ...none, host: 'Registry', path: 'app' }],
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:1',
      { ...none, host: '123456789012.dkr.ecr.eu-west-1.amazonaws.com', path: 'team/app', tag: '1' },
    ],
    [`app@${sha256}`, { ...none, path: 'app', digest: sha256 }],
    [`ghcr.io/a/b/c:1_2.3-4@${sha256}`, { host: 'ghcr.io', path: 'a/b/c', tag: '1_2.3-4', digest: sha256 }],
    ['x/a__b.c-d---e', { ...none, path: 'x/a__b.c-d---e' }],
    [`app:${'x'.repeat(128)}`, { ...none, path: 'app', tag: 'x'.repeat(128) }],
    ['app:_1', { ...none, path: 'app', tag: '_1' }],
    ['a'.repeat(255), { ...none, path: 'a'.repeat(255) }],
  ])('%s is taken apart', (text, parts) => {
    expect(parseDockerReference(text)).toEqual(parts)
  })

  test.each([
    ['empty', '', 'empty'],
    ['white space', 'nginx: 1', 'white space'],
    ['a line end', 'nginx\n', 'white space'],
    ['a scheme', 'https://ghcr.io/a/b', 'scheme'],
    ['an empty tag', 'nginx:', 'tag is empty'],
    ['a tag of 129 characters', `app:${'x'.repeat(129)}`, '129 characters'],
    ['a tag that begins with a dot', 'app:.1', 'tag may have only'],
    ['a tag with a slash', 'x/app:1/2', 'repository path'],
    ['two tags', 'app:1:2', 'tag may have only'],
    ['an upper-case path', 'team/App:1', 'upper-case'],
    ['a path that ends in a dash', 'app-', 'repository path'],
    ['three underscores', 'a___b', 'repository path'],
    ['two dots', 'a..b', 'repository path'],
    ['an empty path part', 'ghcr.io//app', 'repository path'],
    ['a host alone', 'ghcr.io/', 'no repository path'],
    ['a host that begins with a dash', '-a.b/app', 'host'],
    ['a port that is no number', 'host:port/app', 'host'],
    ['a port out of range', 'host:65536/app', 'port'],
    ['a name of 256 characters', 'a'.repeat(256), '256 characters'],
    ['an image id', 'a'.repeat(64), 'image id'],
    ['a short digest', 'app@sha256:abc', '3 hex digits'],
    ['an unknown digest algorithm', `app@md5:${'a'.repeat(32)}`, 'digest is not'],
    ['an upper-case digest', `app@${sha256.replace('a', 'A')}`, 'digest is not'],
    ['two digests', `app@${sha256}@${sha256}`, 'more than one "@"'],
    ['a path in the file system', '/usr/bin', 'repository path'],
  ])('%s is refused', (_, text, reason) => {
    expect(() => parseDockerReference(text)).toThrow(UserDataError)
    expect(() => parseDockerReference(text)).toThrow(reason)
    expect(tryDockerReference(text)).toBeUndefined()
  })

  test('is never quoted in an error: it may be a secret in the wrong field', () => {
    const secret = fc.stringMatching(/^[A-Z][A-Za-z0-9]{6,20}$/u)
    const wrong = fc.constantFrom('', 'team/', 'team/app:-', 'https://', 'app@', ' ', '-host/')
    fc.assert(
      fc.property(secret, wrong, (text, prefix) => {
        const { message } = refusalOf(prefix + text)
        return message !== '' && !message.includes(text)
      }),
    )
  })
})

function refusalOf(text: string): Error {
  try {
    parseDockerReference(text)
  } catch (error) {
    if (error instanceof UserDataError) return error
  }
  throw new Error('accepted')
}

describe('two references', () => {
  test.each([
    ['nginx:1', 'docker.io/library/nginx:2', true],
    ['nginx', 'index.docker.io/library/nginx@' + sha256, true],
    ['library/nginx', 'nginx', true],
    ['stups/odd', 'docker.io/stups/odd:1', true],
    ['GHCR.io/a/b', 'ghcr.io/a/b:2', true],
    ['nginx', 'stups/nginx', false],
    ['ghcr.io/nginx', 'nginx', false],
    ['ghcr.io/library/nginx', 'ghcr.io/nginx', false],
    ['host:5000/a', 'host/a', false],
  ])('%s and %s name the same repository: %j', (one, other, same) => {
    expect(sameRepository(parseDockerReference(one), parseDockerReference(other))).toBe(same)
    expect(sameRepository(parseDockerReference(other), parseDockerReference(one))).toBe(same)
  })
})
