import { findEnvironment } from '../../../src/domain/catalogue/find-environment.ts'
import { aCatalogue, anEnvironment, aPlacement, aService } from './a-catalogue.ts'

const catalogue = aCatalogue({
  environments: new Map([
    ['test', anEnvironment({ account: '012345678901', regions: ['eu-central-1'] })],
    ['staging', anEnvironment({ account: '012345678901', regions: ['eu-central-1', 'eu-west-1'] })],
    ['production', anEnvironment({ regions: ['eu-central-1', 'eu-west-1'] })],
  ]),
  services: new Map([
    ['web', aService({ in: new Map([['test', aPlacement()], ['production', aPlacement()]]) })], // prettier-ignore
    ['odd', aService({ in: new Map([['production', aPlacement()]]) })],
  ]),
})
const asked = { environment: undefined, service: undefined, account: undefined, regions: [] }
const found = (environment: string) => ({ kind: 'found', environment })

test.each([
  { name: 'the one that is named', question: { environment: 'test' }, is: found('test') },
  { name: 'the only one of the service', question: { service: 'odd' }, is: found('production') },
  { name: 'the only one of the service, whatever the account', question: { service: 'odd', account: '012345678901' }, is: found('production') }, // prettier-ignore
  { name: 'open without an account', question: {}, is: { kind: 'open' } },
  { name: 'open for a service of several', question: { service: 'web' }, is: { kind: 'open' } },
  { name: 'the only one of the account', question: { account: '123456789012' }, is: found('production') },
  { name: 'the only one of account and region', question: { account: '012345678901', regions: ['eu-west-1'] }, is: found('staging') }, // prettier-ignore
  { name: 'the one of the service in the account', question: { service: 'web', account: '012345678901' }, is: found('test') }, // prettier-ignore
])('the environment is $name', ({ question, is }) => {
  expect(findEnvironment(catalogue, { ...asked, ...question })).toEqual(is)
})

test.each([
  { name: 'several of the account and region', question: { account: '012345678901', regions: ['eu-central-1'] }, says: 'the environments test, staging of the catalogue all have the account 012345678901 and eu-central-1' }, // prettier-ignore
  { name: 'none of the account', question: { account: '999999999999' }, says: 'no environment of the catalogue has the account 999999999999' }, // prettier-ignore
  { name: 'none of the region', question: { account: '123456789012', regions: ['us-east-1'] }, says: 'no environment of the catalogue has the account 123456789012 and us-east-1' }, // prettier-ignore
  { name: 'none of all regions', question: { account: '123456789012', regions: ['eu-west-1', 'us-east-1'] }, says: 'no environment of the catalogue has the account 123456789012 and eu-west-1, us-east-1' }, // prettier-ignore
  { name: 'none of the service in the account', question: { service: 'web', account: '999999999999' }, says: 'no environment of the catalogue with the service web has the account 999999999999' }, // prettier-ignore
])('no environment is meant where there is $name', ({ question, says }) => {
  expect(findEnvironment(catalogue, { ...asked, ...question })).toMatchObject({ kind: 'wrong', what: says })
})
