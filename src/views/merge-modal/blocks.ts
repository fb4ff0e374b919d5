/** "Merge with <name>?": what is on record beside what was typed, with a choice where only one of them can stand. */
import type { KnownBlock, ModalView } from '@slack/types'
import type { Difference, MergeField } from '../../domain/candidate/merge.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import { truncate } from '../../domain/shared/text.ts'
import type { Day } from '../../domain/shared/time.ts'
import { reasons, standings } from '../../domain/shared/words/candidates.ts'
import { merge, mergeLabels, seniorities } from '../../domain/shared/words/capture.ts'
import type { MergePreview } from '../../usecases/capture/preview-merge.ts'
import { field, option, plain, radio, redrawnWith } from '../form-fields.ts'
import { dayInWords, mrkdwn, safe, section, small } from '../mrkdwn.ts'
import { choiceBlock, MERGE_MODAL, type MergeMeta, STORY_CHOICE } from './schema.ts'

const STORY: readonly MergeField[] = ['consideredRole', 'standing', 'standingDay', 'reason', 'stageReached']

export type MergeModalModel = { readonly preview: MergePreview; readonly note?: string | undefined }

export function renderMergeModal({ preview, note }: MergeModalModel): ModalView {
  const { formId, candidateId, version, name, by, differences, members } = preview
  const meta: MergeMeta = { formId, candidateId, version }
  return {
    type: 'modal',
    callback_id: MERGE_MODAL,
    private_metadata: JSON.stringify(meta),
    title: plain(titleFor(name)),
    submit: plain(merge.submit),
    close: plain(merge.back),
    blocks: [
      ...(note === undefined ? [] : [alert(note)]),
      section(
        by === 'choice' ? merge.introChosen(safe(name, 1500)) : merge.intro(safe(name, 1500), merge.contacts[by]),
      ),
      ...comparedBlocks(differences, members),
      ...below(preview),
    ],
  }
}

export type Headings = {
  readonly existing: string
  readonly typed: string
  readonly keep: string
  readonly take: string
}
const HEADINGS: Headings = { existing: merge.onRecord, typed: merge.typed, keep: merge.keep, take: merge.take }

/** Each difference with both sides, and a choice where only one of them can stand. */
export function comparedBlocks(
  differences: readonly Difference[],
  members: ReadonlyMap<string, string>,
  headings: Headings = HEADINGS,
): readonly KnownBlock[] {
  const story = differences.filter((one) => STORY.includes(one.field))
  const rest = differences.filter((one) => !STORY.includes(one.field))
  return [
    ...(differences.length === 0 ? [section(merge.nothingDiffers)] : []),
    ...story.map((one) => sideBySide(one, members, headings)),
    ...storyChoice(story, headings),
    ...rest.flatMap((one) => [sideBySide(one, members, headings), ...ownChoice(one, headings)]),
  ]
}

const NOTE = 'merge_note'
export const alert = (text: string): KnownBlock => ({
  type: 'alert',
  block_id: NOTE,
  level: 'warning',
  text: plain(truncate(text, 200)),
})

/** The view as it stands, with what went wrong said above it. */
export const notedMerge = (view: ModalView, note: string): ModalView =>
  redrawnWith(view, [alert(note), ...(view.blocks as KnownBlock[]).filter((block) => block.block_id !== NOTE)])

/** Slack cuts titles at 24; the name gives way, the question stays. */
export const titleFor = (name: string): string => {
  const room = 24 - merge.title('').length
  return merge.title(truncate(name, room))
}

type Names = MergePreview['members']

const sideBySide = ({ field, existing, typed }: Difference, names: Names, headings: Headings): KnownBlock => ({
  type: 'section',
  fields: [
    mrkdwn(`*${mergeLabels[field]}: ${headings.existing}*\n${shown(field, existing, names)}`),
    mrkdwn(`*${headings.typed}*\n${shown(field, typed, names)}`),
  ],
})

/** How a value that is a code is read; everything else is text. */
const READ: { readonly [Field in MergeField]?: (value: never) => string } = {
  standing: (value: keyof typeof standings) => standings[value],
  reason: (value: keyof typeof reasons) => reasons[value],
  seniority: (value: keyof typeof seniorities) => seniorities[value],
  standingDay: (value: Day) => dayInWords(value),
  nextTouch: (value: Day) => dayInWords(value),
  skills: (value: readonly string[]) => value.map(skillLabel).join(', '),
  remoteOk: (value: boolean) => (value ? merge.yes : merge.no),
}

function shown(field: MergeField, value: Difference['existing'], names: Names): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return merge.nothing
  if (field === 'ownerId') return safe(names.get(String(value)) ?? merge.somebody, 1800)
  const read = READ[field]
  return safe(read === undefined ? String(value) : read(value as never), 1800)
}

const choice = (id: string, label: string, takes: 'existing' | 'typed', { keep, take }: Headings): KnownBlock =>
  field({ id: choiceBlock(id), label, required: true }, radio([option('existing', keep), option('typed', take)], takes))

function storyChoice(story: readonly Difference[], headings: Headings): KnownBlock[] {
  if (!story.some(({ outcome }) => outcome !== 'filled')) return []
  const deciding = story.find(({ field }) => field === 'standing') ?? story[0]
  const takesTyped = deciding?.merged === deciding?.typed
  return [choice(STORY_CHOICE, merge.storyLabel, takesTyped ? 'typed' : 'existing', headings)]
}

/** Where both can stand, both do; where nothing stood, the new does. */
const ownChoice = ({ field, outcome }: Difference, headings: Headings): KnownBlock[] =>
  outcome === 'kept' || outcome === 'replaced'
    ? [choice(field, mergeLabels[field], outcome === 'kept' ? 'existing' : 'typed', headings)]
    : []

function below({ newContacts, elsewhere, addsWords }: MergePreview): KnownBlock[] {
  const adds = [...newContacts.map((kind) => merge.contacts[kind]), ...(addsWords ? [merge.words] : [])]
  return [
    ...(adds.length === 0 ? [] : [small(merge.alsoAdds(adds.join(', ')))]),
    ...elsewhere.map((kind) => small(merge.elsewhere(merge.contacts[kind]))),
  ]
}
