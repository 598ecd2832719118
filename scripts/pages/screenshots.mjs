// The pictures of the documentation.
import { pathToFileURL } from 'node:url'
import { openFile } from './browser.mjs'
import { MERMAID } from './github-page.mjs'
import { pages } from './pages.mjs'

const SHOTS = [
  { page: 'fleet-of-50', width: 1012, height: 640, scheme: 'light', to: 'docs/fleet-page.png' },
  { page: 'fleet-of-6', width: 390, height: 700, scheme: 'dark', to: 'docs/fleet-page-phone.png' },
  { page: 'summary-six-instances', width: 1012, height: 640, scheme: 'light', to: 'docs/summary.png' },
]

/** Writes each from the top of its page, in the size of a window. */
export async function takeScreenshots(browser) {
  for (const { page: name, width, height, scheme, to } of SHOTS) {
    for await (const { path, name: made } of pages([name])) {
      if (made !== name) continue
      const { page, close } = await openFile(browser, pathToFileURL(path).href, { width, scheme, allowed: [MERMAID] })
      await page.evaluate(() => window.charts)
      await page.screenshot({ path: to, clip: { x: 0, y: 0, width, height } })
      console.log(`${to} is written`)
      await close()
    }
  }
}
