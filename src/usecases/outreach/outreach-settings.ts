import { DEFAULT_OUTREACH_SETTINGS, type OutreachSettings, outreachSettings } from '../../domain/outreach/settings.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** Settings of outreach are rows named `outreach.<name>`, such as `outreach.recontactDays`. */
const PREFIX = 'outreach.'

/** What an admin set, over what the environment says, over the defaults. A stored value out of bounds counts as not set; the others stand. */
export async function loadOutreachSettings(tx: Tx, environment: Partial<OutreachSettings>): Promise<OutreachSettings> {
  const rows = await tx.settings.all()
  const stored = Object.keys(DEFAULT_OUTREACH_SETTINGS).flatMap((name) => {
    const value = rows[`${PREFIX}${name}`]
    return value === undefined ? [] : [[name, value] as const]
  })
  const changed = Object.fromEntries(stored) as Partial<OutreachSettings>
  const laid = outreachSettings({ ...environment, ...changed })
  if (laid.ok) return laid.value
  const wrong = new Set<string>(laid.refusal.map(({ setting }) => setting))
  const usable = Object.fromEntries(stored.filter(([name]) => !wrong.has(name))) as Partial<OutreachSettings>
  const mended = outreachSettings({ ...environment, ...usable })
  return mended.ok ? mended.value : DEFAULT_OUTREACH_SETTINGS
}
