import { init, use } from 'echarts/core'
import type { EChartsCoreOption } from 'echarts/core'
import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components'
import { SVGRenderer } from 'echarts/renderers'

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer])

/** Pixels, before a browser makes it as wide as the page. */
const [WIDTH, HEIGHT] = [960, 260]

/**
 * A chart as the text of an SVG element, drawn without a browser; the same option gives the same text. Colours are
 * variables of the page; `id` is the chart's own in it.
 */
export function svgOf(option: EChartsCoreOption, id: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT })
  try {
    chart.setOption({ animation: false, backgroundColor: 'transparent', useUTC: true, ...option })
    // Ids count the charts of a process, and a page may have only one of each.
    return chart
      .renderToSVGString()
      .replaceAll(/\bzr\d+-/g, `${id}-`)
      .replaceAll(/<style\s*>[\s\S]*?<\/style>/g, '')
  } finally {
    chart.dispose()
  }
}
