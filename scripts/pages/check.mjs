/**
 * Looks at what people look at in a real browser, narrow and wide, light and dark: `npm run check:pages`. Words choose pages by their names;
 * `--screenshots` writes those of docs/ anew; `--if-possible` ends well where there is no Chromium. The packages that it
 * needs are installed beside it the first time.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { findChromium, openFile, startBrowser } from './browser.mjs'

const words = process.argv.slice(2)
const options = words.filter((word) => word.startsWith('--'))
const chromium = findChromium()
if (chromium === undefined) {
  console.log(
    'There is no Chromium: install the package `chromium`, or name the program by CHROMIUM. No page was checked.',
  )
  process.exit(options.includes('--if-possible') ? 0 : 1)
}
if (!existsSync(new URL('node_modules/playwright-core', import.meta.url))) {
  const cwd = new URL('.', import.meta.url)
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
// Only now: they import what was just installed.
const { accessible, drawnContrast, harmless, innerScrolling, overflow } = await import('./browser-checks.mjs')
const { byKeyboard, sortMilliseconds } = await import('./fleet-checks.mjs')
const { MERMAID } = await import('./github-page.mjs')
const { pages } = await import('./pages.mjs')

const WIDTHS = [390, 1012]
const SCHEMES = ['light', 'dark']
const SORT_MILLISECONDS = 1000

/** Every check of one page in one window; sentences. */
async function problemsOf(browser, { kind, path, groups, hasChart }, { width, scheme }) {
  const allowed = kind === 'summary' ? [MERMAID] : []
  const { page, problems, close } = await openFile(browser, pathToFileURL(path).href, { width, scheme, allowed })
  const told = []
  if (kind === 'summary') {
    const charts = await page.evaluate(() => window.charts)
    problems.push(
      ...charts.filter((chart) => chart !== 'drawn').map((chart) => `has a chart that cannot be drawn: ${chart}`),
    )
    if (charts.length > 0) told.push(`${charts.length} charts`)
    else if (hasChart) problems.push('has no chart')
  }
  if (kind === 'report' && hasChart && (await page.locator('svg text').count()) === 0) problems.push('has no chart')
  problems.push(
    ...(await overflow(page)),
    // Both colour schemes, and both widths, but not each with each: it takes longer than all else.
    ...((width === WIDTHS[0]) === (scheme === 'dark')
      ? [...(await accessible(page, kind !== 'summary')), ...(await drawnContrast(page))]
      : []),
  )
  problems.push(
    ...(await harmless(page, {
      scripts: { summary: 2, fleet: 1, report: 0 }[kind],
    })),
  )
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  told.push(`${height} pixels high`)
  const inner = await innerScrolling(page)
  if (inner > 0) told.push(`${inner} parts scroll sideways`)
  if (kind === 'fleet') {
    const { title } = await page.evaluate(() => ({ title: document.title }))
    if (!/^Fleet: \d+ of [\d,]+ groups? behind$/.test(title)) problems.push(`is called ${title}`)
    problems.push(...(await byKeyboard(page, groups)))
    const milliseconds = await sortMilliseconds(page)
    told.push(`sorted in ${Math.round(milliseconds)} ms`)
    if (milliseconds >= SORT_MILLISECONDS) problems.push(`takes ${Math.round(milliseconds)} ms to sort`)
    problems.push(...(await overflow(page)))
  }
  await close()
  return { problems, told }
}

const browser = await startBrowser(chromium)
const began = performance.now()
let [checked, failed] = [0, 0]
try {
  console.log(`${chromium} ${browser.version()}`)
  const isOnlyDrawn = options.includes('--screenshots')
  for await (const each of isOnlyDrawn ? [] : pages(words.filter((word) => !word.startsWith('--')))) {
    for (const width of WIDTHS)
      for (const scheme of SCHEMES) {
        const { problems, told } = await problemsOf(browser, each, { width, scheme })
        checked++
        if (problems.length > 0) failed++
        console.log(
          `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${each.name}, ${width} pixels, ${scheme}: ${told.join(', ')}`,
        )
        for (const problem of problems) console.log(`     ${problem}`)
      }
  }
  if (isOnlyDrawn) await (await import('./screenshots.mjs')).takeScreenshots(browser)
} finally {
  await browser.close()
}
console.log(
  `${checked} pages looked at, ${failed} with problems, in ${Math.round((performance.now() - began) / 1000)} s`,
)
process.exitCode = failed > 0 || (checked === 0 && !options.includes('--screenshots')) ? 1 : 0
