import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const text = (path: string): string => readFileSync(path, 'utf8')

/** Folders that hold pages, READMEs of rooms included. */
const ROOMS = ['src', 'simulator', 'testing', 'docs']

const pages = [
  'README.md',
  ...ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(room, name)),
  ),
]

/** What a link to a file begins with, for each heading of a page: as GitHub makes it of the heading's text. */
const anchors = (page: string): readonly string[] =>
  [...text(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )

/** The links of a page that stay within the repository, less what stands in blocks of code. */
const linksOf = (page: string): readonly { readonly path: string; readonly anchor: string | undefined }[] =>
  [
    ...text(page)
      .replaceAll(/^```[\s\S]*?^```/gm, '')
      .matchAll(/\]\((?!\w+:)([^)\s]+)\)/g),
  ].map(([, link = '']) => {
    const [path = '', anchor] = link.split('#')
    return { path: path === '' ? page : join(dirname(page), path), anchor }
  })

test.each(pages)('every link of %s points to what is there', (page) => {
  const broken = linksOf(page).filter(
    ({ path, anchor }) => !existsSync(path) || (anchor !== undefined && !anchors(path).includes(anchor)),
  )
  expect(broken).toEqual([])
})

test('the pages have links', () => {
  expect(pages).toContain('docs/architecture.md')
  expect(linksOf('docs/architecture.md').length).toBeGreaterThan(50)
})

test.each(['src/domain/rollout', 'src/controllers', 'simulator', 'testing'])(
  'the README of %s can be read at a glance: at most 30 lines',
  (room) => {
    expect(text(join(room, 'README.md')).trimEnd().split('\n').length).toBeLessThanOrEqual(30)
  },
)

const folders = (room: string): readonly string[] =>
  readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

const row = (room: string): string =>
  text('docs/architecture.md')
    .split('\n')
    .filter((line) => line.startsWith(`| \`${room}\``))
    .join('\n')

test('docs/architecture.md has a row for each room of the product', () => {
  expect(folders('src').filter((name) => row(`src/${name}`) === '')).toEqual([])
})

test.each(['aws', 'controllers', 'domain', 'report'])('its row of src/%s names each folder', (room) => {
  expect(folders(`src/${room}`).filter((name) => !row(`src/${room}`).includes(`\`${name}\``))).toEqual([])
})

test('simulator/README.md names each folder', () => {
  expect(folders('simulator').filter((name) => !text('simulator/README.md').includes(`\`${name}/\``))).toEqual([])
})
