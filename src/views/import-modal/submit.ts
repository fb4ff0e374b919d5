import { importFields, columnsForm as words } from '../../domain/shared/words/file-imports.ts'
import { isOwnColumn } from '../../domain/transfer/fields.ts'
import { COLUMNS_A_PAGE, columnsOnPage } from '../../domain/transfer/file-import.ts'
import type { MapRefusal } from '../../usecases/transfer/file-imports.ts'
import { type Answers, answer } from '../form-fields.ts'
import { columnBlock, IMPORT_BLOCKS } from './schema.ts'

type Given = { readonly files?: readonly { readonly id?: string; readonly name?: string; readonly size?: number }[] }

/** What was put into the field for files. */
export const fileGiven = (
  values: unknown,
  block: string,
): { readonly id: string; readonly name: string } | undefined => {
  const given = (values as Readonly<Record<string, Readonly<Record<string, Given>>>>)[block]?.[block]?.files?.[0]
  return given?.id === undefined ? undefined : { id: given.id, name: given.name ?? 'file' }
}

const orNone = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

export const importEntry = (answers: Answers) => ({
  basis: orNone(answer(answers, IMPORT_BLOCKS.basis)),
  standing: orNone(answer(answers, IMPORT_BLOCKS.standing)),
  role: orNone(answer(answers, IMPORT_BLOCKS.role)),
})

/** Of the page that was submitted. */
export const columnsEntry = (answers: Answers, page: number): readonly (readonly [number, string])[] =>
  columnsOnPage((page + 1) * COLUMNS_A_PAGE, page).flatMap((column): (readonly [number, string])[] => {
    const given = answer(answers, columnBlock(column))
    return given === undefined || given === '' ? [] : [[column, given]]
  })

/** Beside the column in question, or beside the first of the page where it stands on another. */
export function columnErrors(
  refusal: Exclude<MapRefusal, { kind: 'gone' | 'not_yours' | 'too_late' }>,
  page: number,
): Readonly<Record<string, string>> {
  const first = page * COLUMNS_A_PAGE
  if (refusal.kind !== 'twice')
    return { [columnBlock(first)]: refusal.kind === 'no_names' ? words.noNames : words.noContacts }
  const here = refusal.column >= first && refusal.column < first + COLUMNS_A_PAGE
  return {
    [columnBlock(here ? refusal.column : first)]: words.twice(
      isOwnColumn(refusal.field) ? words.own : importFields[refusal.field],
    ),
  }
}
