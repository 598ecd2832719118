import fc from 'fast-check'
import { gunzipSync, gzipSync } from 'node:zlib'
import { patchUserData, type UserDataRequest } from '../../../src/domain/user-data/user-data.ts'

const codec = { gunzip: (bytes: Uint8Array) => gunzipSync(bytes), gzip: (bytes: Uint8Array) => gzipSync(bytes) }

/** Everything of a patch that may reach a log: the changes, or the error with its causes and its stack. */
function reported(
  bytes: Uint8Array,
  request: Partial<UserDataRequest>,
): { readonly outcome: string; readonly text: string } {
  try {
    const { changes } = patchUserData(bytes, { ...codec, ...request })
    return { outcome: changes.length > 0 ? 'changed' : 'unchanged', text: JSON.stringify(changes) }
  } catch (error) {
    const parts: string[] = []
    for (let at: unknown = error; at instanceof Error; at = at.cause) {
      parts.push(at.name, at.message, at.stack ?? '', JSON.stringify(at))
    }
    return { outcome: (error as Error).name, text: parts.join('\n') }
  }
}

const secrets = [
  'hunter2',
  'S3CR3T-PASSW0RD',
  'aws:kms:AQICAHh3c2VjcmV0',
  'AKIAIOSFODNN7EXAMPLE',
  'admin:hunter2',
  'https://user:hunter2@db.example.org/x',
  'two words',
] as const

/** User data with a secret at every place that a parser, a search or an error might quote. */
const samples: readonly ((secret: string) => string)[] = [
  (s) => `#taupage-ami-config\nsource: a/b:1\nkey: ${s}\nenvironment:\n  PASSWORD: ${s}\n  OTHER: "${s}"\n`,
  (s) => `#taupage-ami-config\n# ${s}\nsource: "${s} "\nenvironment: {PASSWORD: "${s}"} # ${s}\n`,
  (s) => `#taupage-ami-config\nkey: |\n  ${s}\nsource: a/b:1\nenvironment: ${s}\n`,
  (s) => `#taupage-ami-config\nkey: "${s}\nsource: a/b:1\n`,
  (s) => `#taupage-ami-config\nkey: [${s}\nsource: a/b:1\n`,
  (s) => `#taupage-ami-config\nkey: ${s}\n  ${s}: ${s}\n ${s}\n`,
  (s) => `#taupage-ami-config\nkey: *${s}\nother: &x ${s}\nenvironment: *x\n`,
  (s) => `#taupage-ami-config\nkey: !${s} ${s}\nenvironment: !!int ${s}\n`,
  (s) => `#taupage-ami-config\n\t${s}: ${s}\n`,
  (s) => `#taupage-ami-config\nenvironment: &e {PASSWORD: "${s}"}\nother:\n  <<: *e\ncopy: *e\n`,
  (s) => `#taupage-ami-config\n? ${s}\n: ${s}\n? environment\n: ${s}\n`,
  (s) => `#taupage-ami-config\n- ${s}\n`,
  (s) => `#taupage-ami-config\n${s}\n`,
  (s) => `#taupage-ami-config\nkey: ${s}\n---\nkey: ${s}\n`,
  (s) => `#cloud-config\nruncmd:\n  - docker run -e PASSWORD=${s} a/b:1 ${s}\n`,
  (s) => `#!/bin/sh\nexport PASSWORD=${s}\ndocker login -u ${s} -p ${s}\ndocker run -e X=${s} a/c:1 ${s}\n`,
  (s) => `#!/bin/sh\ndocker run ${s} a/b:1 ${s}\ndocker run a/b:1 # ${s}\n`,
  (s) => `[settings]\npassword = "${s}"\nsource = "a/b:1"\n`,
  (s) => `${s}\0${s}`,
  (s) =>
    `Content-Type: multipart/mixed; boundary=x\nX-Secret: ${s}\n\n${s}\n--x\nContent-Type: text/cloud-config\nSubject: ${s}\n\nkey: ${s}\n--x\n\n#!/bin/sh\n${s} a/b:1\n--x--\n`,
  (s) => `Content-Type: multipart/mixed\nX-Secret: ${s}\n\n${s}\n`,
]

const requests: readonly Partial<UserDataRequest>[] = [
  { dockerImage: 'a/b:2' },
  { dockerImage: 'postgres:16' },
  { merge: 'environment: {PASSWORD: changed, NEW: changed}' },
  { merge: 'environment: null\nkey: null' },
  { merge: 'key: {a: {b: 1}}\nother: [1]' },
  { merge: 'source: x/y:2\nkey: 1', dockerImage: 'x/y:3' },
  { merge: 'key: changed', limit: 10 },
]

describe('only image references of the user data are reported', () => {
  const cases = samples.flatMap((sample, number) => secrets.map((secret) => ({ number: number + 1, sample, secret })))

  test.each(cases)('sample $number with $secret', ({ sample, secret }) => {
    const bytes = new TextEncoder().encode(sample(secret))
    for (const packed of [bytes, new Uint8Array(gzipSync(bytes))]) {
      for (const request of requests) expect(reported(packed, request).text).not.toContain(secret)
    }
  })

  test('and the samples do reach changes as well as refusals', () => {
    const outcomes = cases.flatMap(({ sample, secret }) =>
      requests.map((request) => reported(new TextEncoder().encode(sample(secret)), request).outcome),
    )
    expect(new Set(outcomes)).toEqual(new Set(['changed', 'unchanged', 'UserDataError']))
    expect(outcomes.filter((outcome) => outcome === 'changed').length).toBeGreaterThan(50)
  })

  test('nor a secret of the change itself', () => {
    for (const merge of [
      'a: hunter2',
      'a: "hunter2',
      'a: {b: [hunter2}',
      '- hunter2',
      'hunter2',
      'a: *hunter2',
      'source: hunter2',
      'image: "hunter 2:hunter2"',
    ]) {
      expect(reported(new TextEncoder().encode('#cloud-config\nb: 1\n'), { merge }).text).not.toContain('hunter2')
    }
  })

  test('whatever the text around the secret', () => {
    const secret = 'Zx9SECRETq7'
    const piece = fc.constantFrom(
      '\n',
      '  ',
      '- ',
      'a: ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ',',
      '|\n',
      '&x ',
      '*x',
      '!t ',
      '#',
      '%',
      '@',
      '`',
      '\t',
      ': ',
      secret,
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom(...requests), (pieces, request) => {
        const text = `#taupage-ami-config\nkey: ${secret}\n${pieces.join('')}`
        const { outcome, text: said } = reported(new TextEncoder().encode(text), request)
        return !said.includes(secret) && ['changed', 'unchanged', 'UserDataError'].includes(outcome)
      }),
      { seed: 7, numRuns: 1000 },
    )
  })
})
