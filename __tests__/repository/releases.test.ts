import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** Every text file of the repository but those that are made, told or about versions. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.(md|ya?ml)$/.test(path) && path !== 'CHANGELOG.md')

test('every example names the release that package.json names', () => {
  const found = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/fleet-patch\/fleet-patch(?:\/[\w./-]+)?@(v[\w.]+)/g)].map(
      ([, named]) => `${path}: ${named}`,
    ),
  )
  expect(found.length).toBeGreaterThan(10)
  expect(found.filter((each) => !each.endsWith(`: v${version}`))).toEqual([])
})

test('the README begins with the example that patches and rolls', () => {
  const [, first] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  expect(first).toBe(readFileSync('examples/patch.yml', 'utf8'))
})

test('the lock file has the version of package.json', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly version: string
    readonly packages: { readonly '': { readonly version: string } }
  }
  expect([lock.version, lock.packages[''].version]).toEqual([version, version])
})
