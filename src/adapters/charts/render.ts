/** A picture: laid out by echarts as SVG, made a PNG by resvg with a font that we bring along. Takes a processor for a second or two. */
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Picture } from '../../domain/metrics/pictures.ts'
import { engagementOption } from './engagement.ts'
import { funnelOption } from './funnel.ts'
import { FONT, HEIGHT, WIDTH } from './look.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer])

const FONTS = [
  import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
].map((file) => fileURLToPath(file))

/** A PNG. */
export function render(picture: Picture): Uint8Array {
  const drawn = new Resvg(svgOf(picture), {
    background: '#ffffff',
    fitTo: { mode: 'width', value: 2 * WIDTH },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: FONT },
  })
  return drawn.render().asPng()
}

function svgOf(picture: Picture): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT })
  try {
    chart.setOption(picture.kind === 'engagement' ? engagementOption(picture.weeks) : funnelOption(picture))
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
