/** What a cell says of a field that the workspace defined, as spreadsheets write it. */
import { type FieldDefinition, readCustomValue, type ValueProblem } from '../candidate/custom-field.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { fold } from '../shared/text.ts'
import { type DayOrder, readDay } from './days.ts'

export type OwnField = FieldDefinition & { readonly id: string }

const YES = /^(y|yes|true|1|x|ja|oui|si|sim)$/
const NO = /^(n|no|false|0|nein|non|nao|nee)$/

/** Anything but a plain no: in a column of those who want no letters also a day or a remark. */
export const saysYes = (cell: string): boolean => fold(cell) !== '' && !NO.test(fold(cell))

/** In its one form; `undefined` for an empty cell. */
export function readOwnCell(field: OwnField, cell: string, order: DayOrder): Result<string | undefined, ValueProblem> {
  const said = fold(cell)
  if (said === '') return ok(undefined)
  switch (field.kind) {
    case 'date': {
      const day = readDay(cell, order)
      return day === undefined ? refuse({ kind: 'no_such_day' }) : ok(day)
    }
    case 'yes_no':
      return YES.test(said) ? ok('yes') : NO.test(said) ? ok('no') : refuse({ kind: 'not_offered' })
    case 'choice':
      return readCustomValue(field, field.choices.find((choice) => fold(choice) === said) ?? cell)
    case 'number':
    case 'text':
      return readCustomValue(field, cell)
  }
}
