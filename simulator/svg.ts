import type { EChartsCoreOption } from 'echarts/core'

/**
 * A chart as the text of an SVG file, drawn by ECharts without a browser; the same option gives the same text. The library is loaded
 * where one is drawn. `width` and `height` in pixels.
 */
export async function svgOf(
  option: EChartsCoreOption,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<string> {
  const [{ init, use }, { BarChart, LineChart }, parts, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  const { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } = parts
  use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer])
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, backgroundColor: '#ffffff', ...option })
    // Its ids count the charts of a process.
    return `${chart.renderToSVGString().replaceAll(/\bzr\d+-/g, 'zr-')}\n`
  } finally {
    chart.dispose()
  }
}
