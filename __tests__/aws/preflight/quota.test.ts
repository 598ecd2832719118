import { caller } from '../../../src/aws/client/call.ts'
import { awsClients, type RequestHandler } from '../../../src/aws/client/clients.ts'
import { ec2Quota } from '../../../src/aws/preflight/quota.ts'
import { UncertainOutcome } from '../../../src/aws/client/uncertain-outcome.ts'
import { UserError } from '../../../src/errors.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'
import { broken, keys, quickClock } from '../canned.ts'

const CODE = 'L-1216C47A'

test('gives the value in force', async () => {
  const account = new SimulatedAccount()
  account.serviceQuotas.set(CODE, 48)
  expect(await ec2Quota(simulatedConnection(account), CODE)).toBe(48)
})

test('a quota that AWS does not have is a refusal', async () => {
  const reading = ec2Quota(simulatedConnection(new SimulatedAccount()), 'L-00000000')
  await expect(reading).rejects.toThrow(UserError)
  await expect(reading).rejects.toThrow('does not exist')
})

describe('anything but an answer of Service Quotas is a readable error', () => {
  interface Row {
    readonly name: string
    readonly answer: { readonly status: number; readonly body: string } | Error
    readonly error: typeof UserError | typeof UncertainOutcome
    readonly tries: number
  }
  const rows: Row[] = [
    {
      name: 'a page of another server, in three tries',
      answer: { status: 404, body: '<html></html>' },
      error: UncertainOutcome,
      tries: 3,
    },
    {
      name: 'such a page as a success',
      answer: { status: 200, body: '<html></html>' },
      error: UncertainOutcome,
      tries: 3,
    },
    { name: 'a quota without a value', answer: { status: 200, body: '{"Quota":{}}' }, error: UserError, tries: 1 },
    { name: 'no connection, in three tries', answer: broken('ENOTFOUND'), error: UncertainOutcome, tries: 3 },
  ]
  test.each(rows)('$name', async ({ answer, error, tries }) => {
    let sent = 0
    const handle = async (): Promise<object> => {
      sent++
      if (answer instanceof Error) throw answer
      return { response: { statusCode: answer.status, headers: {}, body: Buffer.from(answer.body) } }
    }
    const region = 'eu-west-1'
    const requestHandler = { handle } as unknown as RequestHandler
    const clients = awsClients({ region, credentials: keys, mutable: true, requestHandler })
    const { send } = caller({ clock: quickClock(), random: () => 0.5, mutable: true })
    await expect(ec2Quota({ region, clients, send }, CODE)).rejects.toThrow(error as never)
    expect(sent).toBe(tries)
  })
})
