import { z } from 'zod'
import type { QuietHours } from '../../domain/outreach/quiet-hours.ts'
import type { HolidayProblem } from '../../domain/settings/holidays.ts'
import { asId, type Id } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { sameValue } from '../../domain/shared/same-value.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { EventData } from '../ports/events.ts'
import { rowsInForce, settingsNow, today } from './load-settings.ts'
import { readHolidays, SettingInput, type SettingRows, settingRows } from './setting-input.ts'

type ChangeId = Id<'setting_change'>
/** Keys of the settings that are other than before; `undoId` where there are any. */
export type SettingsChanged = { readonly changed: readonly string[]; readonly undoId: ChangeId | undefined }

/** The latest change alone can be taken back: what it replaced, by key, `null` where there was nothing. */
const LATEST = 'settings.latest'
const Latest = z.object({ id: z.string(), before: z.record(z.string(), z.unknown()) })

/** Keeps what an admin decided in one section. What is as it was stays as it is, so that a default goes on being one. */
export const changeSettings = defineUseCase({
  name: 'change-settings',
  permission: 'settings.change',
  input: SettingInput,
  run: (ctx, input): Promise<Result<SettingsChanged, HolidayProblem>> =>
    ctx.uow.once<SettingsChanged, HolidayProblem>(ctx.idempotencyKey, 'change-settings', async (tx) => {
      const holidays = readHolidays(input.section === 'rhythm' ? input.holidays : '', today(ctx))
      if (!holidays.ok) return holidays
      const rows = await tx.settings.all()
      const inForce = rowsInForce(await settingsNow(ctx, tx))
      // Without a model there is nothing to switch on.
      const isOffered = input.section !== 'model' || ctx.services.embedder !== undefined
      const wanted = settingRows(isOffered ? input : { ...input, likeness: '' }, holidays.value)
      const changed = Object.keys(wanted).filter(
        (key) => !sameValue(wanted[key], rows[key] ?? null) && !sameValue(wanted[key], inForce[key]),
      )
      if (changed.length === 0) return ok({ changed, undoId: undefined })
      for (const key of changed) {
        if (wanted[key] === null) await tx.settings.remove(key)
        else await tx.settings.set(key, wanted[key], ctx.actor.memberId, ctx.now)
      }
      const undoId = ctx.newId<'setting_change'>()
      const before = Object.fromEntries(changed.map((key) => [key, rows[key] ?? null]))
      await tx.settings.set(LATEST, { id: undoId, before }, ctx.actor.memberId, ctx.now)
      await tx.events.append({
        stream: `workspace:${ctx.workspace.id}`,
        type: 'settings.changed',
        data: inCodes(wanted, changed),
      })
      return ok({ changed, undoId })
    }),
})

/** Numbers, codes and counts; an address or a list of days is only said to be there. */
function inCodes(wanted: SettingRows, keys: readonly string[]): EventData {
  return Object.fromEntries(
    keys.map((key) => {
      const value = wanted[key]
      if (value === null || typeof value === 'number') return [key, value]
      if (key.startsWith('channels.')) return [key, value as string | readonly string[]]
      if (key === 'outreach.quietHours') return [key, quietCode(value as QuietHours)]
      if (key === 'goals') return [key, (value as { poolHiresPercent: number }).poolHiresPercent]
      return [key, Array.isArray(value) ? value.length : true]
    }),
  )
}
const quietCode = (quiet: QuietHours): string => (quiet === 'off' ? 'off' : `${quiet.from}-${quiet.to}`)

export type UndoSettingsRefusal = { readonly kind: 'changed_since' }

/** **Undo** after a change of settings, as long as none was made after it. */
export const undoSettings = defineUseCase({
  name: 'undo-settings',
  permission: 'settings.change',
  input: z.object({ undoId: z.string().max(100) }),
  run: (ctx, { undoId }): Promise<Result<{ readonly changed: readonly string[] }, UndoSettingsRefusal>> =>
    ctx.uow.once<{ readonly changed: readonly string[] }, UndoSettingsRefusal>(
      ctx.idempotencyKey,
      'undo-settings',
      async (tx) => {
        const latest = Latest.safeParse((await tx.settings.all())[LATEST])
        if (asId(undoId) === undefined || !latest.success || latest.data.id !== undoId)
          return refuse({ kind: 'changed_since' })
        const changed = Object.keys(latest.data.before)
        for (const [key, value] of Object.entries(latest.data.before)) {
          if (value === null) await tx.settings.remove(key)
          else await tx.settings.set(key, value, ctx.actor.memberId, ctx.now)
        }
        await tx.settings.remove(LATEST)
        await tx.events.append({
          stream: `workspace:${ctx.workspace.id}`,
          type: 'settings.change_undone',
          data: { keys: changed },
        })
        return ok({ changed })
      },
    ),
})
