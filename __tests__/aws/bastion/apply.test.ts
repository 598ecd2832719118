import { applyBastionChange } from '../../../src/aws/bastion/apply.ts'
import type { Connection } from '../../../src/aws/client/connection.ts'
import type { BastionMemo } from '../../../src/domain/bastion/bastion.ts'

/** A connection that answers everything with nothing, and the inputs of what was sent over it. */
function silent(): { readonly connection: Connection; readonly sent: object[] } {
  const sent: object[] = []
  const connection = {
    clients: { ec2: () => Promise.resolve({}) },
    send: (_client: object, { input }: { readonly input: object }) => {
      sent.push(input)
      return Promise.resolve({})
    },
  }
  return { connection: connection as unknown as Connection, sent }
}

test.each([
  { purpose: 'probe', name: 'a temporary address is lent only while it is free', moves: false },
  { purpose: 'move', name: 'the address of the bastion moves, wherever it is', moves: true },
  { purpose: 'back', name: 'and goes back in the same way', moves: true },
] as const)('$name', async ({ purpose, moves }) => {
  const { connection, sent } = silent()
  const change = { kind: 'associate', allocation: 'eipalloc-1', ip: '192.0.2.1', instance: 'i-new', purpose } as const
  await applyBastionChange(connection, change, { memo: {} as BastionMemo, since: 0, launch: undefined })
  expect(sent).toEqual([{ AllocationId: 'eipalloc-1', InstanceId: 'i-new', AllowReassociation: moves }])
})
