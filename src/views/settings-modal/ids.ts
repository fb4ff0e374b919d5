import type { SettingSection } from '../../domain/settings/workspace-settings.ts'

export const SETTINGS_FORM = 'settings_form'
export const OPEN_SETTINGS = 'settings_open'
/** Its value is the change's id. */
export const UNDO_SETTINGS = 'settings_undo'

/** *Change…* beside a section. */
export const SECTION_ACTIONS = {
  channels: 'settings_change:channels',
  rhythm: 'settings_change:rhythm',
  mail: 'settings_change:mail',
  restraint: 'settings_change:restraint',
  model: 'settings_change:model',
} as const satisfies Record<SettingSection, string>

/** Block ids, by the field's name in the use case's input. */
export const settingBlock = (field: string): string => `setting_${field}`
