/** One form for each section, filled in with what is in force. */
import type { ConversationsSelect, InputBlock, ModalView } from '@slack/types'
import { OUTREACH_BOUNDS } from '../../domain/outreach/settings.ts'
import { type SettingSection, WORKSPACE_BOUNDS } from '../../domain/settings/workspace-settings.ts'
import type { Zone } from '../../domain/shared/time.ts'
import { WEEKDAYS, settings as words } from '../../domain/shared/words/settings.ts'
import type { SettingsModel } from '../../usecases/settings/load-settings.ts'
import { chosen, day, type Field, field, optionsOf, plain, radio, typed } from '../form-fields.ts'
import { dayInWords, section } from '../mrkdwn.ts'
import { senderLine } from './blocks.ts'
import { SETTINGS_FORM, settingBlock } from './ids.ts'

const { fields } = words

export const renderSettingsForm = (model: SettingsModel, name: SettingSection, zone: Zone): ModalView => ({
  type: 'modal',
  callback_id: SETTINGS_FORM,
  private_metadata: name,
  title: plain(words.sections[name]),
  submit: plain(words.save),
  close: plain(words.back),
  blocks: [...(name === 'mail' ? [section(senderLine(model))] : []), ...FORMS[name](model, zone)],
})

type Form = (model: SettingsModel, zone: Zone) => readonly InputBlock[]

const FORMS: Readonly<Record<SettingSection, Form>> = {
  channels: ({ workspace: { channels, hiringChannels } }) => [
    one('triage', { label: fields.triage, hint: fields.triageHint }, channelMenu(channels.triage)),
    one('nudge', { label: fields.nudge, hint: fields.nudgeHint }, channelMenu(channels.nudge)),
    one('digest', { label: fields.digest, hint: fields.digestHint }, channelMenu(channels.digest)),
    one(
      'hiring',
      { label: fields.hiring, hint: fields.hiringHint },
      {
        type: 'multi_conversations_select',
        filter: CHANNELS,
        max_selected_items: WORKSPACE_BOUNDS.hiringChannels[1],
        placeholder: plain(fields.choose),
        ...(hiringChannels.length === 0 ? {} : { initial_conversations: [...hiringChannels] }),
      },
    ),
  ],
  rhythm: ({ workspace }, zone) => [
    one(
      'cadenceDays',
      { label: fields.cadenceDays, hint: fields.cadenceHint, required: true },
      number(workspace.cadenceDays, WORKSPACE_BOUNDS.cadenceDays),
    ),
    one(
      'nudgeAt',
      { label: fields.nudgeAt, hint: fields.zoneHint(zone), required: true },
      { type: 'timepicker', initial_time: words.clock(workspace.nudgeAt) },
    ),
    one(
      'digestWeekday',
      { label: fields.digestWeekday, required: true },
      chosen(optionsOf(WEEKDAYS), String(workspace.digest.weekday)),
    ),
    one(
      'digestAt',
      { label: fields.digestAt, hint: fields.zoneHint(zone), required: true },
      { type: 'timepicker', initial_time: words.clock(workspace.digest.at) },
    ),
    one(
      'holidays',
      { label: fields.holidays, hint: fields.holidaysHint },
      typed({ value: workspace.holidays.map(dayInWords).join('\n'), max: 3_000, lines: true }),
    ),
    one(
      'goalPercent',
      { label: fields.goalPercent },
      number(workspace.goals?.poolHiresPercent, WORKSPACE_BOUNDS.goalPercent),
    ),
    one('goalBy', { label: fields.goalBy }, day(workspace.goals?.by, fields.pickDay)),
  ],
  mail: ({ workspace }) => [
    one(
      'postalAddress',
      { label: fields.postalAddress, hint: fields.postalHint },
      typed({ value: workspace.postalAddress, max: WORKSPACE_BOUNDS.postalAddress[1], lines: true }),
    ),
  ],
  restraint: ({ outreach }) => [
    one(
      'recontactDays',
      { label: fields.recontactDays, hint: fields.recontactHint, required: true },
      number(outreach.recontactDays, OUTREACH_BOUNDS.recontactDays),
    ),
    one('capCount', { label: fields.capCount, required: true }, number(outreach.capCount, OUTREACH_BOUNDS.capCount)),
    one('capDays', { label: fields.capDays, required: true }, number(outreach.capDays, OUTREACH_BOUNDS.capDays)),
    one(
      'collisionDays',
      { label: fields.collisionDays, required: true },
      number(outreach.collisionDays, OUTREACH_BOUNDS.collisionDays),
    ),
    one(
      'quietHours',
      { label: fields.quietHours, hint: fields.quietHint, required: true },
      typed({ value: asTypedQuiet(outreach), max: 20 }),
    ),
    one(
      'holdSeconds',
      { label: fields.holdSeconds, hint: fields.holdHint, required: true },
      number(outreach.holdSeconds, OUTREACH_BOUNDS.holdSeconds),
    ),
  ],
  model: ({ workspace, embedder }) => [
    one(
      'dailyTokens',
      { label: fields.dailyTokens, hint: fields.tokensHint, required: true },
      number(workspace.modelDailyTokens, WORKSPACE_BOUNDS.modelDailyTokens),
    ),
    ...(embedder === undefined
      ? []
      : [
          one(
            'likeness',
            { label: fields.likeness, hint: fields.likenessHint, required: true },
            radio(optionsOf(fields.likenessOptions), workspace.matchLikeness ? 'on' : 'off'),
          ),
        ]),
  ],
}

const one = (name: string, how: Omit<Field, 'id'>, element: InputBlock['element']): InputBlock =>
  field({ id: settingBlock(name), ...how }, element)

const number = (value: number | undefined, [least, most]: readonly [number, number]): InputBlock['element'] => ({
  type: 'number_input',
  is_decimal_allowed: false,
  min_value: String(least),
  max_value: String(most),
  ...(value === undefined ? {} : { initial_value: String(value) }),
})

const CHANNELS: NonNullable<ConversationsSelect['filter']> = {
  include: ['public', 'private'],
  exclude_bot_users: true,
  exclude_external_shared_channels: true,
}

/** A name of the environment can be no choice of the menu, so it is what stands there while nothing is chosen. */
const channelMenu = (channel: string): InputBlock['element'] => {
  const isId = /^[CG][A-Z0-9]+$/.test(channel)
  return {
    type: 'conversations_select',
    filter: CHANNELS,
    placeholder: plain(isId ? fields.choose : fields.until(channel.slice(0, 80))),
    ...(isId ? { initial_conversation: channel } : {}),
  }
}

const asTypedQuiet = ({ quietHours }: SettingsModel['outreach']): string =>
  quietHours === 'off' ? 'off' : `${words.clock(quietHours.from)}-${words.clock(quietHours.to)}`
