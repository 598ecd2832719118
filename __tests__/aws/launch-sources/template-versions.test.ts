import {
  findVersions,
  listVersions,
  versionNumber,
  versionPages,
} from '../../../src/aws/launch-sources/template-versions.ts'
import { fakeConnection, refused } from '../fake-connection.ts'

const pages = () =>
  fakeConnection({
    DescribeLaunchTemplateVersions: ({ NextToken = '1' }: { NextToken?: string }) => ({
      LaunchTemplateVersions: NextToken === '2' ? [] : [{ VersionNumber: Number(NextToken) }],
      ...(NextToken !== '3' && { NextToken: String(Number(NextToken) + 1) }),
    }),
  })

test('every page is read, an empty one included', async () => {
  const connection = pages()
  const versions = await listVersions(connection, { LaunchTemplateId: 'lt-1', MinVersion: '1' })
  expect(versions.map(({ VersionNumber }) => VersionNumber)).toEqual([1, 3])
  expect(connection.inputs('DescribeLaunchTemplateVersions')).toEqual([
    { LaunchTemplateId: 'lt-1', MinVersion: '1' },
    { LaunchTemplateId: 'lt-1', MinVersion: '1', NextToken: '2' },
    { LaunchTemplateId: 'lt-1', MinVersion: '1', NextToken: '3' },
  ])
})

test('a reader that stops early costs no further page', async () => {
  const connection = pages()
  for await (const page of versionPages(connection, { Versions: ['$Latest'] })) if (page.length > 0) break
  expect(connection.count('DescribeLaunchTemplateVersions')).toBe(1)
})

describe('where AWS says', () => {
  const rows = [
    { code: 'InvalidLaunchTemplateId.NotFound', found: undefined },
    { code: 'InvalidLaunchTemplateId.VersionNotFound', found: undefined },
    { code: 'InvalidLaunchTemplateId.Malformed', found: undefined },
    { code: 'InvalidLaunchTemplateName.NotFoundException', found: undefined },
    { code: 'InvalidLaunchTemplateName.MalformedException', found: undefined },
    { code: 'InvalidInstanceID.NotFound', found: 'thrown' },
    { code: 'UnauthorizedOperation', found: 'thrown' },
  ]
  test.each(rows)('$code, a search finds: $found', async ({ code, found }) => {
    const connection = fakeConnection({
      DescribeLaunchTemplateVersions: () => {
        throw refused(code)
      },
    })
    const question = { LaunchTemplateId: 'lt-1', Versions: ['7'] }
    const searched = await findVersions(connection, question).catch(() => 'thrown')
    expect(searched).toBe(found)
    await expect(listVersions(connection, question)).rejects.toThrow(code)
  })
})

test.each([
  { text: '7', number: 7 },
  { text: '10', number: 10 },
  { text: '0', number: undefined },
  { text: '07', number: undefined },
  { text: '$Latest', number: undefined },
  { text: '', number: undefined },
  { text: undefined, number: undefined },
])('the version $text is the number $number', ({ text, number }) => {
  expect(versionNumber(text)).toBe(number)
})
