import type { DataTableBlock, RawNumberElement, RawTextElement, RichTextBlock, TableBlock } from '@slack/types'
import { useState } from 'preact/hooks'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { RichText } from './rich-text.ts'

type Cell = RichTextBlock | RawTextElement | RawNumberElement
type Align = 'left' | 'center' | 'right'

/** A plain table; its first row is the head. */
export function Table({ block }: { readonly block: TableBlock }) {
  const [head = [], ...rows] = block.rows as Cell[][]
  const align = (index: number) => block.column_settings?.[index]?.align ?? 'left'
  return html`<${Grid} label="Table" head=${head.map((cell, index) => ({ cell, align: align(index) }))} rows=${rows} align=${align} />`
}

/** A table to look things up in: columns sort, long ones are paged. */
export function DataTable({ block }: { readonly block: DataTableBlock }) {
  const [sort, setSort] = useState<{ column: number; down: boolean }>()
  const [page, setPage] = useState(0)
  const [head = [], ...rows] = block.rows as Cell[][]
  const size = block.page_size ?? 10
  const sorted = sort ? rows.toSorted((a, b) => compare(a[sort.column], b[sort.column]) * (sort.down ? -1 : 1)) : rows
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const at = Math.min(page, pages - 1)
  const align = (index: number): Align =>
    rows.length > 0 && rows.every((row) => row[index]?.type === 'raw_number') ? 'right' : 'left'
  const toggle = (column: number) =>
    setSort(sort?.column === column ? (sort.down ? undefined : { column, down: true }) : { column, down: false })
  return html`<figure class="data-table">
    <figcaption>${block.caption}</figcaption>
    <${Grid} label=${block.caption} head=${head.map((cell, index) => ({ cell, align: align(index), sort: sort?.column === index ? (sort.down ? 'descending' : 'ascending') : 'none', onSort: () => toggle(index) }))}
      rows=${sorted.slice(at * size, (at + 1) * size)} align=${align} rowHeader=${block.row_header_column_index} />
    ${
      pages > 1 &&
      html`<div class="pager">
        <button type="button" class="icon-button" aria-label="Previous page" disabled=${at === 0} onClick=${() => setPage(at - 1)}><${Icon} name="left" /></button>
        <span>${at * size + 1}–${Math.min((at + 1) * size, rows.length)} of ${rows.length}</span>
        <button type="button" class="icon-button" aria-label="Next page" disabled=${at === pages - 1} onClick=${() => setPage(at + 1)}><${Icon} name="right" /></button>
      </div>`
    }
  </figure>`
}

type Head = {
  readonly cell: Cell
  readonly align: Align
  readonly sort?: 'ascending' | 'descending' | 'none'
  readonly onSort?: () => void
}
type GridProps = {
  readonly label: string
  readonly head: readonly Head[]
  readonly rows: readonly (readonly Cell[])[]
  readonly align: (index: number) => Align
  readonly rowHeader?: number
}

function Grid({ label, head, rows, align, rowHeader }: GridProps) {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${label}>
    <table class="table">
      <thead><tr>${head.map(
        (
          { cell, align, sort, onSort },
          index,
        ) => html`<th key=${index} scope="col" class=${`align-${align}`} aria-sort=${sort === 'none' ? undefined : sort}>
          ${onSort ? html`<button type="button" class="sort" onClick=${onSort}><${CellText} cell=${cell} />${sort !== 'none' && html`<span aria-hidden="true">${sort === 'ascending' ? '↑' : '↓'}</span>`}</button>` : html`<${CellText} cell=${cell} />`}
        </th>`,
      )}</tr></thead>
      <tbody>${rows.map(
        (row, at) =>
          html`<tr key=${at}>${row.map((cell, index) =>
            index === rowHeader
              ? html`<th key=${index} scope="row" class=${`align-${align(index)}`}><${CellText} cell=${cell} /></th>`
              : html`<td key=${index} class=${`align-${align(index)}`}><${CellText} cell=${cell} /></td>`,
          )}</tr>`,
      )}</tbody>
    </table>
  </div>`
}

function CellText({ cell }: { readonly cell: Cell }) {
  return cell.type === 'rich_text' ? html`<${RichText} block=${cell} />` : html`<span>${cell.text}</span>`
}

function compare(a: Cell | undefined, b: Cell | undefined): number {
  if (a?.type === 'raw_number' && b?.type === 'raw_number') return a.value - b.value
  return wordsIn(a).localeCompare(wordsIn(b), undefined, { numeric: true })
}

function wordsIn(cell: Cell | undefined): string {
  if (!cell) return ''
  if (cell.type !== 'rich_text') return cell.text
  return JSON.stringify(cell.elements).replace(/"(?:type|url|style)":"[^"]*"|[{}[\]":,]/g, '')
}
