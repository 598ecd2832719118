import { errorClassOf } from '../../../src/aws/client/error-class.ts'

/** AWS's refusal on a runner whose clock is wrong: the SDK says of each that it has corrected the time. */
const onSkewedClock = (code: string, message = code): Error =>
  Object.assign(new Error(message), {
    name: code,
    Code: code,
    $fault: 'client',
    $metadata: { httpStatusCode: 403, clockSkewCorrected: true },
  })

test.each([
  { code: 'RequestTimeTooSkewed', verdict: 'busy' },
  { code: 'RequestExpired', verdict: 'busy' },
  { code: 'SignatureDoesNotMatch', verdict: 'busy' },
  { code: 'AuthFailure', message: 'AWS was not able to validate the provided access credentials', verdict: 'busy' },
  { code: 'AuthFailure', message: 'Not authorized for images: [ami-1]', verdict: 'final' },
  { code: 'AccessDenied', verdict: 'final' },
  { code: 'ValidationError', verdict: 'final' },
  { code: 'Throttling', verdict: 'throttled' },
  { code: 'RateExceeded', verdict: 'throttled' },
  { code: 'RequestRateExceeded', verdict: 'throttled' },
  { code: 'LimitExceeded', verdict: 'final' },
  { code: 'ResourceContention', verdict: 'busy' },
  {
    code: 'InvalidIdentityToken',
    message: "Couldn't retrieve verification key from your identity provider",
    verdict: 'busy',
  },
  { code: 'InvalidIdentityToken', message: 'Incorrect token audience', verdict: 'final' },
])('on a clock that is wrong $code is $verdict', ({ code, message, verdict }) => {
  expect(errorClassOf(onSkewedClock(code, message))).toBe(verdict)
})
