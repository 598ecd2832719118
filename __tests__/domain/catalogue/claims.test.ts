import { bastionClaimantsOf, claimantsOf, claims } from '../../../src/domain/catalogue/claims.ts'
import { aCatalogue, aPlacement, aService } from './a-catalogue.ts'

const none = { groups: [], stacks: [], tags: [] }
const group = (name: string, tags: Readonly<Record<string, string>> = {}) => ({ name, tags })
const stacked = (stack: string) => group('x', { 'aws:cloudformation:stack-name': stack })
const TEAM = { key: 'team', value: 'shop' }
const STAGE = { key: 'stage', value: 'live' }

const rows = [
  { name: 'a group by its name', selectors: { ...none, groups: ['web'] }, group: group('web'), is: true },
  { name: 'a group by a glob', selectors: { ...none, groups: ['web-*'] }, group: group('web-1'), is: true },
  { name: 'a group whose name is itself a pattern', selectors: { ...none, groups: ['web-[1]'] }, group: group('web-[1]'), is: true }, // prettier-ignore
  { name: 'no group of another name', selectors: { ...none, groups: ['web-*'] }, group: group('api'), is: false },
  { name: 'every version of a stack', selectors: { ...none, stacks: [{ name: 'web', version: undefined }] }, group: stacked('web-v1'), is: true }, // prettier-ignore
  { name: 'one version of a stack', selectors: { ...none, stacks: [{ name: 'web', version: 'v1' }] }, group: stacked('web-v1'), is: true }, // prettier-ignore
  { name: 'no other version of a stack', selectors: { ...none, stacks: [{ name: 'web', version: 'v1' }] }, group: stacked('web-v2'), is: false }, // prettier-ignore
  { name: 'no group outside of stacks', selectors: { ...none, stacks: [{ name: 'web', version: undefined }] }, group: group('web-v1'), is: false }, // prettier-ignore
  { name: 'a group with the tag', selectors: { ...none, tags: [TEAM] }, group: group('x', { team: 'shop' }), is: true },
  { name: 'no group with one of two tags', selectors: { ...none, tags: [TEAM, STAGE] }, group: group('x', { team: 'shop' }), is: false }, // prettier-ignore
  { name: 'a group with both tags', selectors: { ...none, tags: [TEAM, STAGE] }, group: group('x', { team: 'shop', stage: 'live' }), is: true }, // prettier-ignore
  { name: 'a group that one of two kinds means', selectors: { ...none, groups: ['web'], tags: [TEAM] }, group: group('x', { team: 'shop' }), is: true }, // prettier-ignore
  { name: 'nothing without a selector', selectors: none, group: group('x'), is: false },
  { name: 'nothing by a tag that every object has', selectors: { ...none, tags: [{ key: 'constructor', value: 'x' }] }, group: group('x'), is: false }, // prettier-ignore
]

test.each(rows)('a placement claims $name', ({ selectors, group: claimed, is }) => {
  expect(claims(selectors, claimed)).toBe(is)
})

const overlapping = aCatalogue({
  services: new Map([
    ['web', aService({ in: new Map([['production', aPlacement({ bastion: 'Odd' })]]) })],
    ['api', aService({ in: new Map([['production', aPlacement({ selectors: { ...none, groups: ['web-2', 'api'] }, bastion: 'i-0abc' })]]) })], // prettier-ignore
    ['old', aService({ in: new Map([['test', aPlacement()]]) })],
  ]),
})

test.each([
  ['web-1', ['web']],
  ['web-2', ['web', 'api']],
  ['api', ['api']],
  ['rogue', []],
])('the group %s of production is claimed by %j', (name, services) => {
  expect(claimantsOf(overlapping, 'production', group(name))).toEqual(services)
})

test.each([
  [{ id: 'i-0123', name: 'Odd' }, ['web']],
  [{ id: 'i-0abc', name: 'Odd' }, ['web', 'api']],
  [{ id: 'i-0abc', name: 'i-0abc' }, ['api']],
  [{ id: 'i-0def', name: 'odd' }, []],
])('the bastion %j of production is claimed by %j', (bastion, services) => {
  expect(bastionClaimantsOf(overlapping, 'production', bastion)).toEqual(services)
})
