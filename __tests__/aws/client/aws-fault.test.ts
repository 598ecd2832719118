import { awsFaultOf } from '../../../src/aws/client/aws-fault.ts'
import { UserError } from '../../../src/errors.ts'
import { refused } from '../fake-connection.ts'

describe("AWS's own error is found", () => {
  test.each([
    {
      name: 'by the wire code, where the SDK names the error differently',
      error: Object.assign(new Error('busy'), { name: 'ResourceContentionFault', Code: 'ResourceContention' }),
      expected: { code: 'ResourceContention', message: 'busy' },
    },
    {
      name: 'by the name, in protocols without a code',
      error: Object.assign(new Error('no'), { name: 'ParameterNotFound', $fault: 'client' }),
      expected: { code: 'ParameterNotFound', message: 'no' },
    },
    {
      name: 'in the cause of another error',
      error: new UserError({ what: 'It failed.', cause: refused('Throttling', 'Rate exceeded') }),
      expected: { code: 'Throttling', message: 'Rate exceeded' },
    },
    { name: 'nowhere in a defect of the action', error: new TypeError('x'), expected: undefined },
    {
      name: 'nowhere in a broken connection, though it went through the SDK',
      error: Object.assign(new Error('socket hang up'), { $metadata: {} }),
      expected: undefined,
    },
    { name: 'nowhere in something that is no error', error: 'x', expected: undefined },
  ])('$name', ({ error, expected }) => {
    expect(awsFaultOf(error)).toEqual(expected)
  })
})
