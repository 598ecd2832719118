import { fleetState } from '../../../src/domain/history/latest-rows.ts'
import type { AuditLine, AuditRowLine } from '../../../src/domain/history/records.ts'
import { anAudit, aRow, day } from './some-lines.ts'

const [first, second] = [day('2026-03-01'), day('2026-03-08')]

/** What is there after audits, each as the lines of one: `name:days`. */
const after = (...audits: readonly (readonly (AuditLine | AuditRowLine)[])[]): readonly string[] => {
  const state = fleetState()
  for (const lines of audits) state.add(lines)
  return state.subjects().map(({ worst, instances }) => `${worst.group ?? worst.instance?.id ?? ''}:${worst.daysBehind ?? '?'}:${instances}`) // prettier-ignore
}

const later = (over: Partial<AuditRowLine> = {}) => aRow({ at: second, daysBehind: 17, ...over })

test.each([
  { name: 'a group is what its newest audit says', audits: [[aRow()], [later()]], is: ['web:17:2'] },
  { name: 'an audit that is read late undoes nothing', audits: [[later()], [aRow()]], is: ['web:17:2'] },
  {
    name: 'a group with several images is as far behind as the worst, with the instances of all',
    audits: [[aRow({ daysBehind: 3 }), aRow({ imageId: 'ami-2', daysBehind: 40, instances: 5 })]],
    is: ['web:40:7'],
  },
  {
    name: 'two audits in one reading are not one',
    audits: [[aRow({ daysBehind: 40 }), later()]],
    is: ['web:17:2'],
  },
  {
    name: 'groups of one name in two regions and accounts are three',
    audits: [[aRow(), aRow({ region: 'us-east-1' }), aRow({ account: '210987654321' })]],
    is: ['web:10:2', 'web:10:2', 'web:10:2'],
  },
  {
    name: 'an instance outside of any group is one by its id',
    audits: [[aRow({ group: undefined, instance: { id: 'i-1', name: 'web' } }), aRow({ group: 'i-1' })]],
    is: ['i-1:10:2', 'i-1:10:2'],
  },
  {
    name: 'what an audit of everything does not name is gone',
    audits: [
      [anAudit(), aRow(), aRow({ group: 'api' })],
      [anAudit({ at: second }), later()],
    ],
    is: ['web:17:2'],
  },
  {
    name: 'what an audit of everything does not name is gone, also where it found nothing',
    audits: [[aRow()], [anAudit({ at: second })]],
    is: [],
  },
  {
    name: 'an audit of some groups lets no other go',
    audits: [
      [aRow(), aRow({ group: 'api' })],
      [anAudit({ at: second, whole: false }), later()],
    ],
    is: ['web:17:2', 'api:10:2'],
  },
  {
    name: 'an audit of another region lets nothing go',
    audits: [[aRow()], [anAudit({ at: second, regions: ['us-east-1'] })]],
    is: ['web:10:2'],
  },
  {
    name: 'an audit of another account lets nothing go',
    audits: [[aRow()], [anAudit({ at: second, account: '210987654321' })]],
    is: ['web:10:2'],
  },
  {
    name: 'an audit that does not know its account lets nothing go',
    audits: [[aRow({ account: undefined })], [anAudit({ at: second, account: undefined })]],
    is: ['web:10:2'],
  },
  {
    name: 'an audit of everything that is read late lets nothing go that was seen since',
    audits: [[later()], [anAudit({ at: first })]],
    is: ['web:17:2'],
  },
])('$name', ({ audits, is }) => {
  expect(after(...audits)).toEqual(is)
})
