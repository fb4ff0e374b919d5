/** `/medallist settings` and the *Settings* button of Home: what is in force, a form for each section, and *Undo*. */
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { SETTING_SECTIONS, type SettingSection } from '../domain/settings/workspace-settings.ts'
import { channelProblems, settingProblems, settings as words } from '../domain/shared/words/settings.ts'
import type { Ctx } from '../usecases/context.ts'
import { changeSettings, undoSettings } from '../usecases/settings/change-settings.ts'
import { loadSettings, type SettingsModel } from '../usecases/settings/load-settings.ts'
import { renderSettings, renderSettingsSaved, settingsUndone } from '../views/settings-modal/blocks.ts'
import { renderSettingsForm } from '../views/settings-modal/forms.ts'
import {
  OPEN_SETTINGS,
  SECTION_ACTIONS,
  SETTINGS_FORM,
  settingBlock,
  UNDO_SETTINGS,
} from '../views/settings-modal/ids.ts'
import type { SettingEntry as Entry } from '../views/settings-modal/submit.ts'
import { settingEntry, settingErrors } from '../views/settings-modal/submit.ts'
import { checkChannel } from './check-channels.ts'
import { openAbove, openModal } from './open-modal.ts'
import { edgeWords, isEdgeRefusal, reworded } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { redraw } from './shell/in-modal.ts'
import { onPress } from './shell/on-press.ts'
import { onSubmit, type Submitted } from './shell/on-submit.ts'
import type { Reply } from './shell/tell.ts'

/** Opens the settings, or says why not. */
export async function openSettings(ctx: Ctx, client: WebClient, triggerId: string): Promise<Reply | undefined> {
  const model = await loadSettings(ctx, {})
  return model.ok ? openModal(client, triggerId, renderSettings(model.value)) : { text: edgeWords(model.refusal) }
}

export function registerSettings(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, OPEN_SETTINGS, ({ ctx, client, pressed }) => openSettings(ctx, client, pressed.triggerId))
  for (const section of SETTING_SECTIONS) {
    onPress(app, shell, SECTION_ACTIONS[section], async ({ ctx, client, pressed }) => {
      const model = await loadSettings(ctx, {})
      if (!model.ok) return { text: edgeWords(model.refusal) }
      return openAbove({ client, pressed }, renderSettingsForm(model.value, section, ctx.workspace.zone))
    })
  }

  onSubmit(app, shell, SETTINGS_FORM, async ({ ctx, client, view }) => {
    const entry = settingEntry(view.private_metadata, view.state.values)
    if (entry === undefined) return { kind: 'errors', errors: { [firstBlock(view)]: settingProblems.gone } }
    const before = await loadSettings(ctx, {})
    if (!before.ok) return { kind: 'errors', errors: { [firstBlock(view)]: edgeWords(before.refusal) } }
    const seen = await channelErrors(client, entry, before.value)
    if (seen !== undefined) return { kind: 'errors', errors: seen }
    const saved = await changeSettings(ctx, entry as Parameters<typeof changeSettings>[1])
    if (!saved.ok) return { kind: 'errors', errors: errorsOf(entry.section, saved.refusal) }
    const { changed } = saved.value
    return {
      kind: 'later',
      isDone: true,
      respondAt: undefined,
      work: async () => {
        const model = await loadSettings(ctx, {})
        if (!model.ok) return { text: edgeWords(model.refusal) }
        if (view.previous_view_id !== null) await redraw(client, view.previous_view_id, renderSettings(model.value))
        return renderSettingsSaved(model.value, saved.value, await warningsAfter(client, model.value, changed))
      },
    } satisfies Submitted
  })

  onPress(app, shell, UNDO_SETTINGS, async ({ ctx, client, pressed }) => {
    const undone = await undoSettings(ctx, { undoId: pressed.value })
    if (!undone.ok) return { text: reworded(undone.refusal, () => words.changedSince) }
    const { changed } = undone.value
    return async () => {
      const model = await loadSettings(ctx, {})
      if (!model.ok) return { text: edgeWords(model.refusal) }
      const below = pressed.view?.previous_view_id
      if (typeof below === 'string') await redraw(client, below, renderSettings(model.value))
      return { text: settingsUndone(model.value, changed), replaces: true }
    }
  })
}

const firstBlock = (view: { readonly blocks: readonly { readonly block_id?: string | undefined }[] }): string =>
  view.blocks.find((block) => block.block_id?.startsWith(settingBlock('')) === true)?.block_id ?? settingBlock('triage')

type Refused = Extract<Awaited<ReturnType<typeof changeSettings>>, { ok: false }>['refusal']

function errorsOf(section: SettingSection, refusal: Refused): Record<string, string> {
  if (!isEdgeRefusal(refusal)) {
    const text =
      refusal.kind === 'no_day'
        ? settingProblems.no_day(refusal.line.slice(0, 60))
        : settingProblems.too_many(refusal.most)
    return { [settingBlock('holidays')]: text }
  }
  return settingErrors(
    section,
    refusal.kind === 'bad_input' ? refusal.problems : [{ path: '', message: edgeWords(refusal) }],
  )
}

/** Only what is newly chosen is looked at, all at once: Slack waits for three seconds. */
async function channelErrors(
  client: WebClient,
  entry: Entry,
  { workspace }: SettingsModel,
): Promise<Record<string, string> | undefined> {
  if (entry.section !== 'channels') return undefined
  const asked = [
    ...(['triage', 'nudge', 'digest'] as const).map((name) => [name, String(entry[name])] as const),
    ...(entry.hiring ?? []).map((channel) => ['hiring', channel] as const),
  ]
  const known = (name: string, channel: string) =>
    name === 'hiring'
      ? workspace.hiringChannels.includes(channel)
      : workspace.channels[name as keyof typeof workspace.channels] === channel
  const answers = await Promise.all(
    asked
      .filter(([name, channel]) => channel !== '' && !known(name, channel))
      .map(async ([name, channel]) => {
        const seen = await checkChannel(client, channel, name === 'triage' ? 'private' : 'anybody')
        return seen === 'fine' ? [] : [[settingBlock(name), channelProblems[seen]] as const]
      }),
  )
  const errors = Object.fromEntries(answers.flat())
  return Object.keys(errors).length === 0 ? undefined : errors
}

/** What an admin should know of what they chose. */
async function warningsAfter(
  client: WebClient,
  { workspace, outreach }: SettingsModel,
  changed: readonly string[],
): Promise<readonly string[]> {
  const { nudge } = workspace.channels
  const isPublic =
    changed.includes('channels.nudge') &&
    !nudge.startsWith('#') &&
    (await checkChannel(client, nudge, 'private')) === 'public'
  return [
    ...(changed.includes('outreach.holdSeconds') && outreach.holdSeconds === 0 ? [words.noHold] : []),
    ...(isPublic ? [words.publicNudge] : []),
  ]
}
