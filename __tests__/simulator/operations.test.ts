import { ServiceFault } from '../../simulator/fault.ts'
import type { Service } from '../../simulator/interfaces.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { apis } from '../../simulator/wire/services.ts'
import { asOnTheWire } from './as-on-the-wire.ts'
import { AUTO_SCALING } from './operations/auto-scaling.ts'
import { BALANCING_V2, CLASSIC } from './operations/balancing.ts'
import { EC2 } from './operations/ec2.ts'
import { scene, type Row, type Scene, type Table } from './operations/scene.ts'
import {
  CLOUD_FORMATION,
  CLOUD_WATCH,
  CLOUD_WATCH_LOGS,
  EVENT_BRIDGE,
  IAM,
  ROUTE_53,
  S3,
  SERVICE_QUOTAS,
  SNS,
  SSM,
  STS,
} from './operations/small-services.ts'

const TABLES: Readonly<Record<string, Table>> = {
  'Auto Scaling': AUTO_SCALING,
  EC2,
  'Elastic Load Balancing': CLASSIC,
  'Elastic Load Balancing v2': BALANCING_V2,
  STS,
  SSM,
  CloudWatch: CLOUD_WATCH,
  'Route 53': ROUTE_53,
  'Service Quotas': SERVICE_QUOTAS,
  CloudFormation: CLOUD_FORMATION,
  IAM,
  EventBridge: EVENT_BRIDGE,
  'CloudWatch Logs': CLOUD_WATCH_LOGS,
  SNS,
  S3,
}

const schemas = new Map<string, object>()

beforeAll(async () => {
  for (const { sdkId, schemas: load } of apis) schemas.set(sdkId, await load())
})

test.each(new SimulatedAccount().services.map(({ sdkId, operations }) => ({ sdkId, operations })))(
  'each operation of $sdkId has a row, and each row an operation',
  ({ sdkId, operations }) => {
    expect(Object.keys(TABLES[sdkId] ?? {}).toSorted()).toEqual(Object.keys(operations).toSorted())
  },
)

interface Case extends Row {
  readonly sdkId: string
  readonly operation: string
}

const cases: readonly Case[] = Object.entries(TABLES).flatMap(([sdkId, table]) =>
  Object.entries(table).map(([operation, row]) => ({ sdkId, operation, ...row })),
)

/** Performs an operation with the checks of input and answer that the wire makes; gives the code of a refusal of the service. */
function perform({ sdkId, operation }: Case, it: Scene, input: object): string | undefined {
  const { operations = {} }: Partial<Service> = it.account.services.find((service) => service.sdkId === sdkId) ?? {}
  const wired = asOnTheWire(sdkId, operations, schemas.get(sdkId) ?? {}) as Record<string, (input: object) => object>
  try {
    wired[operation]?.(input)
    return undefined
  } catch (fault) {
    if (!(fault instanceof ServiceFault)) throw fault
    return /validation errors? detected/.test(fault.message) ? `the model: ${fault.message}` : fault.code
  }
}

test.each(cases)('$sdkId carries out $operation, and answers as its schema says', (row) => {
  const it = scene()
  expect(perform(row, it, row.accepts(it))).toBeUndefined()
})

test.each(cases.filter(({ refuses }) => refuses !== 'nothing'))('$sdkId refuses $operation by itself', (row) => {
  const [code, input] = row.refuses as Exclude<Row['refuses'], string>
  const it = scene()
  expect(perform(row, it, input(it))).toBe(code)
})
