import { readInputs } from '../../src/inputs/inputs.ts'
import { recordingRunner, testEnvironment } from '../../testing/recording-runner.ts'

const read = (given: Readonly<Record<string, string>>) =>
  readInputs(recordingRunner({ inputs: { mode: 'images', ...given } }), testEnvironment)

test('the audit needs nothing but its name', () => {
  expect(read({})).toMatchObject({
    mode: 'images',
    regions: ['eu-central-1'],
    selectors: { groups: [], stacks: [], tags: [] },
    images: [{ kind: 'latest' }],
    imageOwners: [],
    maxDaysBehind: undefined,
    maxImageAgeDays: undefined,
    reportRows: 'groups',
    reportFiles: [],
    warnings: [],
  })
})

test('it takes several regions, a limit and a report', () => {
  const given = {
    'aws-region': 'eu-west-1\nus-east-1',
    'max-days-behind': '30',
    'max-image-age-days': '90',
    'report-rows': 'instances',
    'report-path': 'out/Images.CSV\nrows.jsonl',
    image: 'name:web-*',
    'image-owners': 'self',
  }
  expect(read(given)).toMatchObject({
    regions: ['eu-west-1', 'us-east-1'],
    maxDaysBehind: 30,
    maxImageAgeDays: 90,
    reportRows: 'instances',
    reportFiles: [
      { path: 'out/Images.CSV', format: 'csv' },
      { path: 'rows.jsonl', format: 'jsonl' },
    ],
    images: [{ kind: 'name', pattern: 'web-*' }],
    imageOwners: ['self'],
    warnings: [],
  })
  expect(read({ 'max-days-behind': '0' })).toMatchObject({ maxDaysBehind: 0 })
})

test.each([
  { given: { 'max-days-behind': '-1' }, says: '`max-days-behind` is `-1` but must be a whole number from 0 to 36500' },
  { given: { 'max-days-behind': '1.5' }, says: '`max-days-behind` is `1.5` but must be a whole number' },
  { given: { 'max-image-age-days': 'old' }, says: '`max-image-age-days` is `old` but must be a whole number' },
  { given: { 'report-rows': 'hosts' }, says: '`report-rows` is `hosts` but must be one of `groups`, `instances`' },
  {
    given: { 'max-age-days': '30' },
    says: '`max-age-days` has another name: max-age-days -> max-days-behind. It counts the days since a newer image exists; for the age of the image itself there is `max-image-age-days`.',
  },
  {
    given: { 'report-path': 'report.xml' },
    says: '`report-path` is `report.xml` but must end in one of `.tsv`, `.csv`, `.json`, `.jsonl`',
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
