import type { ConstraintTable } from '../constraint-table.ts'

/** From botocore 1.44.8 by `npm run constraints:table`; not edited by hand. */
export const logsConstraints: ConstraintTable = {
  shapes: {
    EntityAttributes: { min: 0, max: 10, key: 'EntityAttributesKey', value: 'EntityAttributesValue' },
    EntityAttributesKey: { min: 1, max: 256 },
    EntityAttributesValue: { min: 1, max: 512 },
    EntityKeyAttributes: { min: 2, max: 4, key: 'EntityKeyAttributesKey', value: 'EntityKeyAttributesValue' },
    EntityKeyAttributesKey: { min: 1, max: 32 },
    EntityKeyAttributesValue: { min: 1, max: 512 },
    EventMessage: { min: 1 },
    InputLogEvents: { min: 1, max: 10000 },
    LogGroupName: { min: 1, max: 512, pattern: '[\\.\\-_/#A-Za-z0-9]+' },
    LogStreamName: { min: 1, max: 512, pattern: '[^:*]*' },
    SequenceToken: { min: 1 },
    Timestamp: { min: 0, whole: 64 },
  },
  structures: {
    CreateLogStreamRequest: { logGroupName: 'LogGroupName', logStreamName: 'LogStreamName' },
    Entity: { keyAttributes: 'EntityKeyAttributes', attributes: 'EntityAttributes' },
    InputLogEvent: { timestamp: 'Timestamp', message: 'EventMessage' },
    PutLogEventsRequest: {
      logGroupName: 'LogGroupName',
      logStreamName: 'LogStreamName',
      logEvents: 'InputLogEvents',
      sequenceToken: 'SequenceToken',
    },
  },
}
