// What a reader does on the fleet page, by keyboard alone.

/** Sorts, searches and shows all groups; a sentence for each thing that does not happen. */
export async function byKeyboard(page, groups) {
  const problems = []
  const expect = (is, what) => {
    if (!is) problems.push(what)
  }
  const days = async () =>
    await page.evaluate(() =>
      [...document.querySelectorAll('#groups tbody tr:not([hidden])')].map((row) =>
        Number(row.cells[4].dataset.value || 'NaN'),
      ),
    )
  const isSorted = (values, sign) => {
    const known = values.filter((value) => !Number.isNaN(value))
    return known.length > 0 && known.every((value, index) => index === 0 || sign * (value - known[index - 1]) >= 0)
  }
  const head = page.locator('#groups thead button', { hasText: 'Days behind' })
  await page.evaluate(() => document.querySelector('#groups thead button').focus())
  // From the first head on with the tab key, as a person goes.
  for (let at = 0; at < 20 && !(await head.evaluate((one) => one === document.activeElement)); at++)
    await page.keyboard.press('Tab')
  expect(
    await head.evaluate((one) => one === document.activeElement),
    'the head of a column is not reached with the tab key',
  )
  const outline = await head.evaluate((one) => getComputedStyle(one).outlineStyle)
  expect(outline !== 'none', 'the focus is not shown')
  expect(isSorted(await days(), -1), 'the groups do not begin with what is most behind')
  await page.keyboard.press('Enter')
  expect((await head.evaluate((one) => one.parentElement.ariaSort)) === 'ascending', 'the enter key does not sort')
  expect(isSorted(await days(), 1), 'the groups are not sorted by days')
  await page.keyboard.press('Space')
  expect(
    (await head.evaluate((one) => one.parentElement.ariaSort)) === 'descending',
    'the space bar does not turn the order',
  )
  expect(isSorted(await days(), -1), 'the groups are not sorted backwards')
  const name = await page.evaluate(() => document.querySelector('#groups tbody tr:last-child th').dataset.value)
  if (groups > 10) {
    await page.locator('[data-of="groups"]').focus()
    await page.keyboard.insertText(name)
    const found = await page.locator('#groups tbody tr:not([hidden])').count()
    expect(found >= 1 && found < groups, `the search for ${name} shows ${found} rows`)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
  }
  if (groups > 50) {
    expect((await page.locator('#groups tbody tr:not([hidden])').count()) === 50, 'at first there are not 50 rows')
    await page.locator('[data-all="groups"]').focus()
    await page.keyboard.press('Enter')
    expect((await page.locator('#groups tbody tr:not([hidden])').count()) === groups, 'not all groups are shown')
    expect(await page.evaluate(() => document.activeElement?.closest('tr') !== null), 'the focus is lost')
  }
  return problems
}

/**
 * Milliseconds of the page's own time that the slowest column takes from a click until all rows are drawn in their new order: what
 * other programs do meanwhile does not count.
 */
export async function sortMilliseconds(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
  const times = []
  for (const button of await page.locator('#groups thead button').all()) {
    const before = await spent()
    await button.evaluate(async (one) => {
      one.click()
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    })
    times.push((await spent()) - before)
  }
  return Math.max(...times)
}
