import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'

const shell = { DocumentName: 'AWS-RunShellScript', Parameters: { commands: ['true'] } }

/** Two groups of instances, `web` of three and `api` of one, each instance tagged with its stage. */
function fleet() {
  const account = new SimulatedAccount()
  const web = addGroup(account, { name: 'web', size: 3, tags: { stage: 'live' } }).instanceIds
  const api = addGroup(account, { name: 'api', size: 1, tags: { stage: 'test' } }).instanceIds
  const { operations, commands } = account.ssm
  const send = (input: object) => {
    const { Command } = operations.SendCommand({ ...shell, ...input })
    account.timeline.advance(1)
    return Command?.CommandId ?? ''
  }
  const list = (CommandId: string, more: object = {}) => operations.ListCommandInvocations({ CommandId, ...more })
  const reached = (id: string) =>
    list(id)
      .CommandInvocations?.map(({ InstanceId }) => InstanceId)
      .toSorted() ?? []
  const details = (id: string) => list(id).CommandInvocations?.map(({ StatusDetails }) => StatusDetails) ?? []
  return { account, web: web.toSorted(), api: api.toSorted(), commands, send, list, reached, details }
}

type Fleet = ReturnType<typeof fleet>

const code = (call: () => unknown): string => {
  try {
    call()
  } catch (fault) {
    return (fault as { code: string }).code
  }
  return 'accepted'
}

describe('targets of a command', () => {
  const rows: readonly { name: string; targets: (it: Fleet) => object[]; reaches: (it: Fleet) => readonly string[] }[] = [
    { name: 'a tag', targets: () => [{ Key: 'tag:stage', Values: ['live'] }], reaches: ({ web }) => web },
    { name: 'one of several values', targets: () => [{ Key: 'tag:stage', Values: ['live', 'test'] }], reaches: ({ web, api }) => [...web, ...api].toSorted() },
    { name: 'the tag of a group', targets: () => [{ Key: 'tag:aws:autoscaling:groupName', Values: ['api'] }], reaches: ({ api }) => api },
    { name: 'two tags, which both must fit', targets: () => [{ Key: 'tag:stage', Values: ['live'] }, { Key: 'tag:aws:autoscaling:groupName', Values: ['api'] }], reaches: () => [] },
    { name: 'the key of a tag', targets: () => [{ Key: 'tag-key', Values: ['stage'] }], reaches: ({ web, api }) => [...web, ...api].toSorted() },
    { name: 'instance ids', targets: ({ web }) => [{ Key: 'InstanceIds', Values: [web[0]] }], reaches: ({ web }) => web.slice(0, 1) },
  ] // prettier-ignore
  it.each(rows)('reach instances by $name', ({ targets, reaches }) => {
    const fixture = fleet()
    expect(fixture.reached(fixture.send({ Targets: targets(fixture) }))).toEqual(reaches(fixture))
  })

  it('reach only what runs and is managed', () => {
    const fixture = fleet()
    const [first = '', second = '', third = ''] = fixture.web
    fixture.commands.behaviour.managed = (id) => id !== first
    fixture.account.ec2.operations.TerminateInstances({ InstanceIds: [second] })
    expect(fixture.reached(fixture.send({ Targets: [{ Key: 'tag:stage', Values: ['live'] }] }))).toEqual([third])
  })

  it.each([
    { name: 'with ids besides', input: { InstanceIds: ['i-1'], Targets: [{ Key: 'tag:a', Values: ['b'] }] }, says: 'ValidationException' },
    { name: 'without values', input: { Targets: [{ Key: 'tag:a', Values: [] }] }, says: 'ValidationException' },
    { name: 'by resource group', input: { Targets: [{ Key: 'resource-groups:Name', Values: ['a'] }] }, says: 'ValidationException' },
    { name: 'by anything else', input: { Targets: [{ Key: 'colour', Values: ['a'] }] }, says: 'ValidationException' },
    { name: 'of neither kind', input: {}, says: 'InvalidInstanceId' },
  ])('are refused $name', ({ input, says }) => {
    expect(code(() => fleet().send(input))).toBe(says)
  }) // prettier-ignore

  it('name an instance once', () => {
    const fixture = fleet()
    const [first = ''] = fixture.web
    expect(code(() => fixture.send({ InstanceIds: [first, first] }))).toBe('DuplicateInstanceId')
  })
})

describe('a command on several instances', () => {
  it('runs on so many at once as it may, and ends for the rest after too many failures', () => {
    const fixture = fleet()
    const targets = { Targets: [{ Key: 'tag:stage', Values: ['live'] }] }
    const id = fixture.send({ ...targets, MaxConcurrency: '1', MaxErrors: '0' })
    expect(fixture.details(id)).toEqual(['InProgress', 'Pending', 'Pending'])
    fixture.account.timeline.advance(10)
    expect(fixture.details(id)).toEqual(['Success', 'Success', 'Success'])
    fixture.commands.behaviour.answer = () => ({ code: 1 })
    const failing = fixture.send({ ...targets, MaxConcurrency: '1', MaxErrors: '1' })
    fixture.account.timeline.advance(10)
    expect(fixture.details(failing)).toEqual(['Failed', 'Failed', 'Terminated'])
  })

  it('counts its limits as shares too', () => {
    const fixture = fleet()
    const id = fixture.send({ Targets: [{ Key: 'tag:stage', Values: ['live'] }], MaxConcurrency: '67%' })
    expect(fixture.details(id)).toEqual(['InProgress', 'InProgress', 'Pending'])
  })

  it('is listed in pages, with its plugins on request', () => {
    const fixture = fleet()
    const id = fixture.send({ Targets: [{ Key: 'tag:stage', Values: ['live'] }] })
    const first = fixture.list(id, { MaxResults: 2, Details: true })
    expect(first.CommandInvocations).toHaveLength(2)
    expect(first.CommandInvocations?.[0]?.CommandPlugins).toMatchObject([{ Name: 'aws:runShellScript' }])
    expect(fixture.list(id, { NextToken: first.NextToken }).CommandInvocations).toHaveLength(1)
    expect(fixture.list(id, { InstanceId: fixture.web[0] }).CommandInvocations).toHaveLength(1)
    expect(code(() => fixture.list(id, { NextToken: 'x' }))).toBe('InvalidNextToken')
    expect(code(() => fixture.list(id, { Filters: [{ key: 'Status', value: 'Success' }] }))).toBe('InvalidFilterKey')
  })
})
