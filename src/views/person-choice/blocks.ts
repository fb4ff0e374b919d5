/** Choosing one person on record by name, in any form. */
import type { InputBlock, PlainTextOption } from '@slack/types'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { truncate } from '../../domain/shared/text.ts'
import { option, plain } from '../form-fields.ts'

/** Block and action; its options are asked for as somebody types. */
export const PERSON_CHOICE = 'person_choice'

type Person = Pick<Candidate, 'id' | 'fullName' | 'consideredRole'>

export const personLabel = ({ fullName, consideredRole }: Person): string =>
  truncate(`${fullName} (${consideredRole})`, 75)

const personOption = (person: Person): PlainTextOption => option(person.id, personLabel(person))

export const personSelect = (placeholder: string, chosen: Person | undefined): InputBlock['element'] => ({
  type: 'external_select',
  min_query_length: 0,
  placeholder: plain(placeholder),
  ...(chosen === undefined ? {} : { initial_option: personOption(chosen) }),
})
