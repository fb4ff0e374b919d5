/** What is in force, each setting as its reader would say it. */

import type { SettingSection } from '../../domain/settings/workspace-settings.ts'
import { never } from '../../domain/shared/result.ts'
import { WEEKDAYS, settings as words } from '../../domain/shared/words/settings.ts'
import type { SettingsModel } from '../../usecases/settings/load-settings.ts'
import { dayInWords, safe } from '../mrkdwn.ts'

export type SettingKey = keyof typeof words.labels

export const SECTION_KEYS = {
  channels: ['channels.triage', 'channels.nudge', 'channels.digest', 'channels.hiring'],
  rhythm: ['cadence.days', 'nudge.at', 'digest.weekday', 'digest.at', 'holidays', 'goals'],
  mail: ['mail.postalAddress'],
  restraint: [
    'outreach.recontactDays',
    'outreach.capCount',
    'outreach.capDays',
    'outreach.collisionDays',
    'outreach.quietHours',
    'outreach.holdSeconds',
  ],
  model: ['model.dailyTokens', 'match.likeness'],
} as const satisfies Record<SettingSection, readonly SettingKey[]>

export const settingLine = (model: SettingsModel, key: SettingKey): string =>
  words.line(words.labels[key], shownValue(model, key))

/** A list of channels that is longer is counted. */
const MOST_CHANNELS = 10

function shownValue({ workspace, outreach, embedder }: SettingsModel, key: SettingKey): string {
  switch (key) {
    case 'channels.triage':
      return place(workspace.channels.triage)
    case 'channels.nudge':
      return place(workspace.channels.nudge)
    case 'channels.digest':
      return place(workspace.channels.digest)
    case 'channels.hiring': {
      const { hiringChannels: all } = workspace
      const more = all.length - MOST_CHANNELS
      return all.length === 0
        ? words.none
        : `${all.slice(0, MOST_CHANNELS).map(place).join(', ')}${more > 0 ? ` +${more}` : ''}`
    }
    case 'nudge.at':
      return words.clock(workspace.nudgeAt)
    case 'digest.weekday':
      return WEEKDAYS[String(workspace.digest.weekday) as keyof typeof WEEKDAYS]
    case 'digest.at':
      return words.clock(workspace.digest.at)
    case 'holidays':
      return workspace.holidays.length === 0 ? words.none : words.holidays(workspace.holidays.length)
    case 'cadence.days':
      return words.days(workspace.cadenceDays)
    case 'mail.postalAddress':
      return workspace.postalAddress === undefined
        ? words.none
        : safe(workspace.postalAddress.replace(/\s+/g, ' '), 300)
    case 'model.dailyTokens':
      return words.tokens(workspace.modelDailyTokens)
    case 'match.likeness':
      if (embedder === undefined) return words.likeness.none
      return workspace.matchLikeness ? words.likeness.on(safe(embedder, 80)) : words.likeness.off
    case 'goals': {
      const { goals } = workspace
      if (goals === undefined) return words.none
      return words.goal(goals.poolHiresPercent, goals.by === undefined ? undefined : dayInWords(goals.by))
    }
    case 'outreach.recontactDays':
      return words.days(outreach.recontactDays)
    case 'outreach.capCount':
      return words.messages(outreach.capCount)
    case 'outreach.capDays':
      return words.days(outreach.capDays)
    case 'outreach.collisionDays':
      return words.days(outreach.collisionDays)
    case 'outreach.quietHours': {
      const { quietHours } = outreach
      return quietHours === 'off' ? words.quietOff : words.quiet(quietHours.from, quietHours.to)
    }
    case 'outreach.holdSeconds':
      return words.seconds(outreach.holdSeconds)
    default:
      return never(key)
  }
}

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(words.labels, key)

/** An id makes a link; a name is a name. */
export const place = (channel: string): string =>
  /^[CG][A-Z0-9]{6,}$/.test(channel) ? `<#${channel}>` : safe(channel, 100)
