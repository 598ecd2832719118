import { SimulatedAccount } from '../../../simulator/account.ts'
import { operationModel } from '../../../simulator/wire/model.ts'
import { type Api, apis } from '../../../simulator/wire/services.ts'

const { services } = new SimulatedAccount()

test('every API with schemas is served by an account, and no other', () => {
  expect(services.map(({ sdkId }) => sdkId).toSorted()).toEqual(apis.map(({ sdkId }) => sdkId).toSorted())
})

test.each(services.map(({ sdkId, operations }) => ({ sdkId, names: Object.keys(operations) })))(
  'every operation of $sdkId has its schema',
  async ({ sdkId, names }) => {
    const api = apis.find((each) => each.sdkId === sdkId) as Api
    const models = await Promise.all(names.map(async (name) => (await operationModel(api, name))?.name))
    expect(names).not.toEqual([])
    expect(models).toEqual(names)
  },
)

test.each(apis)('$sdkId refuses a caller without the permission with its own code', async ({ sdkId, ...api }) => {
  const account = new SimulatedAccount()
  account.faults.deny('*')
  const call = { sdkId, iamPrefix: api.iamPrefix, operation: 'DescribeNothing', input: {}, accessKeyId: undefined }
  const { denied } = api.refusals
  expect(() => account.gateway.perform(call)).toThrow(expect.objectContaining({ code: denied, status: 403 }) as Error)
  expect(denied).toMatch(/^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError)$/)
})
