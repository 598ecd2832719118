import {
  type EarlierInstance,
  earlierEnvironment,
  earlierFindings,
} from '../../../src/domain/catalogue/after-checks.ts'
import type { Rules } from '../../../src/domain/catalogue/catalogue.ts'
import { aCatalogue, aPlacement, aService, NOW, SUBJECT, withRules } from './a-catalogue.ts'

const NEW = { id: 'ami-2', name: 'Taupage-2' }
const on = (id: string, name: string, days = 3): EarlierInstance => ({
  image: { id, name },
  launchedAt: NOW - days * 86_400,
})

interface Row {
  readonly name: string
  readonly rules?: Rules
  readonly instances: readonly EarlierInstance[]
  readonly images?: readonly (typeof NEW)[]
  readonly says: readonly string[]
}

const STALE = '1 of 2 instances of web in test run another image than web in production is about to launch'
const rows: readonly Row[] = [
  { name: 'every instance on the image', instances: [on('ami-2', ''), on('ami-2', '')], says: [] },
  { name: 'a copy of the image in another account', instances: [on('ami-9', 'Taupage-2')], says: [] },
  { name: 'no instance', instances: [], says: ['no instance of web in test runs the image ami-2'] },
  { name: 'one of two that is stale', instances: [on('ami-2', ''), on('ami-1', 'Taupage-1')], says: [STALE] },
  { name: 'an image without a name that is another', instances: [on('ami-1', '')], images: [{ id: 'ami-2', name: '' }], says: [expect.stringContaining('1 of 1 instances') as never, 'no instance of web in test runs the image ami-2'] }, // prettier-ignore
  { name: 'two images, both of which run', instances: [on('ami-2', ''), on('ami-3', '')], images: [NEW, { id: 'ami-3', name: '' }], says: [] }, // prettier-ignore
  { name: 'two images, one of which runs', instances: [on('ami-2', '')], images: [NEW, { id: 'ami-3', name: '' }], says: ['no instance of web in test runs the image ami-3'] }, // prettier-ignore
  { name: 'the image for long enough', rules: { bakeDays: 3 }, instances: [on('ami-2', '', 3), on('ami-2', '', 0.1)], says: [] }, // prettier-ignore
  { name: 'the image for too short', rules: { bakeDays: 3.5 }, instances: [on('ami-2', '', 3), on('ami-2', '', 0.1)], says: ['test has run the image ami-2 for 3 days, and services.web.rules states `bake-days: 3.5`'] }, // prettier-ignore
  { name: 'an instance of which nothing is known', rules: { bakeDays: 1 }, instances: [{ image: NEW, launchedAt: undefined }], says: [expect.stringContaining('for 0 days') as never] }, // prettier-ignore
]

test.each(rows)('$name', ({ rules = {}, instances, images = [NEW], says }) => {
  const found = earlierFindings(withRules({ service: rules }), SUBJECT, { after: 'test', images, instances, now: NOW })
  expect(found.map(({ what }) => what)).toEqual(says)
  expect(found.every(({ weight, rule }) => weight === 'refusal' && rule === 'after')).toBe(true)
})

test.each([
  ['respawn', 'test'],
  ['patch-image', 'test'],
  ['rollback', undefined],
  ['release', undefined],
])('mode %s waits for %s', (mode, environment) => {
  const catalogue = aCatalogue({ services: new Map([['web', aService({ in: new Map([['production', aPlacement({ after: 'test' })]]) })]]) }) // prettier-ignore
  expect(earlierEnvironment(catalogue, SUBJECT, mode)).toBe(environment)
  expect(earlierEnvironment(aCatalogue(), SUBJECT, mode)).toBeUndefined()
})
