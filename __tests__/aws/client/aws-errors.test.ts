import { AutoScalingClient, SuspendProcessesCommand } from '@aws-sdk/client-auto-scaling'
import { EC2Client, DescribeInstancesCommand } from '@aws-sdk/client-ec2'
import { describe, expect, test } from '@jest/globals'

import { caller } from '../../../src/aws/client/call.ts'
import type { RequestHandler } from '../../../src/aws/client/clients.ts'
import { UserError } from '../../../src/errors.ts'
import { canned, ec2Fault, fault, keys, quickClock, type Answer } from '../canned.ts'

const { send } = caller({ clock: quickClock(), random: () => 0, mutable: true })

const settings = (requestHandler: RequestHandler) =>
  ({ region: 'eu-west-1', credentials: keys, maxAttempts: 1, requestHandler }) as const

async function refusal(call: Promise<unknown>): Promise<UserError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof UserError) return error
  throw new Error(`not a UserError: ${String(error)}`)
}

const suspending = (answer: Answer): Promise<UserError> =>
  refusal(
    send(
      new AutoScalingClient(settings(canned([answer]).handler)),
      new SuspendProcessesCommand({ AutoScalingGroupName: 'web' }),
    ),
  )

const describing = (answer: Answer): Promise<UserError> =>
  refusal(send(new EC2Client(settings(canned([answer]).handler)), new DescribeInstancesCommand({})))

const user = 'arn:aws:sts::123456789012:assumed-role/patcher/fleet-patch-4711'
const group = 'arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:*:autoScalingGroupName/web'

describe('a refusal', () => {
  test('names the group, the missing action, its resource and the role', async () => {
    const message = `User: ${user} is not authorized to perform: autoscaling:SuspendProcesses on resource: ${group} because no identity-based policy allows the autoscaling:SuspendProcesses action`
    const error = await suspending(fault('AccessDenied', { status: 403, message }))
    expect(error.what).toBe('AWS refused autoscaling:SuspendProcesses for the group web.')
    expect(error.why).toBe(
      `the role patcher is not authorized to perform autoscaling:SuspendProcesses on ${group} because no identity-based policy allows the autoscaling:SuspendProcesses action.`,
    )
    expect(error.remedy).toBe(`Allow autoscaling:SuspendProcesses on ${group} in a policy of the role patcher.`)
  })

  const denials: { name: string; message: string; remedy: string }[] = [
    {
      name: 'without resource and reason',
      message: 'User: arn:aws:iam::123456789012:user/me is not authorized to perform: autoscaling:SuspendProcesses',
      remedy: 'Allow autoscaling:SuspendProcesses in a policy of arn:aws:iam::123456789012:user/me.',
    },
    {
      name: 'by a service control policy',
      message: `User: ${user} is not authorized to perform: autoscaling:SuspendProcesses on resource: ${group} with an explicit deny in a service control policy`,
      remedy: 'Take autoscaling:SuspendProcesses out of the deny in the service control policy.',
    },
    {
      name: 'by a boundary',
      message: `User: ${user} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/web because no permissions boundary allows the iam:PassRole action`,
      remedy: 'Allow iam:PassRole on arn:aws:iam::1:role/web in the permissions boundary.',
    },
    {
      name: 'in words that are new',
      message: 'Forbidden.',
      remedy: 'Allow it in the policies of the role or user whose credentials are used.',
    },
  ]
  test.each(denials)('of access says where to allow it: $name', async ({ message, remedy }) => {
    expect((await suspending(fault('AccessDenied', { status: 403, message }))).remedy).toBe(remedy)
  })

  test('of EC2 says how its encoded part is read', async () => {
    const message = `You are not authorized to perform this operation. User: ${user} is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action. Encoded authorization failure message: aGVsbG8_x-1`
    const error = await describing(ec2Fault('UnauthorizedOperation', { status: 403, message }))
    expect(error.why).toBe(
      'the role patcher is not authorized to perform ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action.',
    )
    expect(error.remedy).toBe(
      'Allow ec2:DescribeInstances in a policy of the role patcher. Details: `aws sts decode-authorization-message --encoded-message aGVsbG8_x-1`.',
    )
  })

  const others: { name: string; code: string; message: string; says: string }[] = [
    {
      name: 'an expired session',
      code: 'ExpiredToken',
      message: 'The security token included in the request is expired',
      says: 'Set `role-to-assume`',
    },
    {
      name: 'an unknown key',
      code: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid',
      says: 'Check that the access key exists',
    },
    {
      name: 'a wrong clock',
      code: 'RequestExpired',
      message: 'Request has expired',
      says: 'Set the clock of the runner',
    },
    {
      name: 'the time of a signature',
      code: 'SignatureDoesNotMatch',
      message: 'Signature expired: 20260105T074000Z is now earlier than 20260105T075500Z (20260105T080000Z - 5 min.)',
      says: 'Set the clock of the runner',
    },
    {
      name: 'a signature',
      code: 'SignatureDoesNotMatch',
      message: 'The request signature we calculated does not match the signature you provided.',
      says: 'Check that the access key exists',
    },
    {
      name: 'a region that is not enabled',
      code: 'OptInRequired',
      message: 'You are not subscribed to this service',
      says: 'Check `aws-region`',
    },
  ]
  test.each(others)('of $name says what to do', async ({ code, message, says }) => {
    const error = await suspending(fault(code, { status: 403, message }))
    expect(error.remedy).toContain(says)
    expect(error.why).toContain(message)
    expect(error.cause).toMatchObject({ name: code })
  })

  test('of EC2 for bad credentials is distinguished from one for a resource of another account', async () => {
    const bad = { message: 'AWS was not able to validate the provided access credentials' }
    expect((await describing(ec2Fault('AuthFailure', bad))).remedy).toContain('Check that the access key exists')
    const foreign = { message: 'The address eipalloc-1 does not belong to you.' }
    const error = await describing(ec2Fault('AuthFailure', foreign))
    expect(error.remedy).toBeUndefined()
    expect(error.why).toBe('AuthFailure: The address eipalloc-1 does not belong to you.')
  })

  test('without any credentials says where to get them', async () => {
    const credentials = () =>
      Promise.reject(
        Object.assign(new Error('Could not load credentials from any providers'), { name: 'CredentialsProviderError' }),
      )
    const client = new EC2Client({ ...settings(canned([]).handler), credentials })
    const error = await refusal(send(client, new DescribeInstancesCommand({})))
    expect(error.what).toBe('There are no AWS credentials.')
    expect(error.remedy).toContain('`role-to-assume`')
    expect(error.remedy).toContain('`permissions: { id-token: write }`')
  })
})
