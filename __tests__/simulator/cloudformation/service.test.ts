import { addSenzaStack } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'

const ask = async (account: SimulatedAccount, form: Readonly<Record<string, string>>) => {
  const body = Buffer.from(new URLSearchParams({ ...form, Version: '2010-05-15' }).toString())
  const { status, body: xml } = await account.gateway.handle({ method: 'POST', path: '/', headers: {}, body })
  return { status, xml: xml.toString() }
}

describe('CloudFormation, as far as Senza asks it', () => {
  it('lists a stack for each group with its tags, and names the group as its resource', async () => {
    const account = new SimulatedAccount()
    const { name } = addSenzaStack(account)
    const listed = await ask(account, { Action: 'ListStacks', 'StackStatusFilter.member.1': 'CREATE_COMPLETE' })
    expect(listed.xml).toContain('<StackName>mystack-v1</StackName>')
    const resources = await ask(account, { Action: 'DescribeStackResources', StackName: 'mystack-v1' })
    expect(resources.xml).toContain(`<PhysicalResourceId>${name}</PhysicalResourceId>`)
    expect(resources.xml).toContain('<LogicalResourceId>AppServer</LogicalResourceId>')
  })

  it('gives the tags of a stack without those of AWS', async () => {
    const account = new SimulatedAccount()
    addSenzaStack(account)
    const { xml } = await ask(account, { Action: 'DescribeStacks', StackName: 'mystack-v1' })
    expect(xml).toContain('<Key>StackVersion</Key><Value>v1</Value>')
    expect(xml).not.toContain('aws:cloudformation:logical-id')
  })

  it('refuses a stack that is not there', async () => {
    const { status, xml } = await ask(new SimulatedAccount(), { Action: 'DescribeStacks', StackName: 'none' })
    expect(status).toBe(400)
    expect(xml).toContain('<Code>ValidationError</Code><Message>Stack with id none does not exist</Message>')
  })
})
