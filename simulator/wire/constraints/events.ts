import type { ConstraintTable } from '../constraint-table.ts'

/** From botocore 1.44.8 by `npm run constraints:table`; not edited by hand. */
export const eventsConstraints: ConstraintTable = {
  shapes: {
    EndpointId: { min: 1, max: 50, pattern: '^[A-Za-z0-9\\-]+[\\.][A-Za-z0-9\\-]+$' },
    EventResource: { max: 2048 },
    EventResourceList: { each: 'EventResource' },
    NonPartnerEventBusNameOrArn: {
      min: 1,
      max: 1600,
      pattern: '(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+',
    },
    PutEventsRequestEntryList: { min: 1, max: 10 },
    TraceHeader: { min: 1, max: 500 },
  },
  structures: {
    PutEventsRequest: { Entries: 'PutEventsRequestEntryList', EndpointId: 'EndpointId' },
    PutEventsRequestEntry: {
      Resources: 'EventResourceList',
      EventBusName: 'NonPartnerEventBusNameOrArn',
      TraceHeader: 'TraceHeader',
    },
  },
}
