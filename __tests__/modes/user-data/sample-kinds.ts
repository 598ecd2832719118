/** User data of the kinds that instances get, with secrets at all the places where such user data has them. */
import { gzipSync } from 'node:zlib'
import type { SecretKind } from './secret-kinds.ts'

/** A kind of user data. */
export interface SampleKind {
  readonly name: string
  readonly make: (secrets: readonly SecretKind[]) => Uint8Array
  /** What a patch of the image comes to. */
  readonly patched: 'changed' | 'refused'
}

export const APP = 'registry.example.org/team/app'
const IMAGE = `${APP}:1.2`

const indented = (text: string, by: number): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(by) + line))
    .join('\n')
const shell = (secrets: readonly SecretKind[]): string =>
  ['#!/bin/bash', 'set -eu', ...secrets.flatMap((one) => [`# ${one.name}: ${one.value}`, one.shell]), `docker run -d -p 80:80 ${IMAGE}`, ''].join('\n') // prettier-ignore
const quoted = (text: string): string => JSON.stringify(text)
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`
const pairs = (secrets: readonly SecretKind[], line: (key: string, value: string) => string): string =>
  secrets.map(({ value }, index) => line(`key_${index}`, value)).join('\n')
const powershell = (secrets: readonly SecretKind[]): string =>
  `<powershell>\n# note\n${pairs(secrets, (key, value) => `$env:${key} = ${single(value)}`)}\ndocker run -d ${IMAGE}\n</powershell>\n`
const multipart = (secrets: readonly SecretKind[], part: string): string =>
  [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="==B=="',
    ...secrets.slice(0, 3).map(({ tokens: [token = ''] }, index) => `X-Key-${index}: ${token}`),
    '',
    '--==B==',
    'Content-Type: text/cloud-config; charset="us-ascii"',
    '',
    '#cloud-config',
    'write_files:',
    pairs(secrets, (key, value) => `  - path: /etc/${key}\n    content: ${quoted(value)}`),
    '',
    '--==B==',
    part,
    '--==B==--',
    '',
  ].join('\n')

const text = (make: (secrets: readonly SecretKind[]) => string) => (secrets: readonly SecretKind[]) =>
  new TextEncoder().encode(make(secrets))
const changed = (name: string, make: (secrets: readonly SecretKind[]) => string): SampleKind => ({
  name,
  make: text(make),
  patched: 'changed',
})
const refused = (name: string, make: (secrets: readonly SecretKind[]) => string): SampleKind => ({
  name,
  make: text(make),
  patched: 'refused',
})

export const sampleKinds: readonly SampleKind[] = [
  changed('a shell script', shell),
  changed('cloud-config with a script', (secrets) => `#cloud-config\nruncmd:\n  - |\n${indented(shell(secrets), 4)}\n`),
  changed(
    'cloud-config with commands',
    (secrets) =>
      `#cloud-config\nbootcmd:\n${pairs(secrets, (key, value) => `  - [echo, ${quoted(`${key}=${value}`)}]`)}\nruncmd:\n  - docker run -d ${IMAGE}\n`,
  ),
  changed(
    'cloud-config with files and users',
    (secrets) =>
      `#cloud-config\npassword: ${quoted(secrets[0]?.value ?? '')}\nusers:\n  - name: core\n    passwd: ${quoted(secrets.at(-1)?.value ?? '')}\nwrite_files:\n${pairs(secrets, (key, value) => `  - path: /etc/${key}\n    content: ${quoted(value)}`)}\n  - path: /srv/compose.yml\n    content: |\n      services:\n        app:\n          image: ${IMAGE}\n`,
  ),
  changed(
    'Taupage',
    (secrets) =>
      `#taupage-ami-config\n# ${secrets[0]?.value}\nsource: ${IMAGE}\nenvironment:\n${pairs(secrets, (key, value) => `  ${key}: ${quoted(value)}`)}\nroot: true\n`,
  ),
  changed(
    'a systemd unit',
    (secrets) =>
      `[Service]\n${pairs(secrets, (key, value) => `Environment=${quoted(`${key}=${value}`)}\n# ${value}`)}\nExecStart=/usr/bin/docker run -e A=b ${IMAGE}\n`,
  ),
  changed(
    'a quadlet',
    (secrets) => `[Container]\n${pairs(secrets, (key, value) => `Environment=${quoted(`${key}=${value}`)}`)}\nImage=${IMAGE}\n`,
  ),
  changed(
    'a file of Compose',
    (secrets) =>
      `services:\n  app:\n    image: ${IMAGE}\n    environment:\n${pairs(secrets, (key, value) => `      ${key}: ${single(value)}`)}\n`,
  ),
  changed(
    'a manifest of Kubernetes',
    (secrets) =>
      `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: app\n      image: ${IMAGE}\n      env:\n${pairs(secrets, (key, value) => `        - name: ${key}\n          value: ${quoted(value)}`)}\n`,
  ),
  changed('PowerShell', powershell),
  changed('PowerShell that persists', (secrets) => `${powershell(secrets)}<persist>true</persist>\n`),
  changed(
    'a script of cmd',
    (secrets) =>
      `<script>\r\n${pairs(secrets, (key, value) => `set ${key}=${value}\r`)}\ndocker run -d ${IMAGE}\r\n</script>\r\n`,
  ),
  changed('a multipart message', (secrets) =>
    multipart(secrets, `Content-Type: text/x-shellscript\n\n${shell(secrets)}`),
  ),
  changed('a multipart message with base64', (secrets) =>
    multipart(
      secrets,
      `Content-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\n${Buffer.from(shell(secrets)).toString('base64').replaceAll(/.{76}/gu, '$&\n')}`,
    ),
  ),
  { name: 'a packed script', make: (secrets) => new Uint8Array(gzipSync(shell(secrets))), patched: 'changed' },
  {
    name: 'a packed multipart message',
    make: (secrets) =>
      new Uint8Array(gzipSync(multipart(secrets, `Content-Type: text/x-shellscript\n\n${shell(secrets)}`))),
    patched: 'changed',
  },
  changed(
    'settings of Bottlerocket',
    (secrets) =>
      `[settings.kubernetes]\n${pairs(secrets, (key, value) => `${key} = ${single(value)}`)}\n\n[settings.host-containers.app]\nsource = "${IMAGE}"\n`,
  ),
  changed('Ignition', (secrets) =>
    JSON.stringify({
      ignition: { version: '3.4.0' },
      passwd: { users: [{ name: 'core', passwordHash: secrets[0]?.value }] },
      storage: { files: secrets.map(({ value }, index) => ({ path: `/etc/${index}`, contents: { source: `data:,${value}` } })) },
      systemd: { units: [{ name: 'app.service', contents: `[Service]\nExecStart=/usr/bin/docker run ${IMAGE}\n` }] },
    }),
  ),
  changed(
    'an Ignition source in YAML',
    (secrets) =>
      `variant: flatcar\nversion: 1.0.0\nstorage:\n  files:\n${pairs(secrets, (key, value) => `    - path: /etc/${key}\n      contents:\n        inline: ${quoted(value)}`)}\nsystemd:\n  units:\n    - name: app.service\n      contents: |\n        [Service]\n        ExecStart=/usr/bin/docker run ${IMAGE}\n`,
  ),
  refused(
    'a script in Python',
    (secrets) => `#!/usr/bin/env python3\n${pairs(secrets, (key, value) => `${key} = ${quoted(value)}`)}\nrun(["docker", "run", "${IMAGE}"])\n`,
  ),
  refused('lines of an environment', (secrets) => `${pairs(secrets, (key, value) => `${key}=${value}`)}\nAPP=${IMAGE}\n`),
  refused(
    'cloud-config that is not closed',
    (secrets) => `#cloud-config\n${pairs(secrets, (key, value) => `${key}: ${quoted(value)}`)}\nlast: "${secrets[0]?.value}\nruncmd: [docker, run, ${IMAGE}\n`,
  ),
  refused(
    'Taupage that is no YAML',
    (secrets) => `#taupage-ami-config\nsource: ${IMAGE}\n${secrets[0]?.value}\n  x: [${secrets[1]?.value}\n${pairs(secrets, (key, value) => `\t${key}: *${value}`)}\n`,
  ),
  {
    name: 'something binary',
    make: (secrets) => new TextEncoder().encode(`\0\u0001${secrets.map(({ value }) => value).join('\0')}`),
    patched: 'refused',
  },
] // prettier-ignore
