import { readFileSync } from 'node:fs'

interface Package {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string
        readonly integrity?: string
        readonly resolved?: string
        readonly hasInstallScript?: boolean
      }
    >
  >
}

const { dependencies, devDependencies, optionalDependencies, allowScripts } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Package
const lockText = readFileSync('package-lock.json', 'utf8')
const { packages } = JSON.parse(lockText) as Lock
const direct = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })

test.each(direct)('%s has one exact version, the one that is locked', (name, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(packages[`node_modules/${name}`]?.version).toBe(version)
})

test.each(direct)('%s has its reason in docs/dependencies.md', (name) => {
  const reasons = readFileSync('docs/dependencies.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  expect(reasons.filter((line) => line.includes(`\`${name}\``))).toHaveLength(1)
})

test('docs/dependencies.md gives reasons only for present dependencies', () => {
  const named = readFileSync('docs/dependencies.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
  expect(named.toSorted()).toEqual(direct.map(([name]) => name).toSorted())
})

test('docs/dependencies.md names each Python package with its exact version', () => {
  const pinned = readFileSync('scripts/foreign/constraints.txt', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const named = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^- `(.+)` (\d[\d.]*\d): ./gm)]
  expect(named.map(([, name = '', version = '']) => `${name}==${version}`).toSorted()).toEqual(pinned.toSorted())
  expect(pinned.length).toBeGreaterThan(0)
})

test('what the check of pages installs is exact, locked by its contents, and named in docs/dependencies.md', () => {
  const read = (name: string) => JSON.parse(readFileSync(`scripts/pages/${name}`, 'utf8')) as Package & Lock
  const wanted = read('package.json').dependencies
  const locked = Object.entries(read('package-lock.json').packages).filter(([path]) => path !== '')
  const named = readFileSync('docs/dependencies.md', 'utf8').matchAll(/^- `([\w-]+)`, (\d+\.\d+\.\d+): ./gm)
  expect(Object.fromEntries([...named].map(([, name = '', version = '']) => [name, version]))).toEqual(wanted)
  expect(locked.filter(([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved !== undefined)).toEqual([]) // prettier-ignore
  for (const [name, version] of Object.entries(wanted))
    expect(locked.find(([path]) => path === `node_modules/${name}`)?.[1].version).toBe(version)
})

test('the lock file names no host, so that it works with any registry', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(100)
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('every locked package is known by its contents', () => {
  const unknown = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'),
  )
  expect(unknown.map(([path]) => path)).toEqual([])
})

test('no dependency runs a script of its own when it is installed', () => {
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)
  const names = scripted.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  expect(allowScripts).toEqual(Object.fromEntries(names.map((name) => [name, false])))
})
