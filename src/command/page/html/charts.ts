/** Lines over time as SVG. What is drawn has no text, so that it may be stretched; names and numbers stand beside it. */
import type { TrendPoint } from '../../../domain/history/trend.ts'
import { htmlText } from '../../../text/html.ts'
import { date } from './cells.ts'
import { isoTime } from '../../../text/time.ts'

interface Series {
  readonly name: string
  readonly of: (point: TrendPoint) => number
}

/** A figure with up to two series, and its numbers in a table below. */
export function chart(title: string, points: readonly TrendPoint[], series: readonly Series[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return ''
  const most = Math.max(1, ...points.flatMap((point) => series.map(({ of }) => of(point))))
  const legend = series.map(({ name, of }, index) => `<li><span class="key s${index}"></span>${htmlText(name)}: ${of(last)}</li>`) // prettier-ignore
  const rows = points.toReversed().map((point) => `<tr><th scope="row">${date(point.day)}</th>${series.map(({ of }) => `<td>${of(point)}</td>`).join('')}</tr>`) // prettier-ignore
  const heads = series.map(({ name }) => `<th scope="col">${htmlText(name)}</th>`)
  return `<figure><figcaption>${htmlText(title)}</figcaption><ul class="legend">${legend.join('')}</ul>
<div class="plot"><span class="most">${most}</span>${lines(points, series, { most, label: title })}<span class="least">0</span></div>
<p class="axis"><span>${date(first.day)}</span><span>${date(last.day)}</span></p>
<details><summary>Numbers</summary><table class="numbers"><thead><tr><th scope="col">Day</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></details></figure>`
}

/** A small line of the worst days behind. */
export function sparkline(points: readonly TrendPoint[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || first === last) return ''
  const most = Math.max(1, ...points.map(({ worst }) => worst))
  const label = `${first.worst} days behind on ${isoTime(first.day).slice(0, 10)}, ${last.worst} on ${isoTime(last.day).slice(0, 10)}`
  return lines(points, [{ name: 'Worst', of: ({ worst }) => worst }], { most, label })
}

const [WIDTH, HEIGHT] = [600, 120]

function lines(
  points: readonly TrendPoint[],
  series: readonly Series[],
  { most, label }: { readonly most: number; readonly label: string },
): string {
  const from = points[0]?.day ?? 0
  const length = Math.max(1, (points.at(-1)?.day ?? 0) - from)
  const x = (point: TrendPoint): number => Math.round(((point.day - from) / length) * WIDTH)
  const y = (value: number): number => Math.round((1 - value / most) * HEIGHT)
  const paths = series.map(({ of }, index) => {
    const steps = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point)} ${y(of(point))}`)
    // A line of no length has round ends: a dot.
    return `<path class="s${index}" d="${steps.join('')}${points.length === 1 ? 'h0' : ''}"/>`
  })
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${htmlText(label)}">${paths.join('')}</svg>`
}
