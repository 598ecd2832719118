import type { Instance } from '@aws-sdk/client-ec2'
import { clientTokenOf, formerClientToken } from '../../../src/aws/bastion/client-token.ts'
import { successorTag } from '../../../src/aws/bastion/memo-tag.ts'
import { checkedTag, provenMemo } from '../../../src/aws/bastion/proven.ts'
import { elasticAddress } from '../../../src/aws/bastion/shown.ts'

const memo = { old: 'i-1', address: 'eipalloc-1', run: '1/1/abcd', wish: '0123456789abcdef', wasProtected: false }
const tag = successorTag(memo, { since: 1_767_600_000, subnet: 'subnet-1' })

const instance: Instance = {
  InstanceId: 'i-2',
  SubnetId: 'subnet-1',
  LaunchTime: new Date(1_767_600_010_000),
  ClientToken: clientTokenOf(tag.Value),
  Tags: [tag],
}

const former: Instance = {
  ...instance,
  ClientToken: formerClientToken(memo, 'subnet-1'),
  Tags: [{ Key: tag.Key, Value: 'old=i-1 address=eipalloc-1 run=1/1/abcd wish=0123456789abcdef protected=no' }],
}

test.each([
  { name: 'an instance that a run has launched', given: instance },
  { name: 'one that was stopped and started since', given: { ...instance, LaunchTime: new Date(1_767_700_000_000) } },
  { name: 'a terminated one, which shows no subnet', given: { ...instance, SubnetId: undefined } },
  { name: 'one that a run of an earlier version has launched', given: former },
])('$name is ours', ({ given }) => {
  expect(provenMemo(given as Instance)).toEqual(memo)
})

test.each([
  { name: 'an instance with a copied tag', given: { ...instance, ClientToken: 'console' } },
  { name: 'one whose launch had no client token', given: { ...instance, ClientToken: undefined } },
  {
    name: 'one whose tag was changed',
    given: { ...instance, Tags: [{ Key: tag.Key, Value: tag.Value.replace('old=i-1', 'old=i-9') }] },
  },
  { name: 'one with a copied tag of an earlier version', given: { ...former, ClientToken: 'console' } },
  { name: 'one with such a tag in another subnet', given: { ...former, SubnetId: 'subnet-2' } },
  { name: 'one that was launched a day before', given: { ...instance, LaunchTime: new Date(1_767_500_000_000) } },
])('$name is not ours, and it is said why', ({ given }) => {
  expect(provenMemo(given as Instance)).toBeUndefined()
  expect(checkedTag(given as Instance)).toMatchObject({ kind: 'unproven', why: expect.stringMatching(/^its? /) })
})

test('the client token of earlier versions is this one', () => {
  expect(formerClientToken(memo, 'subnet-1')).toBe('309679327b97d8e41d07071f60455086b32695d9')
})

test('an address behind a network interface without an instance points at that', () => {
  const address = { AllocationId: 'eipalloc-1', PublicIp: '1.1.1.1', AssociationId: 'eipassoc-1', InstanceId: '' }
  expect(elasticAddress({ ...address, NetworkInterfaceId: 'eni-1' })).toMatchObject({ holder: 'eni-1' })
  expect(elasticAddress({ ...address, InstanceId: 'i-1', NetworkInterfaceId: 'eni-1' })).toMatchObject({
    holder: 'i-1',
  })
})
