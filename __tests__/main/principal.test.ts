import { readFileSync } from 'node:fs'
import { principalOf } from '../../src/main/principal.ts'
import { ACTION_VERSION } from '../../src/main/version.ts'

test.each([
  ['arn:aws:sts::123456789012:assumed-role/fleet-patch/fleet-patch-1000', 'assumed-role/fleet-patch'],
  ['arn:aws:iam::123456789012:user/team/ops', 'user/team/ops'],
  ['arn:aws:iam::123456789012:root', 'root'],
  ['arn:aws:sts::123456789012:federated-user/ops', 'federated-user/ops'],
])('%s is %s, whatever the session is called', (arn, principal) => {
  expect(principalOf(arn)).toBe(principal)
})

test('the version of the action is that of package.json', () => {
  expect(ACTION_VERSION).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
})
