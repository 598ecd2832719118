import { readInputs } from '../../src/inputs/inputs.ts'
import { testEnvironment } from '../../testing/recording-runner.ts'

const read = (given: Readonly<Record<string, string>>) =>
  readInputs((name) => ({ mode: 'images', ...given })[name] ?? '', testEnvironment)

test('the audit needs nothing but its name', () => {
  expect(read({})).toMatchObject({
    mode: 'images',
    regions: ['eu-central-1'],
    selectors: { groups: [], stacks: [], tags: [] },
    images: [{ kind: 'latest' }],
    imageOwners: [],
    maxAgeDays: undefined,
    reportFile: undefined,
    warnings: [],
  })
})

test('it takes several regions, a limit and a report', () => {
  const given = {
    'aws-region': 'eu-west-1\nus-east-1',
    'max-age-days': '30',
    'report-path': 'out/Images.CSV',
    image: 'name:web-*',
    'image-owners': 'self',
  }
  expect(read(given)).toMatchObject({
    regions: ['eu-west-1', 'us-east-1'],
    maxAgeDays: 30,
    reportFile: { path: 'out/Images.CSV', format: 'csv' },
    images: [{ kind: 'name', pattern: 'web-*' }],
    imageOwners: ['self'],
    warnings: [],
  })
  expect(read({ 'max-age-days': '0' })).toMatchObject({ maxAgeDays: 0 })
})

test.each([
  { given: { 'max-age-days': '-1' }, says: '`max-age-days` is `-1` but must be a whole number from 0 to 36500' },
  { given: { 'max-age-days': '1.5' }, says: '`max-age-days` is `1.5` but must be a whole number' },
  {
    given: { 'report-path': 'report.xml' },
    says: '`report-path` is `report.xml` but must end in one of `.tsv`, `.csv`, `.json`',
  },
])('refuses $given', ({ given, says }) => {
  expect(() => read(given)).toThrow(says)
})

test.each([
  ['rollout', 'respawn'],
  ['force', 'true'],
  ['timeout', '10'],
])('%s has no effect, which is said', (name, value) => {
  expect(read({ [name]: value })).toMatchObject({ warnings: [`\`${name}\` has no effect with \`mode: images\`.`] })
})
