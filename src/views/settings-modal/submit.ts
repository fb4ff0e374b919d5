/** What was typed into one section's form; the use case judges it. */
import type { SettingSection } from '../../domain/settings/workspace-settings.ts'
import { type Answers, answer, answerList } from '../form-fields.ts'
import { settingBlock } from './ids.ts'

const FIELDS = {
  channels: ['triage', 'nudge', 'digest'],
  rhythm: ['cadenceDays', 'nudgeAt', 'digestWeekday', 'digestAt', 'holidays', 'goalPercent', 'goalBy'],
  mail: ['postalAddress'],
  restraint: ['recontactDays', 'capCount', 'capDays', 'collisionDays', 'quietHours', 'holdSeconds'],
  model: ['dailyTokens', 'likeness'],
} as const satisfies Record<SettingSection, readonly string[]>

export type SettingEntry = { readonly section: SettingSection; readonly hiring?: readonly string[] } & Readonly<
  Record<string, unknown>
>

/** `undefined` where the form names no section of ours. */
export function settingEntry(section: string, answers: Answers): SettingEntry | undefined {
  if (!isSection(section)) return undefined
  const given = FIELDS[section].map((name) => [name, answer(answers, settingBlock(name)) ?? ''] as const)
  const hiring = section === 'channels' ? { hiring: answerList(answers, settingBlock('hiring')) } : {}
  return { ...Object.fromEntries(given), ...hiring, section }
}

const isSection = (text: string): text is SettingSection => Object.hasOwn(FIELDS, text)

/** Each problem on the field that it is about; what is about none stands on the first. */
export function settingErrors(
  section: SettingSection,
  problems: readonly { readonly path: string; readonly message: string }[],
): Record<string, string> {
  const known: readonly string[] = [...FIELDS[section], ...(section === 'channels' ? ['hiring'] : [])]
  return Object.fromEntries(
    problems.map(({ path, message }) => {
      const name = path.split('.')[0] ?? ''
      return [settingBlock(known.includes(name) ? name : (known[0] ?? '')), message]
    }),
  )
}
