import { isJson, lengthOf } from '../json.ts'
import { richText } from './rich-text.ts'
import { all, bool, int, list, must, num, obj, oneOf, type Rule, str, type, typed } from './rules.ts'

const blockId = { 'block_id?': str({ min: 0, max: 255 }) }
const raw = { raw_text: obj({ type, text: str() }), raw_number: obj({ type, value: num, text: str() }) }
const cell = typed({ ...raw, rich_text: richText })

const TABLE_CHARACTERS = 10_000
const DATA_TABLE_CHARACTERS = 20_000

/** 100 rows of 20 cells: docs.slack.dev, table block. */
export const table = obj(
  {
    type,
    ...blockId,
    rows: list(list(cell, { max: 20 }), { max: 100 }),
    'column_settings?': list(obj({ 'align?': oneOf('left', 'center', 'right'), 'is_wrapped?': bool }), {
      min: 0,
      max: 20,
    }),
  },
  must(
    `no more than ${TABLE_CHARACTERS} characters allowed in all cells`,
    (t) => charactersIn(t.rows) <= TABLE_CHARACTERS,
  ),
)

/** A header and 200 rows of 20 cells, 20,000 characters in all: docs.slack.dev, data table block. */
export const dataTable = obj(
  {
    type,
    ...blockId,
    caption: str(),
    rows: list(list(cell, { max: 20 }), { min: 2, max: 201 }),
    'page_size?': int(1, 100),
    'row_header_column_index?': int(0, 19),
  },
  all(
    must(
      'all rows must have the same number of cells',
      (t) => new Set(rowsOf(t.rows).map((row) => row.length)).size <= 1,
    ),
    must(
      'rich_text is not allowed in the header row',
      (t) => !rowsOf(t.rows)[0]?.some((c) => isJson(c) && c.type === 'rich_text'),
    ),
    must(
      `no more than ${DATA_TABLE_CHARACTERS} characters allowed in all cells`,
      (t) => charactersIn(t.rows) <= DATA_TABLE_CHARACTERS,
    ),
  ),
)

const rowsOf = (rows: unknown): unknown[][] => (Array.isArray(rows) ? rows.filter(Array.isArray) : [])

/** The characters of every `text` within. */
export function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersIn(one), 0)
  if (!isJson(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? lengthOf(inner) : charactersIn(inner)),
    0,
  )
}

const label = str({ max: 20 })
const series = list(obj({ name: label, data: list(obj({ label, value: num }), { max: 20 }) }), { max: 6 })
const axes = obj({ categories: list(label, { max: 20 }), 'x_label?': str({ max: 50 }), 'y_label?': str({ max: 50 }) })
const plot: Rule = obj(
  { type, series, axis_config: axes },
  all(
    must('series names must be unique', (chart) => isUnique(objects(chart.series).map((s) => s.name))),
    must('the labels of every series must match `categories`', (chart) => {
      const categories =
        isJson(chart.axis_config) && Array.isArray(chart.axis_config.categories)
          ? sorted(chart.axis_config.categories)
          : []
      return objects(chart.series).every((s) => {
        const labels = objects(s.data).map((point) => point.label)
        return JSON.stringify(sorted(labels)) === JSON.stringify(categories)
      })
    }),
  ),
)

const sorted = (labels: readonly unknown[]) => labels.map(String).toSorted((a, b) => a.localeCompare(b))
const objects = (value: unknown) => (Array.isArray(value) ? value.filter(isJson) : [])
const isUnique = (names: readonly unknown[]) => new Set(names).size === names.length
const positive: Rule = (value, at, problems) => {
  if (typeof value !== 'number' || !(value > 0)) problems.push({ text: 'must be greater than 0', at })
}

/** A chart: title 50, six series or segments, twenty categories: docs.slack.dev, data visualization block. */
export const dataVisualization = obj({
  type,
  ...blockId,
  title: str({ max: 50 }),
  chart: typed({
    pie: obj({ type, segments: list(obj({ label, value: positive }), { max: 6 }) }),
    bar: plot,
    area: plot,
    line: plot,
  }),
})
