import { templateImages } from '../../../src/aws/audit/templates.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const calls = (account: SimulatedAccount): object[] => account.ledger.entries.map(({ input }) => input)

/** A template; its versions name the images `<name>-1`, `<name>-2` and so on; the first is the default. */
const template = (
  account: SimulatedAccount,
  name: string,
  versions = 3,
): { LaunchTemplateId: string; LaunchTemplateName: string } => {
  const data = (version: number) => ({ ImageId: `ami-${name}${version}`, InstanceType: 't3.micro' as const })
  const { LaunchTemplate } = account.ec2.operations.CreateLaunchTemplate({
    LaunchTemplateName: name,
    LaunchTemplateData: data(1),
  })
  const LaunchTemplateId = LaunchTemplate?.LaunchTemplateId ?? ''
  for (let version = 2; version <= versions; version++)
    account.ec2.operations.CreateLaunchTemplateVersion({ LaunchTemplateId, LaunchTemplateData: data(version) })
  return { LaunchTemplateId, LaunchTemplateName: name }
}

test('latest, default and omitted versions of all templates come in one call', async () => {
  const account = new SimulatedAccount()
  const [web, api] = [template(account, 'web'), template(account, 'api')]
  const imageOf = await templateImages(simulatedConnection(account), [
    { ...web, Version: '$Latest' },
    { ...web, Version: '3' },
    { ...api, Version: '$Default' },
    api,
    { LaunchTemplateName: 'api', Version: '1' },
  ])
  expect(imageOf({ ...web, Version: '$Latest' })).toBe('ami-web3')
  expect(imageOf({ ...web, Version: '3' })).toBe('ami-web3')
  expect(imageOf({ ...api, Version: '$Default' })).toBe('ami-api1')
  expect(imageOf(api)).toBe('ami-api1')
  expect(imageOf({ LaunchTemplateName: 'api', Version: '1' })).toBe('ami-api1')
  expect(calls(account)).toEqual([{ Versions: ['$Latest', '$Default'], MaxResults: 200 }])
})

test('a version in between is described by its template, all versions of one template together', async () => {
  const account = new SimulatedAccount()
  const [web, api] = [template(account, 'web', 5), template(account, 'api')]
  const specifications = ['2', '3', '$Latest'].map((Version) => ({ ...web, Version }))
  const imageOf = await templateImages(simulatedConnection(account), [...specifications, api])
  expect(specifications.map(imageOf)).toEqual(['ami-web2', 'ami-web3', 'ami-web5'])
  expect(calls(account).slice(1)).toEqual([
    { LaunchTemplateId: web.LaunchTemplateId, Versions: ['2', '3'], MaxResults: 200 },
  ])
})

test('of one template alone nothing else is listed', async () => {
  const account = new SimulatedAccount()
  const web = template(account, 'web')
  for (let index = 0; index < 10; index++) template(account, `idle${index}`)
  const imageOf = await templateImages(simulatedConnection(account), [{ ...web, Version: '$Latest' }])
  expect(imageOf({ ...web, Version: '$Latest' })).toBe('ami-web3')
  expect(calls(account)).toHaveLength(1)
})

test('an account full of other templates is not listed to its end for a few', async () => {
  const account = new SimulatedAccount()
  for (let index = 0; index < 500; index++) template(account, `idle${index}`, 2)
  const used = [template(account, 'web'), template(account, 'api')].map((one) => ({ ...one, Version: '$Latest' }))
  const imageOf = await templateImages(simulatedConnection(account), used)
  expect(used.map(imageOf)).toEqual(['ami-web3', 'ami-api3'])
  // Two pages, which two calls by id would have cost, and then those.
  expect(calls(account)).toHaveLength(4)
})

test('what is gone has no image, and does not hide the other versions', async () => {
  const account = new SimulatedAccount()
  const [web, api] = [template(account, 'web', 5), template(account, 'api')]
  account.ec2.operations.DeleteLaunchTemplateVersions({ LaunchTemplateId: web.LaunchTemplateId, Versions: ['3'] })
  const gone = { LaunchTemplateId: 'lt-0123456789abcdef0', Version: '$Latest' }
  const [two, three] = ['2', '3'].map((Version) => ({ ...web, Version }))
  if (two === undefined || three === undefined) throw new Error('two versions')
  const imageOf = await templateImages(simulatedConnection(account), [two, three, gone, api])
  expect([two, three, gone, api].map(imageOf)).toEqual(['ami-web2', undefined, undefined, 'ami-api1'])
})

test('no call is made for an empty list', async () => {
  const account = new SimulatedAccount()
  await templateImages(simulatedConnection(account), [])
  expect(calls(account)).toEqual([])
})
