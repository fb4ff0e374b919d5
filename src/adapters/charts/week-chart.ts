/** The picture of the digest: drawn by echarts as SVG on the server, made a PNG by resvg with a font that we bring along. */
import { fileURLToPath } from 'node:url'
import type { Rate } from '../../domain/metrics/numbers.ts'
import { percent } from '../../domain/metrics/numbers.ts'

export type ChartWeek = {
  readonly label: string
  readonly keptInTouch: Rate
  readonly sent: number
  readonly replied: number
}

const WIDTH = 960
const HEIGHT = 420
const INK = '#1d1c1d'
const FAINT = '#e3e0dc'
/** Told apart by people who do not tell red from green, and on a grey print. */
const COLOURS = { kept: '#1f3d36', sent: '#c9b38a', replied: '#7a5c1e' }
const FONT = 'Inter'

/** A PNG. The libraries are loaded only here: a start does not pay for a picture a week. */
export async function drawWeeks(weeks: readonly ChartWeek[]): Promise<Uint8Array> {
  const svg = await svgOf(weeks)
  const { Resvg } = await import('@resvg/resvg-js')
  const fontFiles = [
    import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  ].map((file) => fileURLToPath(file))
  const drawn = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: 2 * WIDTH },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: FONT },
  })
  return drawn.render().asPng()
}

async function svgOf(weeks: readonly ChartWeek[]): Promise<string> {
  const { init, use } = await import('echarts/core')
  const { BarChart, LineChart } = await import('echarts/charts')
  const { GridComponent, LegendComponent, TitleComponent } = await import('echarts/components')
  const { SVGRenderer } = await import('echarts/renderers')
  use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer])
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT })
  try {
    chart.setOption(optionOf(weeks))
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function optionOf(weeks: readonly ChartWeek[]): Record<string, unknown> {
  const textStyle = { fontFamily: FONT, color: INK, fontSize: 14 }
  const most = Math.max(5, ...weeks.map((week) => Math.max(week.sent, week.replied)))
  return {
    animation: false,
    textStyle,
    title: {
      text: 'Kept in touch, week by week',
      left: 16,
      top: 12,
      textStyle: { ...textStyle, fontSize: 18, fontWeight: 600 },
    },
    legend: { right: 16, top: 14, itemGap: 20, textStyle },
    grid: { left: 64, right: 64, top: 72, bottom: 44 },
    xAxis: {
      type: 'category',
      data: weeks.map((week) => week.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: FAINT } },
      axisLabel: textStyle,
    },
    yAxis: [
      {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        axisLabel: { ...textStyle, formatter: '{value} %' },
        splitLine: { lineStyle: { color: FAINT } },
      },
      {
        type: 'value',
        min: 0,
        max: roundedUp(most),
        interval: roundedUp(most) / 4,
        axisLabel: textStyle,
        splitLine: { show: false },
        name: 'people',
        nameTextStyle: textStyle,
      },
    ],
    series: [
      {
        name: 'Written to',
        type: 'bar',
        yAxisIndex: 1,
        barMaxWidth: 26,
        itemStyle: { color: COLOURS.sent },
        data: weeks.map((week) => week.sent),
      },
      {
        name: 'Wrote back',
        type: 'bar',
        yAxisIndex: 1,
        barMaxWidth: 26,
        itemStyle: { color: COLOURS.replied },
        data: weeks.map((week) => week.replied),
      },
      {
        name: 'Kept in touch',
        type: 'line',
        z: 3,
        symbol: 'circle',
        symbolSize: 9,
        lineStyle: { width: 3, color: COLOURS.kept },
        itemStyle: { color: COLOURS.kept },
        label: {
          show: true,
          position: 'top',
          ...textStyle,
          fontWeight: 600,
          color: COLOURS.kept,
          textBorderColor: '#ffffff',
          textBorderWidth: 3,
          formatter: '{c} %',
        },
        // Where nobody is to be kept in touch with, the line has a gap.
        data: weeks.map((week) => percent(week.keptInTouch) ?? null),
      },
    ],
  }
}

/** The next number that divides into quarters people like. */
const roundedUp = (most: number): number => {
  const step = [4, 8, 20, 40, 100, 200, 400, 1_000, 2_000, 4_000, 10_000].find((one) => one >= most)
  return step ?? 4 * Math.ceil(most / 4)
}
