import { SimulatedAccount } from '../../../simulator/account.ts'

function store(behaviour: ConstructorParameters<typeof SimulatedAccount>[0] = {}) {
  const { ssm } = new SimulatedAccount(behaviour)
  const { operations } = ssm
  for (const Name of ['/fleet/web/image', '/fleet/web/deep/key', '/fleet/api', '/fleetwood', 'plain'])
    operations.PutParameter({ Name, Value: 'one', Type: 'String' })
  operations.PutParameter({ Name: '/fleet/list', Value: 'a,b', Type: 'StringList' })
  operations.PutParameter({ Name: '/fleet/api', Value: 'two', Overwrite: true })
  operations.LabelParameterVersion({ Name: '/fleet/api', ParameterVersion: 1, Labels: ['stable'] })
  ssm.publish('/aws/service/ami/latest', 'ami-1')
  const below = (input: object) => operations.GetParametersByPath({ Path: '/fleet', ...input })
  const names = (input: object = {}) => below(input).Parameters?.map(({ Name }) => Name) ?? []
  return { ssm, operations, below, names }
}

describe('the parameters below a path', () => {
  it.each([
    { name: 'those of one level', input: {}, found: ['/fleet/api', '/fleet/list'] },
    { name: 'those of all levels', input: { Recursive: true }, found: ['/fleet/web/image', '/fleet/web/deep/key', '/fleet/api', '/fleet/list'] },
    { name: 'with a slash at its end', input: { Path: '/fleet/' }, found: ['/fleet/api', '/fleet/list'] },
    { name: 'at the root', input: { Path: '/' }, found: ['/fleetwood', 'plain'] },
    { name: 'of AWS itself', input: { Path: '/aws/service', Recursive: true }, found: ['/aws/service/ami/latest'] },
    { name: 'of a type', input: { ParameterFilters: [{ Key: 'Type', Values: ['StringList'] }] }, found: ['/fleet/list'] },
    { name: 'of types that begin so', input: { ParameterFilters: [{ Key: 'Type', Option: 'BeginsWith', Values: ['String'] }] }, found: ['/fleet/api', '/fleet/list'] },
    { name: 'with a label', input: { ParameterFilters: [{ Key: 'Label', Values: ['stable'] }] }, found: ['/fleet/api'] },
  ])('are given: $name', ({ input, found }) => {
    expect(store().names(input)).toEqual(found)
  }) // prettier-ignore

  it('come in their newest version, or in that which has the label', () => {
    const { below } = store()
    expect(below({}).Parameters?.[0]).toMatchObject({ Value: 'two', Version: 2 })
    const ParameterFilters = [{ Key: 'Label', Values: ['stable'] }]
    expect(below({ ParameterFilters }).Parameters?.[0]).toMatchObject({ Value: 'one', Version: 1 })
  })

  it.each([
    { name: 'a path without its slash', input: { Path: 'fleet' }, says: 'ValidationException' },
    { name: 'a filter of another call', input: { ParameterFilters: [{ Key: 'Name', Values: ['a'] }] }, says: 'InvalidFilterKey' },
    { name: 'keys, which the simulator does not keep', input: { ParameterFilters: [{ Key: 'KeyId', Values: ['a'] }] }, says: 'InvalidFilterKey' },
    { name: 'an unknown option', input: { ParameterFilters: [{ Key: 'Type', Option: 'Contains', Values: ['a'] }] }, says: 'InvalidFilterOption' },
    { name: 'a filter without values', input: { ParameterFilters: [{ Key: 'Type' }] }, says: 'InvalidFilterValue' },
    { name: 'a foreign token', input: { NextToken: 'x' }, says: 'InvalidNextToken' },
  ])('are refused by $name', ({ input, says }) => {
    expect(() => store().below(input)).toThrow(expect.objectContaining({ code: says }))
  }) // prettier-ignore

  it('come ten a page at most, and a page may even be empty although more follows', () => {
    const { ssm, operations } = store({ behaviour: { shortPages: { next: () => 0 } } })
    for (let number = 0; number < 12; number++) ssm.publish(`/many/${number}`, 'x')
    const pages: number[] = []
    for (let NextToken: string | undefined, isFirst = true; isFirst || NextToken !== undefined; isFirst = false) {
      const page = operations.GetParametersByPath({ Path: '/many', ...(NextToken !== undefined && { NextToken }) })
      pages.push(page.Parameters?.length ?? 0)
      NextToken = page.NextToken
    }
    expect(pages.reduce((sum, size) => sum + size, 0)).toBe(12)
    expect(pages).toContain(0)
    expect(Math.max(...pages)).toBeLessThanOrEqual(10)
  })

  it('are gone once they are deleted', () => {
    const { operations, names } = store()
    operations.DeleteParameter({ Name: '/fleet/api' })
    expect(names()).toEqual(['/fleet/list'])
    operations.PutParameter({ Name: '/fleet/api', Value: 'new', Type: 'String' })
    expect(() => operations.GetParameter({ Name: '/fleet/api:stable' })).toThrow(expect.objectContaining({ code: 'ParameterVersionNotFound' })) // prettier-ignore
  })
})
