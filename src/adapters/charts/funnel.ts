/** How far those came whom we wrote to this year, and beneath it how much of the goal for hires from pools is reached. */
import { percent } from '../../domain/metrics/numbers.ts'
import type { Picture } from '../../domain/metrics/pictures.ts'
import { FUNNEL_STEPS, rate } from '../../domain/shared/words/metrics.ts'
import { COLOURS, FAINT, INK, textStyle } from './look.ts'

type Funnel = Extract<Picture, { readonly kind: 'funnel' }>

const heading = (text: string, top: number) => ({
  text,
  left: 16,
  top,
  textStyle: { ...textStyle, fontSize: 18, fontWeight: 600 },
})
const LEFT = 150
const RIGHT = 190

export function funnelOption({ steps, hires, goalPercent }: Funnel): Record<string, unknown> {
  const first = steps[0]?.entered ?? 0
  const share = percent(hires)
  const told = share === undefined ? '' : `: ${rate(hires)}`
  const goal = goalPercent === undefined ? '' : `, goal ${goalPercent} %`
  return {
    animation: false,
    textStyle,
    title: [
      heading('How far those came whom we wrote to this year', 12),
      heading(`Hires from pools this year${told}${goal}`, 300),
    ],
    grid: [
      { left: LEFT, right: RIGHT, top: 52, height: 220 },
      { left: LEFT, right: RIGHT, top: 340, height: 44 },
    ],
    xAxis: [
      { type: 'value', gridIndex: 0, min: 0, max: Math.max(1, first), show: false },
      {
        type: 'value',
        gridIndex: 1,
        min: 0,
        max: 100,
        interval: 25,
        axisLabel: { ...textStyle, formatter: '{value} %' },
        splitLine: { lineStyle: { color: FAINT } },
      },
    ],
    yAxis: [
      categories(
        0,
        steps.map(({ step }) => FUNNEL_STEPS[step]),
      ),
      categories(1, ['']),
    ],
    series: [
      {
        type: 'bar',
        barWidth: 26,
        itemStyle: { color: COLOURS.sent },
        // Beside a short bar and beside a long one the words stand in the same free place: behind the end.
        data: steps.map(({ entered }, index) => ({
          value: entered,
          itemStyle: { color: index === 0 ? COLOURS.kept : COLOURS.sent },
          label: {
            show: true,
            position: 'right',
            ...textStyle,
            formatter: index === 0 ? String(entered) : rate({ n: entered, d: first }),
          },
        })),
      },
      {
        type: 'bar',
        xAxisIndex: 1,
        yAxisIndex: 1,
        barWidth: 26,
        itemStyle: { color: COLOURS.kept },
        data: [share ?? 0],
        ...(goalPercent === undefined ? {} : { markLine: goalLine(goalPercent) }),
      },
    ],
  }
}

const categories = (gridIndex: number, data: readonly string[]) => ({
  type: 'category',
  gridIndex,
  inverse: true,
  data,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: FAINT } },
  axisLabel: textStyle,
})

const goalLine = (goalPercent: number) => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: INK, width: 2, type: 'dashed' },
  label: { show: false },
  data: [{ xAxis: goalPercent }],
})
