import type { LaunchReference } from '../../../src/domain/rollout/fleet.ts'
import {
  previousTag,
  readPrevious,
  readRolledBack,
  referencesText,
  rolledBackTag,
} from '../../../src/aws/patch/rollback-tags.ts'
import { tagged } from '../groups.ts'

const template = (id: string, version: number): LaunchReference => ({ kind: 'template', id, version })

test('the launch configuration before a patch is read back from its tag', () => {
  expect(previousTag('web', 'web-2024')).toEqual({
    ResourceId: 'web',
    ResourceType: 'auto-scaling-group',
    Key: 'fleet-patch:previous',
    Value: 'web-2024',
    PropagateAtLaunch: false,
  })
  expect(readPrevious([tagged('Name', 'web'), previousTag('web', 'web-2024')])).toBe('web-2024')
})

test('what a rollback has gone back to is read back from its tag', () => {
  const to = referencesText([template('lt-1', 3), template('lt-2', 7)])
  const tag = rolledBackTag('web', to)
  expect(tag).toMatchObject({ Key: 'fleet-patch:rolled-back', Value: 'lt-1:3+lt-2:7', PropagateAtLaunch: false })
  expect(readRolledBack([tagged('Name', 'web'), tag])).toBe(to)
})

test('neither is read from tags of others, nor one for the other', () => {
  const others = [tagged('Name', 'web'), tagged('fleet-patch:memo', 'started=1')]
  expect(readPrevious([...others, rolledBackTag('web', 'lt-1:3')])).toBeUndefined()
  expect(readRolledBack([...others, previousTag('web', 'web-2024')])).toBeUndefined()
})

test('launch sources are the same text only where they are the same, each named once', () => {
  expect(referencesText([{ kind: 'configuration', name: 'web-2024' }])).toBe('web-2024')
  expect(referencesText([template('lt-1', 3), template('lt-1', 3)])).toBe('lt-1:3')
  expect(referencesText([template('lt-1', 3)])).not.toBe(referencesText([template('lt-1', 4)]))
  const many = Array.from({ length: 40 }, (_, index) => template(`lt-0123456789abcdef${index}`, index))
  expect(referencesText(many)).toHaveLength(256)
})
