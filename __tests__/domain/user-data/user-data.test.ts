import { gunzipSync, gzipSync } from 'node:zlib'
import { UserDataError } from '../../../src/domain/yaml/error.ts'
import {
  decodeUserData,
  encodeUserData,
  launchConfigurationUserDataLimit,
  patchUserData,
  type UserDataRequest,
} from '../../../src/domain/user-data/user-data.ts'

const codec = { gunzip: (bytes: Uint8Array) => gunzipSync(bytes), gzip: (bytes: Uint8Array) => gzipSync(bytes) }
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const patch = (text: string | Uint8Array, request: Partial<UserDataRequest>) =>
  patchUserData(typeof text === 'string' ? bytesOf(text) : text, { ...codec, ...request })
const patched = (text: string, request: Partial<UserDataRequest>): string => textOf(patch(text, request).bytes)

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`

const taupage = `#taupage-ami-config

application_id: my-http-test-app-ami
application_version: "0.3"
runtime: Docker
source: registry.opensource.zalan.do/teapot/tiny-docker-http:0.2

environment:
  STAGE: ami-test
  SOME_BOOLEAN_ENV_VAR: false  # stays a boolean
root: true
ports:
  80: 8080
  8301/udp: 8301
healthcheck:
    type: elb
    loadbalancer_name: foo-elb
health_check_path: /
ssh_ports: [22, 2222]
volumes:
  ebs:
    /dev/xvdf: taupage-ami-test-vol1
scalyr_account_key: foo1234
`

const odd = `#taupage-ami-config
application_id: odd
application_version: "0.1"
runtime: Docker
source: "stups/odd:latest"
ports: {22: 22}
environment: {ALLOWED_REMOTE_NETWORKS: "172.31.0.0/16", GRANTING_SERVICE_URL: https://even.example.org}
root: true
ssh_ports: [2222]
hostname: "odd-acme"
`

const mime = [
  'From nobody Sat Nov 21 2026',
  'Content-Type: multipart/mixed;',
  '\tboundary="==b.1=="',
  'MIME-Version: 1.0',
  '',
  'A word before.',
  '--==b.1==',
  'Content-Type: text/cloud-config; charset="us-ascii"',
  '',
  '#cloud-config',
  'packages: [docker]   ',
  '',
  '--==b.1==',
  'Content-Type: text/x-shellscript',
  '',
  '#!/bin/sh',
  'docker run -d registry.example.org/team/web:1.2',
  '--==b.1==--',
  'A word after.',
].join('\r\n')

describe('the Docker image of Taupage user data', () => {
  test('is set, and every other byte stays', () => {
    const image = 'registry.opensource.zalan.do/teapot/tiny-docker-http:0.3'
    const result = patch(taupage, { dockerImage: image })
    expect(textOf(result.bytes)).toBe(taupage.replace('tiny-docker-http:0.2', 'tiny-docker-http:0.3'))
    expect(result).toMatchObject({
      changed: true,
      changes: [{ path: 'source', before: 'registry.opensource.zalan.do/teapot/tiny-docker-http:0.2', after: image }],
    })
  })
  test('keeps its quotes', () => {
    expect(patched(odd, { dockerImage: 'stups/odd:12' })).toBe(odd.replace('odd:latest', 'odd:12'))
    expect(patched("#taupage-ami-config\nsource: 'a:1'\n", { dockerImage: 'a:2' })).toBe(
      "#taupage-ami-config\nsource: 'a:2'\n",
    )
  })
  test('gets quotes where YAML would read a number', () => {
    expect(patched('#taupage-ami-config\nsource: a:1\n', { dockerImage: '1234:5', otherRepository: 'allow' })).toBe(
      '#taupage-ami-config\nsource: "1234:5"\n',
    )
    expect(
      patched('#taupage-ami-config\nsource: a:1\n', { dockerImage: '[::1]:5000/a', otherRepository: 'allow' }),
    ).toBe('#taupage-ami-config\nsource: "[::1]:5000/a"\n')
  })
  test('is added where there is none', () => {
    expect(patched('#taupage-ami-config\nroot: true\n', { dockerImage: 'ghcr.io/a/b:1' })).toBe(
      '#taupage-ami-config\nroot: true\nsource: ghcr.io/a/b:1\n',
    )
  })
  test('is left alone, with the very same bytes, when it is as wanted', () => {
    const bytes = bytesOf(odd)
    const result = patch(bytes, { dockerImage: 'stups/odd:latest' })
    expect(result.bytes).toBe(bytes)
    expect(result).toMatchObject({ changed: false, changes: [] })
  })
  test('goes together with a merge', () => {
    expect(patched(odd, { dockerImage: 'stups/odd:12', merge: 'environment: {A: 1}\nhostname: null\n' })).toBe(
      odd
        .replace('odd:latest', 'odd:12')
        .replace('example.org}', 'example.org, A: 1}')
        .replace('hostname: "odd-acme"\n', ''),
    )
  })
  test('must not contradict the merge', () => {
    expect(() => patch(odd, { dockerImage: 'stups/odd:12', merge: 'source: stups/odd:13' })).toThrow('give one of them')
  })
  test('is not set where source is not a plain value', () => {
    expect(() => patch('#taupage-ami-config\nsource: [a]\n', { dockerImage: 'a:1' })).toThrow('not a plain value')
  })
  test('must be a reference', () => {
    expect(() => patch(odd, { dockerImage: 'Odd:1' })).toThrow('upper-case')
  })
})

describe('a tag or digest alone', () => {
  // It became the whole of source, and the step was green.
  test.each([
    ['1.2.4', 'registry.opensource.zalan.do/teapot/tiny-docker-http:1.2.4'],
    [':1.2.4', 'registry.opensource.zalan.do/teapot/tiny-docker-http:1.2.4'],
    ['latest', 'registry.opensource.zalan.do/teapot/tiny-docker-http:latest'],
    ['V2_RC', 'registry.opensource.zalan.do/teapot/tiny-docker-http:V2_RC'],
    [digest, `registry.opensource.zalan.do/teapot/tiny-docker-http@${digest}`],
    [`@${digest}`, `registry.opensource.zalan.do/teapot/tiny-docker-http@${digest}`],
  ])('%s keeps the repository of Taupage user data', (dockerImage, image) => {
    const after = taupage.replace('registry.opensource.zalan.do/teapot/tiny-docker-http:0.2', image)
    expect(patched(taupage, { dockerImage })).toBe(after)
    expect(patch(after, { dockerImage }).changed).toBe(false)
  })
  test('keeps quotes, and the repository of an image without a tag', () => {
    expect(patched(odd, { dockerImage: '12' })).toBe(odd.replace('odd:latest', 'odd:12'))
    expect(patched('#taupage-ami-config\nsource: a/b\n', { dockerImage: '12' })).toBe(
      '#taupage-ami-config\nsource: a/b:12\n',
    )
  })
  test('keeps the repository of the one image of a script', () => {
    const script = '#!/bin/sh\ndocker pull a/b:1\nIMAGE=a/b:1\ndocker run $IMAGE\n'
    expect(patched(script, { dockerImage: '2' })).toBe(script.replaceAll('b:1', 'b:2'))
  })
  test.each([
    ['two images', '#!/bin/sh\ndocker run a/b:1\ndocker run a/c:1\n', '2', 'a/b:1 (line 2), a/c:1 (line 3)'],
    [
      'an image that is a variable',
      '#!/bin/sh\ndocker run a/b:1\ndocker run "$X"\n',
      '2',
      'line 3: all of it is a variable',
    ],
    ['no image', '#!/bin/sh\necho\n', '2', 'holds no image whose repository it could keep'],
    ['no source', '#taupage-ami-config\nroot: true\n', '2', 'has no image whose repository it could keep'],
    ['a source of one word', '#taupage-ami-config\nsource: hunter2\n', '2', 'has no image whose repository'],
    ['a source that is none', '#taupage-ami-config\nsource: "{{ Image }}"\n', '2', 'has no image whose repository'],
    ['the name of the image', '#taupage-ami-config\nsource: a/nginx:1\n', 'nginx', 'is the name of the image in use'],
    [
      'the name of the image in a script',
      '#!/bin/sh\ndocker run nginx:1\n',
      'nginx',
      'is the name of the image in use',
    ],
  ])('is refused with %s', (_, text, dockerImage, message) => {
    expect(() => patch(text, { dockerImage })).toThrow(UserDataError)
    expect(() => patch(text, { dockerImage })).toThrow(message)
  })
})

describe('an image of another repository', () => {
  test.each([
    [
      'Taupage',
      '#taupage-ami-config\nsource: a/b:1\n',
      'of the repository docker.io/a/c, but the image in use is of docker.io/a/b',
    ],
    ['Taupage without a tag', '#taupage-ami-config\nsource: a/b\n', 'the image in use is of another one'],
    ['Taupage with another host', '#taupage-ami-config\nsource: x.io/a/c:1\n', 'the image in use is of x.io/a/c'],
    ['Taupage with a template', '#taupage-ami-config\nsource: "{{ Image }}"\n', 'is no image reference'],
    ['a script', '#!/bin/sh\ndocker pull a/b:1\ndocker run a/b:1\n', 'holds no reference to docker.io/a/c'],
  ])('is refused unless it is asked for: %s', (_, text, message) => {
    expect(() => patch(text, { dockerImage: 'a/c:2' })).toThrow(UserDataError)
    expect(() => patch(text, { dockerImage: 'a/c:2' })).toThrow(message)
    expect(() => patch(text, { dockerImage: 'a/c:2' })).toThrow('allow-other-repository: true')
    const after = patched(text, { dockerImage: 'a/c:2', otherRepository: 'allow' })
    expect(after).toBe(text.replaceAll(/a\/b(?::1)?|x\.io\/a\/c:1|\{\{ Image \}\}/gu, 'a/c:2'))
    expect(patched(after, { dockerImage: 'a/c:2' })).toBe(after)
  })
  test('is refused where several images may be meant', () => {
    const text = '#!/bin/sh\ndocker run a/b:1\ndocker run a/d:1\n'
    expect(() => patch(text, { dockerImage: 'a/c:2', otherRepository: 'allow' })).toThrow(
      'it is not clear which is meant: a/b:1 (line 2), a/d:1 (line 3)',
    )
  })
  test('is not what a new name for the same repository is', () => {
    expect(patched('#taupage-ami-config\nsource: nginx:1\n', { dockerImage: 'docker.io/library/nginx:2' })).toBe(
      '#taupage-ami-config\nsource: docker.io/library/nginx:2\n',
    )
  })
})

describe('the Docker image of other user data', () => {
  const script = '#!/bin/bash\r\nset -e\r\ndocker run -d \\\r\n  -p 80:8080 \\\r\n  nginx:1.24 # web\r\n\xff'

  const rows: Readonly<Record<string, { readonly before: string; readonly image: string; readonly after: string }>> = {
    'a script': {
      before: '#!/bin/sh\ndocker run -d -p 80:80 ghcr.io/acme/web:1.2 --flag\n',
      image: 'ghcr.io/acme/web:1.3',
      after: '#!/bin/sh\ndocker run -d -p 80:80 ghcr.io/acme/web:1.3 --flag\n',
    },
    'a name written in another way keeps it': {
      before: '#!/bin/sh\ndocker run index.docker.io/library/nginx:1.24\n',
      image: 'nginx:1.25',
      after: '#!/bin/sh\ndocker run index.docker.io/library/nginx:1.25\n',
    },
    'a digest goes with the tag': {
      before: `#!/bin/sh\nIMAGE="ghcr.io/acme/web:1@${digest}"\n`,
      image: 'ghcr.io/acme/web:2',
      after: '#!/bin/sh\nIMAGE="ghcr.io/acme/web:2"\n',
    },
    'a digest comes': {
      before: '#!/bin/sh\ndocker pull ghcr.io/acme/web:1;\n',
      image: `ghcr.io/acme/web@${digest}`,
      after: `#!/bin/sh\ndocker pull ghcr.io/acme/web@${digest};\n`,
    },
    'cloud-config': {
      before: '#cloud-config\nruncmd:\n  - [docker, run, "team/web:1"] # run\n  - other: team/web-2:1\n',
      image: 'team/web:2',
      after: '#cloud-config\nruncmd:\n  - [docker, run, "team/web:2"] # run\n  - other: team/web-2:1\n',
    },
    'text of an unknown format': {
      before: '[settings.host-containers.admin]\nsource = "public.ecr.aws/bottlerocket/admin:v0.11"\n',
      image: 'public.ecr.aws/bottlerocket/admin:v0.12',
      after: '[settings.host-containers.admin]\nsource = "public.ecr.aws/bottlerocket/admin:v0.12"\n',
    },
    'the right part of MIME': {
      before: mime,
      image: 'registry.example.org/team/web:1.3',
      after: mime.replace('web:1.2', 'web:1.3'),
    },
  }
  test.each(Object.entries(rows))('%s', (_, { before, image, after }) => {
    expect(patched(before, { dockerImage: image })).toBe(after)
    expect(patch(after, { dockerImage: image }).changed).toBe(false)
  })

  test('keeps bytes that are no text', () => {
    const before = new Uint8Array(Buffer.from(script, 'latin1'))
    const { bytes, changes } = patch(before, { dockerImage: 'nginx:1.25' })
    expect(Buffer.from(bytes).toString('latin1')).toBe(script.replace('1.24', '1.25'))
    expect(changes).toEqual([{ path: 'line 5', before: 'nginx:1.24', after: 'nginx:1.25' }])
  })

  test.each([
    [
      'two references that differ',
      '#!/bin/sh\ndocker pull a/b:1\ndocker run a/b:1.1\n',
      'a/b:2',
      '2 different references to docker.io/a/b, and it is not clear which is meant: a/b:1 (line 2), a/b:1.1 (line 3)',
    ],
    [
      'another image only',
      '#!/bin/sh\ndocker pull a/c:1\n',
      'a/b:2',
      'no reference to docker.io/a/b with a tag or digest. Images found: a/c:1 (line 2)',
    ],
    ['no image', '#!/bin/sh\necho\n', 'a/b:2', 'the user data is a script, and holds no reference to docker.io/a/b'],
    ['a variable tag', '#!/bin/sh\ndocker run a/b:$TAG\n', 'a/b:2', 'no reference to docker.io/a/b'],
    ['a variable host', '#!/bin/sh\ndocker run $HOST/a/b:1 ${HOST}/a/b:1\n', 'a/b:2', 'no reference to docker.io/a/b'],
    ['a URL', '#!/bin/sh\ncurl https://docker.io/a/b:1\n', 'a/b:2', 'no reference to docker.io/a/b'],
    ['an image without tag', '#!/bin/sh\ndocker run a/b\n', 'a/b:2', 'no reference to docker.io/a/b'],
    ['a wanted image without tag', '#!/bin/sh\ndocker run a/b:1\n', 'a/b', 'needs a tag or a digest'],
    [
      'a user and a password that look like an image',
      '#!/bin/sh\ncurl -u postgres:hunter2 x\n',
      'postgres:16',
      'no reference to docker.io/library/postgres',
    ],
    ['nothing', '', 'a/b:2', 'the user data is empty'],
    ['white space', ' \n', 'a/b:2', 'the user data is empty'],
    ['binary data', 'MZ\0\0', 'a/b:2', 'the user data is binary data'],
    [
      'two parts with a reference',
      mime.replace('packages: [docker]', 'bootcmd: [docker pull registry.example.org/team/web:1.1]'),
      'registry.example.org/team/web:2',
      'web:1.1 (part 1 (text/cloud-config), line 2), registry.example.org/team/web:1.2 (part 2 (text/x-shellscript), line 2)',
    ],
  ])('is refused with %s', (_, text, dockerImage, message) => {
    expect(() => patch(text, { dockerImage })).toThrow(UserDataError)
    expect(() => patch(text, { dockerImage })).toThrow(message)
  })
})

describe('packed user data', () => {
  test('gzip is unpacked, changed and packed again', () => {
    const { bytes, changes } = patch(gzipSync(taupage), { merge: 'environment: {STAGE: live}' })
    expect(textOf(gunzipSync(bytes))).toBe(taupage.replace('ami-test\n  SOME', 'live\n  SOME'))
    expect(changes).toEqual([{ path: 'environment.STAGE', before: '***', after: '***' }])
  })
  test('gzip keeps its very bytes when nothing changes', () => {
    const packed = new Uint8Array(gzipSync(taupage, { level: 1 }))
    expect(patch(packed, { merge: 'root: true' }).bytes).toBe(packed)
  })
  test('broken gzip is refused', () => {
    expect(() => patch(new Uint8Array([0x1f, 0x8b, 1, 2]), { merge: 'a: 1' })).toThrow('cannot be decompressed')
  })
  test('keys are merged into the part of MIME that has keys', () => {
    const { bytes, changes } = patch(mime, { merge: 'packages: [docker, jq]\ntimezone: UTC' })
    expect(textOf(bytes)).toBe(mime.replace('[docker]   \r\n', '[docker, jq]   \r\ntimezone: UTC\r\n'))
    expect(changes.map(({ path }) => path)).toEqual([
      'part 1 (text/cloud-config): packages',
      'part 1 (text/cloud-config): timezone',
    ])
  })
  test('parts in base64 keep their line length', () => {
    const encoded = (text: string): string =>
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,60}/gu)
        ?.join('\n') ?? ''
    const message = (text: string): string =>
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/x-taupage-ami-config\nContent-Transfer-Encoding: base64\n\n${encoded(text)}\n\n--x--\n`
    expect(patched(message(taupage), { merge: 'root: false' })).toBe(
      message(taupage.replace('root: true', 'root: false')),
    )
  })
  test('parts inside parts are found', () => {
    const inner = 'Content-Type: multipart/mixed; boundary=in\n\n--in\n\n#!/bin/sh\ndocker run a/b:1\n--in--'
    const outer = `Content-Type: multipart/mixed; boundary="out"\n\n--out\n${inner}\n--out--\n`
    expect(patched(outer, { dockerImage: 'a/b:2' })).toBe(outer.replace('a/b:1', 'a/b:2'))
  })
  test('a message with several parts with keys is refused', () => {
    const text = mime.replace('text/x-shellscript', 'text/cloud-config').replace('#!/bin/sh', '#cloud-config')
    expect(() => patch(text, { merge: 'a: 1' })).toThrow(/several parts with keys.*part 1.*part 2/u)
  })
  test('a multipart without boundary is refused', () => {
    expect(() => patch('Content-Type: multipart/mixed\n\nx', { merge: 'a: 1' })).toThrow('without a boundary')
  })
})

describe('the marker of cloud-config', () => {
  test.each([
    '#cloud-config\n',
    '\n#cloud-config\n',
    ' \r\n\t#cloud-config\r\n',
    '#Cloud-Config\n',
    '#CLOUD-CONFIG\n',
    '#cloud-config # mine\n',
    '#cloud-config: v1\n',
    '#cloud-config  \n',
  ])('is found in %j, as cloud-init finds it', (marker) => {
    expect(patched(`${marker}a: 1\n`, { merge: 'a: 2' })).toBe(`${marker}a: 2\n`)
  })

  test.each([
    '#cloud-config-archive\n',
    '#Cloud-Config-Archive\n',
    '#cloud-config-jsonp\n',
    '# cloud-config\n',
    'a: 0\n#cloud-config\n',
  ])('is not found in %j', (marker) => {
    expect(() => patch(`${marker}a: 1\n`, { merge: 'a: 2' })).toThrow('is text of an unknown format')
  })
})

describe('an alias that refers to the value that it stands in', () => {
  // The walk over such a value ended in a RangeError, reported as a fault of the program without the name of a group.
  test.each([
    ['a list', '#cloud-config\na: &x [1, *x]\nb: 1\n', 'line 2, column 11'],
    ['a mapping', '#cloud-config\na: &x {b: *x}\nb: 1\n', 'line 2, column 11'],
    ['a merge key', '#cloud-config\na: &x\n  b: 1\n  <<: *x\nb: 1\n', 'line 4, column 7'],
    ['a value further out', '#cloud-config\na: &x\n  - &y [*x]\nb: 1\n', 'line 3, column 9'],
    ['Taupage', '#taupage-ami-config\nsource: a/b:1\na: &x [*x]\nb: 1\n', 'line 3, column 8'],
  ])('is refused with its place: %s', (_, text, place) => {
    for (const request of [{ merge: 'b: 2' }, { merge: 'c: 1' }, { merge: 'a: null' }]) {
      expect(() => patch(text, request)).toThrow(UserDataError)
      expect(() => patch(text, request)).toThrow(
        `refers to the value that it stands in, at ${place}; write the value out`,
      )
    }
  })

  test('is another one where the name is given again further in', () => {
    expect(patched('#cloud-config\na: &x {b: &x 1, c: *x}\nd: 1\n', { merge: 'd: 2' })).toBe(
      '#cloud-config\na: &x {b: &x 1, c: *x}\nd: 2\n',
    )
  })
})

describe('user data without keys', () => {
  test.each([
    ['a script', '#!/bin/sh\n', 'is a script'],
    ['nothing', '', 'is empty'],
    ['YAML without a marker', 'a: 1\n', 'is text of an unknown format'],
    ['another marker', '#cloud-config-archive\n- a\n', 'is text of an unknown format'],
    [
      'a message of scripts',
      'Content-Type: multipart/mixed; boundary=x\n\n--x\n\n#!/bin/sh\n--x--\n',
      'has 1 part: a script',
    ],
  ])('takes no keys: %s', (_, text, message) => {
    expect(() => patch(text, { merge: 'a: 1' })).toThrow(message)
  })
  test('YAML that is not UTF-8 is refused', () => {
    expect(() => patch(new Uint8Array(Buffer.from('#cloud-config\na: \xff\n', 'latin1')), { merge: 'a: 1' })).toThrow(
      'not UTF-8',
    )
  })
})

describe('the size of user data', () => {
  const filler = (bytes: number): string => `#cloud-config\n# ${'x'.repeat(bytes - 22)}\na: 1\n`

  test('may reach the limit, and not pass it', () => {
    expect(filler(16_384).length).toBe(16_384)
    expect(patch(filler(16_384), { merge: 'a: 2' }).bytes.length).toBe(16_384)
    expect(() => patch(filler(16_384), { merge: 'a: 22' })).toThrow('16385 bytes; 16384 are allowed')
  })
  test('is smaller for launch configurations', () => {
    const limit = launchConfigurationUserDataLimit
    expect(() => patch(filler(16_384), { merge: 'a: 2', limit })).toThrow('16384 bytes; 16383 are allowed')
  })
  test('counts bytes, not characters', () => {
    expect(() => patch(filler(16_384), { merge: 'a: ü' })).toThrow('16385 bytes')
  })
})

describe('base64', () => {
  test('goes both ways', () => {
    expect(textOf(decodeUserData(encodeUserData(bytesOf(taupage))))).toBe(taupage)
    expect(decodeUserData(undefined)).toHaveLength(0)
  })
  test('is checked', () => {
    expect(() => decodeUserData('#!/bin/sh')).toThrow(UserDataError)
    expect(() => decodeUserData('abcde')).toThrow('not base64')
  })
})
