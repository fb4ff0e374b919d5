import { DEFAULT_OUTREACH_SETTINGS, type OutreachSettings, outreachSettings } from '../../domain/outreach/settings.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** Settings of outreach are rows named `outreach.<name>`, such as `outreach.recontactDays`. */
const PREFIX = 'outreach.'
export const POSTAL_ADDRESS = 'mail.postalAddress'

/** What an admin set, over what the environment says, over the defaults. A stored value out of bounds counts as not set, for all of them. */
export async function loadOutreachSettings(tx: Tx, environment: Partial<OutreachSettings>): Promise<OutreachSettings> {
  const rows = await tx.settings.all()
  const stored = Object.keys(DEFAULT_OUTREACH_SETTINGS).flatMap((name) => {
    const value = rows[`${PREFIX}${name}`]
    return value === undefined ? [] : [[name, value] as const]
  })
  const changed = outreachSettings({ ...environment, ...(Object.fromEntries(stored) as Partial<OutreachSettings>) })
  if (changed.ok) return changed.value
  const asStarted = outreachSettings(environment)
  return asStarted.ok ? asStarted.value : DEFAULT_OUTREACH_SETTINGS
}
