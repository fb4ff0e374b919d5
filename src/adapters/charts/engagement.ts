/** The weeks side by side: the share kept in touch with as a line, people written to and people who wrote back as bars. */
import { percent } from '../../domain/metrics/numbers.ts'
import type { PictureWeek } from '../../domain/metrics/pictures.ts'
import { COLOURS, FAINT, textStyle } from './look.ts'

export function engagementOption(weeks: readonly PictureWeek[]): Record<string, unknown> {
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
