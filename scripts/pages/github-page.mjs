// A job summary as GitHub shows it, as near as may be: its Markdown by a renderer of the same dialect, GitHub's own style, and
// Mermaid's charts. Nothing is sanitised, which GitHub does: what a name gets through here is found.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { marked } from 'marked'

const require = createRequire(import.meta.url)
const style = readFileSync(require.resolve('github-markdown-css/github-markdown.css'), 'utf8')

/** The address of the only file that such a page loads besides itself. */
export const MERMAID = pathToFileURL(join(dirname(require.resolve('mermaid/package.json')), 'dist/mermaid.min.js')).href

/** HTML of a page that renders its charts and then sets `window.charts` to what became of each. */
export function githubPage(markdown) {
  const html = marked.parse(markdown, { gfm: true, async: false })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>Summary</title>
<style>${style}
:root { color-scheme: light dark; }
body { margin: 0; background: #fff; }
@media (prefers-color-scheme: dark) { body { background: #0d1117; } }
.markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 16px; }
.mermaid-chart { overflow: hidden; } .mermaid-chart svg { max-width: 100%; height: auto; }
</style></head>
<body><main class="markdown-body">${html}</main>
<script src="${MERMAID}"></script>
<script>
window.charts = (async () => {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  mermaid.initialize({ startOnLoad: false, theme: dark ? 'dark' : 'default' })
  const found = []
  for (const [index, code] of [...document.querySelectorAll('code.language-mermaid')].entries()) {
    try {
      await mermaid.parse(code.textContent)
      const { svg } = await mermaid.render('chart' + index, code.textContent)
      const box = document.createElement('div')
      box.className = 'mermaid-chart'
      box.innerHTML = svg
      code.parentElement.replaceWith(box)
      found.push('drawn')
    } catch (error) {
      found.push(String(error))
    }
  }
  return found
})()
</script></body></html>
`
}
