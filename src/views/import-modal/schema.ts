import { z } from 'zod'

export const IMPORT_MODAL = 'import_modal'
export const IMPORT_BLOCKS = {
  file: 'import_file',
  basis: 'import_basis',
  standing: 'import_standing',
  role: 'import_role',
} as const

export const COLUMNS_MODAL = 'import_columns_modal'
/** The menu of a column, from 0. */
export const columnBlock = (column: number): string => `import_column_${column}`

/** What the form about the file carries: the one that was sent to the bot, where there is one. */
const ImportMeta = z.object({
  fileId: z.string().optional(),
  name: z.string().optional(),
  only: z.boolean().default(false),
})
export type ImportMeta = z.infer<typeof ImportMeta>

const ColumnsMeta = z.object({ importId: z.string(), page: z.number().int().min(0).max(50).default(0) })
export type ColumnsMeta = z.infer<typeof ColumnsMeta>

const read = (metadata: string): unknown => {
  try {
    return JSON.parse(metadata)
  } catch {
    return {}
  }
}
export const readImportMeta = (metadata: string): ImportMeta =>
  ImportMeta.safeParse(read(metadata)).data ?? { only: false }
export const readColumnsMeta = (metadata: string): ColumnsMeta =>
  ColumnsMeta.safeParse(read(metadata)).data ?? { importId: '', page: 0 }
