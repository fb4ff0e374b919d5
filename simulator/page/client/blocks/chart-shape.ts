/** A `data_visualization` block, which `@slack/types` does not know yet. */
export type ChartBlock = {
  readonly type: 'data_visualization'
  readonly block_id?: string
  readonly title: string
  readonly chart: Chart
}
type Point = { readonly label: string; readonly value: number }
type Series = { readonly name: string; readonly data: readonly Point[] }
type Plot = {
  readonly type: 'bar' | 'area' | 'line'
  readonly series: readonly Series[]
  readonly axis_config: { readonly categories: readonly string[]; readonly x_label?: string; readonly y_label?: string }
}
type Pie = { readonly type: 'pie'; readonly segments: readonly Point[] }
export type Chart = Plot | Pie

/** Any chart as a table: one row a category, one column a series. */
export function chartTable(chart: Chart): {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly [string, readonly (number | undefined)[]])[]
} {
  if (chart.type === 'pie')
    return { columns: ['Value'], rows: chart.segments.map(({ label, value }) => [label, [value]]) }
  return {
    columns: chart.series.map(({ name }) => name),
    rows: chart.axis_config.categories.map((category) => [
      category,
      chart.series.map(({ data }) => data.find(({ label }) => label === category)?.value),
    ]),
  }
}

/** A round number at or above the greatest value, for the top of the axis. */
export function axisTop(values: readonly number[]): number {
  const most = Math.max(...values, 0)
  if (most === 0) return 1
  const step = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 2.5, 5, 10].map((times) => times * step).find((top) => top >= most) ?? most
}
