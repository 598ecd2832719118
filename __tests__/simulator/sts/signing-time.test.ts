import { checkSigningTime } from '../../../simulator/sts/signing-time.ts'

const NOW = Date.UTC(2026, 0, 5, 8) / 1000

const refusalOf = (iamPrefix: string, signedAt: number | undefined): string => {
  try {
    const call = { sdkId: '', operation: '', input: {}, accessKeyId: 'AKIA', iamPrefix, signedAt }
    checkSigningTime(call, NOW)
    return 'none'
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return `${code}: ${message}`
  }
}

test.each([
  { name: 'an unsigned request', prefix: 'sts', at: undefined, refusal: 'none' },
  { name: 'five minutes', prefix: 'autoscaling', at: NOW - 300, refusal: 'none' },
  {
    name: 'a query service, late',
    prefix: 'autoscaling',
    at: NOW - 1200,
    refusal:
      'SignatureDoesNotMatch: Signature expired: 20260105T074000Z is now earlier than 20260105T075500Z (20260105T080000Z - 5 min.)',
  },
  {
    name: 'a query service, early',
    prefix: 'elasticloadbalancing',
    at: NOW + 1200,
    refusal:
      'SignatureDoesNotMatch: Signature not yet current: 20260105T082000Z is still later than 20260105T080500Z (20260105T080000Z + 5 min.)',
  },
  {
    name: 'a JSON service',
    prefix: 'ssm',
    at: NOW - 301,
    refusal:
      'InvalidSignatureException: Signature expired: 20260105T075459Z is now earlier than 20260105T075500Z (20260105T080000Z - 5 min.)',
  },
  { name: 'EC2, late', prefix: 'ec2', at: NOW - 1200, refusal: 'RequestExpired: Request has expired.' },
  {
    name: 'EC2, early',
    prefix: 'ec2',
    at: NOW + 1200,
    refusal: 'AuthFailure: AWS was not able to validate the provided access credentials',
  },
])('the time of a signature: $name', ({ prefix, at, refusal }) => {
  expect(refusalOf(prefix, at)).toBe(refusal)
})
