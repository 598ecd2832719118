// The browser of the machine, without a window: a Chromium that the distribution, or CHROMIUM, gives.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'chrome-headless-shell', 'google-chrome', 'google-chrome-stable']

/** The path of the program; undefined where there is none. */
export function findChromium({ CHROMIUM, PATH = '' } = process.env) {
  if (CHROMIUM) return CHROMIUM
  return PATH.split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
}

/** Starts it; requests of its own, for updates and the like, are switched off. */
export async function startBrowser(executablePath) {
  const { chromium } = await import('playwright-core')
  // The sandbox of Chromium wants rights that a container and root do not have; only files of ours are opened.
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
}

/**
 * Opens a file, and gives the page with what went wrong in it as it goes on: requests for anything but the file itself and `allowed`,
 * errors, refusals of its policy, dialogs.
 */
export async function openFile(browser, address, { width, scheme, allowed = [] }) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const problems = []
  await page.route('**/*', async (route) => {
    const url = route.request().url()
    if (url === address || allowed.includes(url)) return await route.continue()
    problems.push(`asks for ${url.slice(0, 100)}`)
    await route.abort()
  })
  page.on('pageerror', (error) => problems.push(`throws ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && problems.push(`logs ${message.text()}`))
  page.on('dialog', (dialog) => {
    problems.push(`opens a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(address)
  return { page, problems, close: () => context.close() }
}
