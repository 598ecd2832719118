// What must hold of a page in a browser, each as a function of the page that gives a sentence for each problem.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Nothing is wider than the window. */
export async function overflow(page) {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    )
    const names = wide.slice(0, 3).map((one) => `${one.localName} ${one.textContent.trim().slice(0, 40)}`)
    return [`is ${scrollWidth} pixels wide in a window of ${clientWidth}: ${names.join('; ')}`]
  })
}

/** How many parts have to be scrolled sideways by themselves: tables and code on GitHub. No problem, but told. */
export async function innerScrolling(page) {
  return await page.evaluate(
    () =>
      [...document.querySelectorAll('table, pre, .scroll')].filter(
        (one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1,
      ).length,
  )
}

/** axe-core's rules of WCAG 2.2 A and AA where the page is ours, and of contrast alone where GitHub frames it. */
export async function accessible(page, isOurs) {
  await page.evaluate(axe)
  const violations = await page.evaluate(async (ours) => {
    // Rows that are not shown cost minutes, and have nothing to see.
    const rows = [...document.querySelectorAll('tbody tr[hidden]')].map((row) => [row, row.parentElement])
    for (const [row] of rows) row.remove()
    const run = ours
      ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
      : ['color-contrast']
    const result = await globalThis.axe.run(document, { runOnly: run, resultTypes: ['violations'] })
    for (const [row, body] of rows) body.append(row)
    return result.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`),
    }))
  }, isOurs)
  return violations.map(({ id, nodes }) => `${id} at ${nodes.length} places: ${nodes.slice(0, 2).join('; ')}`)
}

/** Texts in drawings, which axe-core leaves out: 4.5 to 1 against what is drawn right below them, 3 to 1 where they are large or Mermaid's. */
export async function drawnContrast(page) {
  return await page.evaluate(() => {
    const parse = (text) => {
      const [red, green, blue, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
      return text === 'none' || blue === undefined ? undefined : { red, green, blue, alpha }
    }
    const over = (one, below) => ({
      red: one.red * one.alpha + below.red * (1 - one.alpha),
      green: one.green * one.alpha + below.green * (1 - one.alpha),
      blue: one.blue * one.alpha + below.blue * (1 - one.alpha),
      alpha: 1,
    })
    const luminance = ({ red, green, blue }) => {
      const [r, g, b] = [red, green, blue].map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const ratio = (one, other) => {
      const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
      return (high + 0.05) / (low + 0.05)
    }
    const seen = (one) => {
      const style = getComputedStyle(one)
      const isShape = one instanceof SVGGeometryElement
      const colour = parse(isShape ? style.fill : one instanceof SVGElement ? 'none' : style.backgroundColor)
      const opacity = Number(style.opacity) * (isShape ? Number(style.fillOpacity) : 1)
      return colour && { ...colour, alpha: colour.alpha * opacity }
    }
    const problems = []
    for (const text of document.querySelectorAll('svg text')) {
      if (text.textContent.trim() === '' || !text.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      text.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = text.getBoundingClientRect()
      if (width === 0) continue
      const style = getComputedStyle(text)
      const below = document
        .elementsFromPoint(left + width / 2, top + height / 2)
        .filter((one) => !(one instanceof SVGTextContentElement))
      const back = [...below, document.documentElement]
        .reverse()
        .reduce(
          (sum, one) => (seen(one) ? over(seen(one), sum) : sum),
          matchMedia('(prefers-color-scheme: dark)').matches
            ? { red: 13, green: 17, blue: 23 }
            : { red: 255, green: 255, blue: 255 },
        )
      const colour = parse(style.fill)
      if (colour === undefined) continue
      const found = ratio(over(colour, back), back)
      // The colours of Mermaid's charts are those of GitHub's theme.
      const least = text.closest('.mermaid-chart') !== null || parseFloat(style.fontSize) >= 24 ? 3 : 4.5
      if (found < least) problems.push(`${text.textContent.trim().slice(0, 30)} ${found.toFixed(1)}:1`)
    }
    return problems.length === 0
      ? []
      : [`contrast of ${problems.length} drawn texts: ${problems.slice(0, 3).join('; ')}`]
  })
}

/** No name has become an element, a script or an attribute that acts. */
export async function harmless(page, { scripts, images = 0 }) {
  return await page.evaluate(
    (expected) => {
      const found = { scripts: document.scripts.length, images: document.querySelectorAll('img').length }
      const acting = [...document.querySelectorAll('*')].flatMap((one) =>
        one
          .getAttributeNames()
          .filter((name) => name.startsWith('on'))
          .map((name) => `${one.localName} ${name}`),
      )
      const links = [...document.links]
        .filter(({ protocol }) => !['https:', 'file:'].includes(protocol))
        .map(({ href }) => href)
      return [
        ...(found.scripts === expected.scripts ? [] : [`has ${found.scripts} scripts`]),
        ...(found.images === expected.images ? [] : [`has ${found.images} images`]),
        ...acting.slice(0, 3).map((name) => `has an attribute that acts: ${name}`),
        ...links.slice(0, 3).map((to) => `links to ${to}`),
      ]
    },
    { scripts, images },
  )
}
