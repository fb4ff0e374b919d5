/** Fields of the profile that a workspace defines for itself. What stands in sentences is escaped by the caller. */
import type { CustomKind } from '../../candidate/custom-field.ts'

export const customKinds = {
  text: 'text',
  number: 'number',
  date: 'date',
  choice: 'choice',
  yes_no: 'yes/no',
} as const satisfies Record<CustomKind, string>

export const yesNo = { yes: 'Yes', no: 'No' } as const

export const customFields = {
  heading: '*Custom fields*, shown on every profile and in exports',
  none: 'No custom fields yet.',
  line: (name: string, kind: string, choices: string): string =>
    `• *${name}*  ${kind}${choices === '' ? '' : `: ${choices}`}`,
  usage:
    '`/medallist fields add Notice period: choice 1 month, 3 months` adds one; the kinds are `text`, `number`, `date`, `choice` and `yes/no`. `/medallist fields archive Notice period` hides it, `… restore Notice period` brings it back with what it said.',
  added: (name: string): string => `Every profile has the field *${name}* from now on: *Edit …*, *Custom fields*.`,
  archived: (name: string): string =>
    `The field *${name}* is archived: profiles show it no more. What it said is kept.`,
  restored: (name: string): string => `The field *${name}* is back, with what it said.`,
  undone: 'Undone.',
  undo: 'Undo',
  section: 'Custom fields',
  title: 'Edit custom fields',
  refusals: {
    nameless: 'A field needs a name.',
    name_too_long: 'Please keep the name to 40 characters.',
    unknown_kind: 'Say what it takes, behind a colon: `text`, `number`, `date`, `choice` or `yes/no`.',
    choices_missing:
      'A choice needs at least two answers, with commas between: `Notice period: choice 1 month, 3 months`.',
    too_many_choices: 'Please keep to twenty answers.',
    choice_too_long: 'Please keep each answer to 60 characters.',
    name_taken: 'There is a field of this name already. Choose another name.',
    too_many_fields: 'There are twenty fields, which is as many as a profile shows. Archive one first.',
    no_such_field: 'There is no such field.',
    done_already: 'That was done already; nothing was changed.',
  },
  used: (pools: string): string =>
    `Saved pools ask for this field and would be other pools without it: ${pools}. Change or archive them first. Nothing was changed.`,
  protectedName: (words: string, topic: string): string =>
    `“${words}” is about ${topic}, which must not play a part in hiring, so it cannot be a field. Nothing was added.`,
} as const
