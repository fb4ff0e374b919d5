import { html } from '../html.ts'
import { axisTop, type Chart, type ChartBlock, chartTable } from './chart-shape.ts'

const WIDTH = 560
const HEIGHT = 220
const LEFT = 44
const BOTTOM = 26
const TOP = 8

/** A chart, drawn plainly; its numbers are in a table below, for whoever cannot see it and whoever wants to check. */
export function ChartView({ block }: { readonly block: ChartBlock }) {
  const { columns, rows } = chartTable(block.chart)
  return html`<figure class="chart">
    <figcaption>${block.title}</figcaption>
    <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${`${block.title}: ${block.chart.type} chart, numbers in the table below`}><${Drawing} chart=${block.chart} /></svg>
    <${Legend} names=${block.chart.type === 'pie' ? rows.map(([label]) => label) : columns} />
    <details><summary>Numbers</summary>
      <table class="table"><thead><tr><th scope="col">${block.chart.type === 'pie' ? 'Part' : (block.chart.axis_config.x_label ?? '')}</th>${columns.map((name) => html`<th key=${name} scope="col">${name}</th>`)}</tr></thead>
      <tbody>${rows.map(([label, values]) => html`<tr key=${label}><th scope="row">${label}</th>${values.map((value, index) => html`<td key=${index}>${value ?? '–'}</td>`)}</tr>`)}</tbody></table>
    </details>
  </figure>`
}

function Drawing({ chart }: { readonly chart: Chart }) {
  if (chart.type === 'pie') return html`<${Pie} values=${chart.segments.map(({ value }) => value)} />`
  const { columns, rows } = chartTable(chart)
  const top = axisTop(rows.flatMap(([, values]) => values.map((value) => value ?? 0)))
  const y = (value: number) => TOP + (HEIGHT - BOTTOM - TOP) * (1 - Math.max(0, value) / top)
  const step = (WIDTH - LEFT) / Math.max(1, rows.length)
  const middle = (at: number) => LEFT + step * (at + 0.5)
  const bar = (step * 0.7) / columns.length
  return html`
    ${[0, 0.5, 1].map((part) => html`<g key=${part}><line class="chart-grid" x1=${LEFT} x2=${WIDTH} y1=${y(top * part)} y2=${y(top * part)} /><text class="chart-words" x=${LEFT - 6} y=${y(top * part) + 4} text-anchor="end">${top * part}</text></g>`)}
    ${rows.map(([label], at) => html`<text key=${label} class="chart-words" x=${middle(at)} y=${HEIGHT - 8} text-anchor="middle">${label}</text>`)}
    ${columns.map((name, series) => {
      const values = rows.map(([, each]) => each[series] ?? 0)
      if (chart.type === 'bar') {
        return values.map(
          (value, at) =>
            html`<rect key=${`${name} ${at}`} class=${`chart-fill-${series}`} x=${middle(at) - step * 0.35 + bar * series} width=${Math.max(1, bar - 2)} y=${y(value)} height=${y(0) - y(value)} rx="2" />`,
        )
      }
      const points = values.map((value, at) => `${middle(at)},${y(value)}`).join(' ')
      return html`<g key=${name}>
        ${chart.type === 'area' && html`<polygon class=${`chart-fill-${series} chart-area`} points=${`${middle(0)},${y(0)} ${points} ${middle(values.length - 1)},${y(0)}`} />`}
        <polyline class=${`chart-line-${series}`} points=${points} />
      </g>`
    })}`
}

function Pie({ values }: { readonly values: readonly number[] }) {
  const all = values.reduce((sum, value) => sum + value, 0)
  const radius = 70
  const round = 2 * Math.PI * radius
  return values.map((value, index) => {
    const before = values.slice(0, index).reduce((sum, each) => sum + each, 0)
    return html`<circle key=${index} class=${`chart-ring-${index}`} r=${radius} cx=${WIDTH / 2} cy=${HEIGHT / 2} stroke-dasharray=${`${(value / all) * round} ${round}`} stroke-dashoffset=${(-before / all) * round} transform=${`rotate(-90 ${WIDTH / 2} ${HEIGHT / 2})`} />`
  })
}

function Legend({ names }: { readonly names: readonly string[] }) {
  return html`<ul class="chart-legend">${names.map((name, index) => html`<li key=${name}><svg width="10" height="10" aria-hidden="true"><rect class=${`chart-fill-${index}`} width="10" height="10" rx="2" /></svg>${name}</li>`)}</ul>`
}
