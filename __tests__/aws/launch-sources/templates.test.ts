import { type SplitCall, readTemplates } from '../../../src/aws/launch-sources/templates.ts'
import { fakeConnection, refused } from '../fake-connection.ts'

interface Input {
  readonly LaunchTemplateIds?: readonly string[]
  readonly LaunchTemplateNames?: readonly string[]
}

/** Answers for these templates, `lt-web` being called `web`, and refuses a call that names another. */
const connectionWith = (...names: readonly string[]) =>
  fakeConnection({
    DescribeLaunchTemplates: ({ LaunchTemplateIds = [], LaunchTemplateNames = [] }: Input) => {
      const asked = [...LaunchTemplateIds.map((id) => id.replace('lt-', '')), ...LaunchTemplateNames]
      if (!asked.every((name) => names.includes(name))) throw refused('InvalidLaunchTemplateId.NotFound')
      return { LaunchTemplates: asked.map((name) => ({ LaunchTemplateId: `lt-${name}`, LaunchTemplateName: name })) }
    },
  })

const byId = (...names: readonly string[]) => names.map((name) => ({ LaunchTemplateId: `lt-${name}` }))

test('each template is asked for once, by its id where that is known, and found under both', async () => {
  const connection = connectionWith('web', 'api')
  const found = await readTemplates(
    connection,
    [{ LaunchTemplateId: 'lt-web', LaunchTemplateName: 'web' }, ...byId('web'), { LaunchTemplateName: 'api' }],
    'in halves',
  )
  expect([...found.keys()].toSorted()).toEqual(['api', 'lt-api', 'lt-web', 'web'])
  expect(connection.inputs('DescribeLaunchTemplates')).toEqual([
    { LaunchTemplateIds: ['lt-web'] },
    { LaunchTemplateNames: ['api'] },
  ])
})

test('more than one call takes are asked for in several', async () => {
  const names = Array.from({ length: 201 }, (_, index) => `web${index}`)
  const connection = connectionWith(...names)
  expect((await readTemplates(connection, byId(...names), 'in halves')).size).toBe(402)
  expect(connection.count('DescribeLaunchTemplates')).toBe(2)
})

describe('one that does not exist fails the call for all, and the others are found', () => {
  const rows: readonly { readonly split: SplitCall; readonly asked: readonly (readonly string[])[] }[] = [
    { split: 'in halves', asked: [['a', 'gone', 'b', 'c'], ['a', 'gone'], ['b', 'c'], ['a'], ['gone']] },
    { split: 'one by one', asked: [['a', 'gone', 'b', 'c'], ['a'], ['gone'], ['b'], ['c']] },
  ]
  test.each(rows)('$split', async ({ split, asked }) => {
    const connection = connectionWith('a', 'b', 'c')
    const found = await readTemplates(connection, byId('a', 'gone', 'b', 'c'), split)
    expect([...found.keys()].toSorted()).toEqual(['a', 'b', 'c', 'lt-a', 'lt-b', 'lt-c'])
    expect(connection.inputs('DescribeLaunchTemplates')).toEqual(
      asked.map((names) => ({ LaunchTemplateIds: names.map((name) => `lt-${name}`) })),
    )
  })
})

test('another refusal is thrown', async () => {
  const connection = fakeConnection({
    DescribeLaunchTemplates: () => {
      throw refused('UnauthorizedOperation')
    },
  })
  await expect(readTemplates(connection, byId('web'), 'in halves')).rejects.toThrow('UnauthorizedOperation')
})
