/** What is in force, section by section, and what is said once something was changed. */
import type { KnownBlock, ModalView } from '@slack/types'
import { SETTING_SECTIONS, type SettingSection } from '../../domain/settings/workspace-settings.ts'
import { settings as words } from '../../domain/shared/words/settings.ts'
import type { SettingsModel } from '../../usecases/settings/load-settings.ts'
import { plain } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { SECTION_ACTIONS, UNDO_SETTINGS } from './ids.ts'
import { isSettingKey, SECTION_KEYS, settingLine } from './lines.ts'

export const renderSettings = (model: SettingsModel): ModalView => ({
  type: 'modal',
  title: plain(words.title),
  close: plain(words.close),
  blocks: SETTING_SECTIONS.flatMap((name) => sectionBlocks(model, name)),
})

function sectionBlocks(model: SettingsModel, name: SettingSection): readonly KnownBlock[] {
  const lines = SECTION_KEYS[name].map((key) => settingLine(model, key))
  return [
    {
      ...section([`*${words.sections[name]}*`, ...lines].join('\n')),
      accessory: button(SECTION_ACTIONS[name], words.change, name),
    },
    ...(name === 'mail' ? [small(senderLine(model))] : []),
  ]
}

export const senderLine = ({ mailFrom }: SettingsModel): string =>
  mailFrom === undefined ? words.noMail : words.mailFrom(safe(mailFrom, 200))

type Said = { readonly text: string; readonly blocks: readonly KnownBlock[] }

/** What is other than before, with *Undo*. */
export function renderSettingsSaved(
  model: SettingsModel,
  { changed, undoId }: { readonly changed: readonly string[]; readonly undoId: string | undefined },
  warnings: readonly string[] = [],
): Said {
  const lines = linesOf(model, changed)
  if (undoId === undefined) return { text: words.nothingChanged, blocks: [section(words.nothingChanged)] }
  return {
    text: words.saved(lines),
    blocks: [
      section(words.saved(lines)),
      ...warnings.map((warning) => section(warning)),
      { type: 'actions', elements: [button(UNDO_SETTINGS, words.undo, undoId)] },
    ],
  }
}

export const settingsUndone = (model: SettingsModel, changed: readonly string[]): string =>
  words.undone(linesOf(model, changed))

const linesOf = (model: SettingsModel, keys: readonly string[]): readonly string[] =>
  keys.filter(isSettingKey).map((key) => settingLine(model, key))
