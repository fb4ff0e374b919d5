/** "Add a silver medallist": seven fields first, the rest unfolded by *More details* or because the text told it. */
import type { Button, InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import { STANDINGS } from '../../domain/candidate/candidate.ts'
import {
  asksForDay,
  FIRST_FIELDS,
  MORE_FIELDS,
  SILVER_LIMITS,
  type SilverEntry,
  type SilverField,
} from '../../domain/candidate/silver-form.ts'
import { truncate } from '../../domain/shared/text.ts'
import { permissionBases, reasons, standings } from '../../domain/shared/words/candidates.ts'
import {
  seniorities,
  silver,
  silverHints,
  silverLabels,
  silverPlaceholders,
} from '../../domain/shared/words/capture.ts'
import { resumeForm } from '../../domain/shared/words/resumes.ts'
import { concerns, keepBox } from '../concerns.ts'
import { chosen, day, field, option, optionsOf, plain, typed } from '../form-fields.ts'
import { linkTo, small } from '../mrkdwn.ts'
import { FROM_RESUME } from '../resume-modal/blocks.ts'
import { KEEP_BLOCK, MORE_ACTION, MORE_BLOCK, SILVER_MODAL, type SilverMeta, silverBlock } from './schema.ts'

export type SilverModalModel = {
  readonly entry: SilverEntry
  readonly meta: SilverMeta
  /** Whom *Relationship owner* names while nobody was chosen. */
  readonly ownerSlackId: string
  /** The words on the chosen pool. */
  readonly poolName?: string | undefined
  /** Said above the fields, where an answer is missing that was not asked for before. */
  readonly note?: string | undefined
  /** Who put the words of a text into the fields, where that was not the rules as ever. */
  readonly filledIn?: string | undefined
}

type Typing = keyof typeof SILVER_LIMITS
const SEVERAL_LINES: readonly SilverField[] = ['impressed', 'bringBack', 'advice']
const TIER_OPTIONS = [option('A', 'A'), option('B', 'B'), option('C', 'C')]
const STANDING_OPTIONS = STANDINGS.map((code) => option(code, standings[code]))

export function renderSilverModal(model: SilverModalModel): ModalView {
  const { entry, meta } = model
  const more = MORE_FIELDS.filter((name) => meta.more || (entry[name] ?? '') !== '')
  const first = FIRST_FIELDS.flatMap((name): SilverField[] =>
    name === 'standing' && (meta.day === true || asksForDay(entry.standing)) ? ['standing', 'standingDay'] : [name],
  )
  return {
    type: 'modal',
    callback_id: SILVER_MODAL,
    private_metadata: JSON.stringify(meta),
    title: plain(silver.title),
    submit: plain(silver.submit),
    close: plain(silver.close),
    blocks: [
      ...above(model),
      ...[...first, ...more].flatMap((name) => [input(name, model), ...concerns(meta.warned[name] ?? [], name)]),
      ...buttons(more.length < MORE_FIELDS.length, meta.flag === undefined && model.filledIn === undefined),
      ...(Object.keys(meta.warned).length === 0 ? [] : [keepBox(KEEP_BLOCK)]),
    ],
  }
}

function buttons(more: boolean, resume: boolean): KnownBlock[] {
  const elements: Button[] = [
    ...(more ? [{ type: 'button' as const, action_id: MORE_ACTION, text: plain(silver.more) }] : []),
    ...(resume ? [{ type: 'button' as const, action_id: FROM_RESUME, text: plain(resumeForm.button) }] : []),
  ]
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: MORE_BLOCK, elements }]
}

function above({ meta, note, filledIn }: SilverModalModel): KnownBlock[] {
  const { flag } = meta
  const said = flag === undefined ? [] : [silver.flaggedBy(`<@${flag.by}>`, linkTo(flag.link, silver.flaggedOn))]
  const context = [...said, ...(filledIn === undefined ? [] : [filledIn])].map((text) => small(text))
  return note === undefined
    ? context
    : [...context, { type: 'alert', level: 'warning', text: plain(truncate(note, 200)) }]
}

function input(name: SilverField, model: SilverModalModel): KnownBlock {
  const required =
    name === 'fullName' || name === 'role' || (name === 'standingDay' && model.entry.standing === 'told_no')
  const hint = hintOf(name, model.meta)
  const tells = name === 'standing'
  return field({ id: silverBlock(name), label: silverLabels[name], hint, required, tells }, element(name, model))
}

const isTyped = (name: SilverField): name is Typing => name in SILVER_LIMITS

function element(name: SilverField, { entry, ownerSlackId, poolName }: SilverModalModel): InputBlock['element'] {
  if (name === 'email') return email(entry.email)
  if (isTyped(name)) {
    const lines = SEVERAL_LINES.includes(name)
    return typed({ value: entry[name], max: SILVER_LIMITS[name], lines, placeholder: placeholderOf(name) })
  }
  switch (name) {
    case 'standing':
      return chosen(STANDING_OPTIONS, entry.standing ?? 'not_told')
    case 'reason':
      return chosen(optionsOf(reasons), entry.reason)
    case 'permission':
      return chosen(optionsOf(permissionBases), entry.permission ?? 'applied_here')
    case 'seniority':
      return chosen(optionsOf(seniorities), entry.seniority)
    case 'tier':
      return chosen(TIER_OPTIONS, entry.tier)
    case 'standingDay':
    case 'nextTouch':
      return day(entry[name], silverPlaceholders.day)
    case 'pool':
      return pool(entry.pool, poolName)
    case 'referredBy':
      return { type: 'users_select', ...chosenUser(entry.referredBy ?? '') }
    case 'owner':
      return { type: 'users_select', ...chosenUser(entry.owner ?? ownerSlackId) }
  }
}

const email = (value: string | undefined): InputBlock['element'] => ({
  type: 'email_text_input',
  placeholder: plain(silverPlaceholders.email),
  ...initial(value, SILVER_LIMITS.email),
})
const pool = (id: string | undefined, name: string | undefined): InputBlock['element'] => ({
  type: 'external_select',
  min_query_length: 0,
  placeholder: plain(silverPlaceholders.pool),
  ...chosenPool(id, name),
})
const initial = (value: string | undefined, max: number) =>
  value === undefined || value === '' ? {} : { initial_value: truncate(value, max) }
const chosenUser = (id: string) => (id === '' ? {} : { initial_user: id })
const chosenPool = (id: string | undefined, name: string | undefined): { initial_option?: PlainTextOption } =>
  id === undefined || id === '' || name === undefined ? {} : { initial_option: option(id, name) }

const placeholderOf = (name: Typing): string | undefined =>
  (silverPlaceholders as Readonly<Record<string, string>>)[name]

function hintOf(name: SilverField, { between }: SilverMeta): string | undefined {
  if (name === 'standingDay') return between === undefined ? undefined : silverHints.between(between.from, between.to)
  const hints: { readonly [Name in SilverField]?: unknown } = silverHints
  const hint = hints[name]
  return typeof hint === 'string' ? hint : undefined
}
