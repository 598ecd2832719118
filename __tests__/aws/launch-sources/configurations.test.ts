import {
  configurationPages,
  configurationsByName,
  everyConfiguration,
} from '../../../src/aws/launch-sources/configurations.ts'
import { fakeConnection } from '../fake-connection.ts'

interface Input {
  readonly LaunchConfigurationNames?: readonly string[]
  readonly NextToken?: string
}

/** Answers with those of the names that do not begin with `gone`, or with two pages of all. */
const configurations = () =>
  fakeConnection({
    DescribeLaunchConfigurations: ({ LaunchConfigurationNames, NextToken }: Input) => {
      const all = NextToken === undefined ? ['web-1'] : ['web-2']
      const there = (LaunchConfigurationNames ?? all).filter((name) => !name.startsWith('gone'))
      return {
        LaunchConfigurations: there.map((LaunchConfigurationName) => ({ LaunchConfigurationName })),
        ...(LaunchConfigurationNames === undefined && NextToken === undefined && { NextToken: '2' }),
      }
    },
  })

const namesOf = (found: readonly { readonly LaunchConfigurationName?: string | undefined }[]) =>
  found.map(({ LaunchConfigurationName }) => LaunchConfigurationName)

test('each name is asked for once, and one that does not exist is missing', async () => {
  const connection = configurations()
  const found = await configurationsByName(connection, ['web', 'gone', 'web'])
  expect(namesOf(found)).toEqual(['web'])
  expect(connection.inputs('DescribeLaunchConfigurations')).toEqual([{ LaunchConfigurationNames: ['web', 'gone'] }])
})

test('no name is no call, which AWS would answer with every launch configuration', async () => {
  const connection = configurations()
  expect(await configurationsByName(connection, [])).toEqual([])
  expect(connection.calls).toEqual([])
})

test('more names than one call takes are asked for in several', async () => {
  const connection = configurations()
  const names = Array.from({ length: 120 }, (_, index) => `web-${index}`)
  expect(namesOf(await configurationsByName(connection, names))).toEqual(names)
  expect(connection.count('DescribeLaunchConfigurations')).toBe(3)
})

test('all of the region come in pages of a hundred', async () => {
  const connection = configurations()
  expect(namesOf(await everyConfiguration(connection))).toEqual(['web-1', 'web-2'])
  expect(connection.inputs('DescribeLaunchConfigurations')).toEqual([
    { MaxRecords: 100 },
    { MaxRecords: 100, NextToken: '2' },
  ])
})

test('a reader that stops early costs no further page', async () => {
  const connection = configurations()
  for await (const page of configurationPages(connection, 'every configuration')) if (page.length > 0) break
  expect(connection.inputs('DescribeLaunchConfigurations')).toEqual([{ MaxRecords: 100 }])
})
