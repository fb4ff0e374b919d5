/** The parts that modals are made of: an input with its label and hint, a menu whose choice stays what it was. */
import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types'
import { truncate } from '../domain/shared/text.ts'

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: true })

export const option = (value: string, label: string): PlainTextOption => ({
  text: plain(truncate(label, 75)),
  value,
})

/** Choices in the order of a catalogue of words, each with its code as value. */
export const optionsOf = (labels: Readonly<Record<string, string>>): PlainTextOption[] =>
  Object.entries(labels).map(([value, label]) => option(value, label))

export type Field = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly required?: boolean
  /** A change is told at once, so that the form may ask for more. */
  readonly tells?: boolean
}

/** Slack keeps what was typed under the same block and action id, so both are the field's own name. */
export const field = ({ id, label, hint, required, tells }: Field, element: InputBlock['element']): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { ...element, action_id: id },
  optional: required !== true,
  ...(hint === undefined ? {} : { hint: plain(truncate(hint, 2000)) }),
  ...(tells === true ? { dispatch_action: true } : {}),
})

export type Typed = {
  readonly value?: string | undefined
  readonly max: number
  readonly lines?: boolean
  readonly placeholder?: string | undefined
}

export const typed = ({ value, max, lines, placeholder }: Typed): InputBlock['element'] => ({
  type: 'plain_text_input',
  max_length: max,
  ...(lines === true ? { multiline: true } : {}),
  ...(value === undefined || value === '' ? {} : { initial_value: truncate(value, max) }),
  ...(placeholder === undefined ? {} : { placeholder: plain(placeholder) }),
})

/** A menu; a value that it does not offer is as none. */
export function chosen(options: PlainTextOption[], value: string | undefined): InputBlock['element'] {
  const initial = options.find((one) => one.value === value)
  return { type: 'static_select', options, ...(initial === undefined ? {} : { initial_option: initial }) }
}

/** A menu of which several may be chosen; values that it does not offer are as none. */
export function several(options: PlainTextOption[], values: readonly string[]): InputBlock['element'] {
  const initial = options.filter(({ value }) => value !== undefined && values.includes(value))
  return { type: 'multi_static_select', options, ...(initial.length === 0 ? {} : { initial_options: initial }) }
}

export function radio(options: PlainTextOption[], value: string | undefined): InputBlock['element'] {
  const initial = options.find((one) => one.value === value)
  return { type: 'radio_buttons', options, ...(initial === undefined ? {} : { initial_option: initial }) }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
export const day = (value: string | undefined, placeholder: string): InputBlock['element'] => ({
  type: 'datepicker',
  placeholder: plain(placeholder),
  ...(value !== undefined && DAY.test(value) ? { initial_date: value } : {}),
})

/** A submitted view with other blocks in it; Slack keeps what was typed under the block ids that stay. */
export const redrawnWith = (
  { type, callback_id, private_metadata, title, submit, close }: ModalView,
  blocks: readonly KnownBlock[],
  metadata = private_metadata,
): ModalView => ({
  type,
  title,
  ...(callback_id === undefined ? {} : { callback_id }),
  ...(metadata === undefined ? {} : { private_metadata: metadata }),
  ...(submit === undefined ? {} : { submit }),
  ...(close === undefined ? {} : { close }),
  blocks: [...blocks],
})

/** The answers of a view: by block id, whatever the element was. `undefined` where the block is not there, '' where it is empty. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Answered>>>>
type Answered = {
  readonly value?: string | null
  readonly selected_option?: { readonly value?: string; readonly text?: { readonly text?: string } } | null
  readonly selected_options?: readonly { readonly value?: string }[] | null
  readonly selected_date?: string | null
  readonly selected_user?: string | null
  readonly selected_users?: readonly string[] | null
  readonly selected_time?: string | null
  readonly selected_conversation?: string | null
  readonly selected_conversations?: readonly string[] | null
}

const one = (answers: Answers, id: string): Answered | undefined => answers[id]?.[id]

export function answer(answers: Answers, id: string): string | undefined {
  const given = one(answers, id)
  if (given === undefined) return undefined
  const { value, selected_option, selected_date, selected_time, selected_user, selected_conversation } = given
  return (
    value ?? selected_option?.value ?? selected_date ?? selected_time ?? selected_user ?? selected_conversation ?? ''
  )
}

/** The words on the chosen option. */
export const chosenLabel = (answers: Answers, id: string): string | undefined =>
  one(answers, id)?.selected_option?.text?.text

export const ticked = (answers: Answers, id: string): boolean => (one(answers, id)?.selected_options ?? []).length > 0

/** What is chosen in a menu of which several may be: the codes of options, or Slack ids of people. */
export function answersOf(answers: Answers, id: string): readonly string[] {
  const { selected_options, selected_users } = one(answers, id) ?? {}
  return (selected_options ?? []).flatMap(({ value }) => value ?? []).concat(selected_users ?? [])
}

/** As `answersOf`; `undefined` where the menu did not come back at all, which is not the same as that nothing is chosen. */
export const answersOrNone = (answers: Answers, id: string): readonly string[] | undefined =>
  Array.isArray(one(answers, id)?.selected_options) ? answersOf(answers, id) : undefined

/** The channels chosen in a menu that takes several. */
export const answerList = (answers: Answers, id: string): readonly string[] =>
  one(answers, id)?.selected_conversations ?? []
