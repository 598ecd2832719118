/**
 * The script of the page, as it stands there: sorts by the button of a column, searches, and shows all rows when asked. The page
 * is whole without it. `npm run check:pages` runs it in a browser.
 */
export const script = `'use strict'
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
for (const table of document.querySelectorAll('table[data-most]')) {
  const body = table.tBodies[0]
  const most = Number(table.dataset.most)
  const heads = [...table.tHead.rows[0].cells]
  const search = document.querySelector('[data-of="' + table.id + '"]')
  const count = document.querySelector('[data-count="' + table.id + '"]')
  const all = document.querySelector('[data-all="' + table.id + '"]')
  let rows = [...body.rows]
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]))
  let isWhole = rows.length <= most
  const show = () => {
    const words = search === null ? [] : search.value.toLowerCase().split(/\\s+/)
    let found = 0
    let shown = 0
    for (const row of rows) {
      const isFound = words.every((word) => texts.get(row).includes(word))
      if (isFound) found++
      row.hidden = !isFound || (!isWhole && shown >= most)
      if (!row.hidden) shown++
    }
    if (count !== null) count.textContent = shown + ' of ' + found
    all.hidden = shown === found
    all.textContent = 'Show all ' + found
  }
  const valueOf = (row, index, isNumber) => {
    const { value } = row.cells[index].dataset
    return isNumber ? (value === '' ? NaN : Number(value)) : value ?? row.cells[index].textContent
  }
  heads.forEach((head, index) => {
    head.querySelector('button').addEventListener('click', () => {
      const isNumber = head.dataset.kind !== 'text'
      const before = head.getAttribute('aria-sort')
      const to = before === 'ascending' || (before === 'none' && isNumber) ? 'descending' : 'ascending'
      const sign = to === 'ascending' ? 1 : -1
      const values = new Map(rows.map((row) => [row, valueOf(row, index, isNumber)]))
      const isNone = (value) => value === '' || Number.isNaN(value)
      rows.sort((a, b) => {
        const one = values.get(a)
        const other = values.get(b)
        if (isNone(one) || isNone(other)) return Number(isNone(one)) - Number(isNone(other))
        return sign * (isNumber ? one - other : collator.compare(one, other))
      })
      for (const each of heads) each.setAttribute('aria-sort', each === head ? to : 'none')
      show()
      body.append(...rows)
    })
  })
  if (search !== null) search.addEventListener('input', show)
  all.addEventListener('click', () => {
    isWhole = true
    show()
    const first = rows.filter((row) => !row.hidden)[most]
    if (first !== undefined) {
      first.cells[0].tabIndex = -1
      first.cells[0].focus()
    }
  })
  show()
}
`
