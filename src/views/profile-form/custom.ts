/** *Edit …*, *Custom fields*: the workspace's own fields in a form. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import { type CustomValues, MAX_CUSTOM_TEXT } from '../../domain/candidate/custom-field.ts'
import { seenOf } from '../../domain/candidate/profile-form.ts'
import { SENSITIVE_TOPICS, type SensitiveWarning } from '../../domain/candidate/sensitive.ts'
import { customFields as words, yesNo } from '../../domain/shared/words/custom-fields.ts'
import { sectionForm } from '../../domain/shared/words/profile-form.ts'
import type { CustomField } from '../../usecases/ports/custom-fields.ts'
import { concerns, keepBox } from '../concerns.ts'
import { type Answers, answer, chosen, day, field, option, optionsOf, plain, typed } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { KEEP_WORDS, NONE } from './schema.ts'

export const CUSTOM_MODAL = 'profile_custom_modal'
export const customBlock = (id: string): string => `custom_${id}`

const Meta = z.object({
  candidateId: z.string().default(''),
  seen: z.record(z.string(), z.string()).default({}),
  warned: z.record(z.string(), z.array(z.object({ topic: z.enum(SENSITIVE_TOPICS), words: z.string() }))).default({}),
})
export type CustomMeta = z.infer<typeof Meta>

export function readCustomMeta(metadata: string): CustomMeta {
  try {
    return Meta.parse(JSON.parse(metadata))
  } catch {
    return Meta.parse({})
  }
}

export type CustomFormModel = {
  readonly candidateId: string
  readonly fullName: string
  readonly fields: readonly CustomField[]
  readonly values: CustomValues
  readonly seen?: CustomMeta['seen']
  readonly conflicts?: Readonly<Record<string, string>>
  readonly warned?: Readonly<Record<string, readonly SensitiveWarning[]>>
}

export function renderCustomForm(model: CustomFormModel): ModalView {
  const { candidateId, fields, values, conflicts = {}, warned = {} } = model
  const ids = fields.map(({ id }) => id as string)
  const seen = model.seen ?? seenOf<string>(values, ids)
  return {
    type: 'modal',
    callback_id: CUSTOM_MODAL,
    private_metadata: JSON.stringify({ candidateId, seen, warned }),
    title: plain(words.title),
    submit: plain(sectionForm.submit),
    close: plain(sectionForm.close),
    blocks: [
      section(sectionForm.about(safe(model.fullName, 300))),
      ...(Object.keys(conflicts).length === 0
        ? []
        : [{ type: 'alert', level: 'warning', text: plain(sectionForm.conflictsBelow) } as const]),
      ...fields.flatMap((one): KnownBlock[] => [
        input(one, values[one.id] ?? ''),
        ...(one.id in conflicts ? [small(sectionForm.conflict(safe(conflicts[one.id] ?? '', 600)))] : []),
        ...concerns(warned[one.id] ?? [], customBlock(one.id)),
      ]),
      ...(Object.keys(warned).length === 0 ? [] : [keepBox(KEEP_WORDS)]),
    ],
  }
}

const input = ({ id, name, kind, choices }: CustomField, value: string): InputBlock => {
  const none = option(NONE, sectionForm.none)
  const element = {
    text: () => typed({ value, max: MAX_CUSTOM_TEXT }),
    number: () => typed({ value, max: 30 }),
    date: () => day(value, sectionForm.day),
    choice: () => chosen([none, ...choices.map((one) => option(`=${one}`, one))], value === '' ? NONE : `=${value}`),
    yes_no: () => chosen([none, ...optionsOf(yesNo)], value === '' ? NONE : value),
  }[kind]()
  return field({ id: customBlock(id), label: name }, element)
}

/** What was typed, by the id of the field. */
export const customEntry = (answers: Answers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(answers).flatMap((block) => {
      const id = /^custom_(.+)$/.exec(block)?.[1]
      const given = answer(answers, block)
      if (id === undefined || given === undefined) return []
      return [[id, given === NONE ? '' : given.replace(/^=/, '')]]
    }),
  )
