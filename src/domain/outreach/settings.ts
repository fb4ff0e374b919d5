/** How restrained the workspace wants to be. Admins change these; the stricter choice is the default. */
import { ok, type Result, refuse } from '../shared/result.ts'
import { DEFAULT_QUIET_HOURS, isQuietHours, type QuietHours } from './quiet-hours.ts'

export type OutreachSettings = {
  /** Days after a no before anything but an answer may be sent. */
  readonly recontactDays: number
  /** At most `capCount` messages to one person in `capDays` days, whoever sends them. */
  readonly capCount: number
  readonly capDays: number
  /** For how many days a colleague's message or reply means "already talking with". */
  readonly collisionDays: number
  readonly quietHours: QuietHours
  /** How long an approved message can be undone before it leaves. */
  readonly holdSeconds: number
  /** ATS data older than this is not trusted. */
  readonly atsFreshHours: number
}

/**
 * Ninety days is the usual re-application pause and one quarter of hiring. One message in fourteen days allows a message and one
 * follow-up a month, and never two at once. A conversation is somebody's for the same fourteen days.
 */
export const DEFAULT_OUTREACH_SETTINGS: OutreachSettings = {
  recontactDays: 90,
  capCount: 1,
  capDays: 14,
  collisionDays: 14,
  quietHours: DEFAULT_QUIET_HOURS,
  holdSeconds: 60,
  atsFreshHours: 24,
}

type NumberSetting = Exclude<keyof OutreachSettings, 'quietHours'>

/** Lowest and highest accepted. The cap cannot be turned off; the hold may be, the undo is then gone. */
export const OUTREACH_BOUNDS = {
  recontactDays: [0, 730],
  capCount: [1, 20],
  capDays: [1, 365],
  collisionDays: [0, 180],
  holdSeconds: [0, 3_600],
  atsFreshHours: [1, 168],
} as const satisfies Record<NumberSetting, readonly [number, number]>

export type SettingProblem =
  | { readonly setting: NumberSetting; readonly least: number; readonly most: number }
  /** Not `off`, no minutes of a day, or too little of the day left open. */
  | { readonly setting: 'quietHours' }

/** Lays changes over the defaults; every problem is named at once. What is stored may be of any shape, whatever its type says. */
export function outreachSettings(
  changes: Partial<OutreachSettings>,
): Result<OutreachSettings, readonly SettingProblem[]> {
  const settings = { ...DEFAULT_OUTREACH_SETTINGS, ...changes }
  const outOfBounds = (Object.keys(OUTREACH_BOUNDS) as NumberSetting[]).flatMap((setting): SettingProblem[] => {
    const [least, most] = OUTREACH_BOUNDS[setting]
    const value = settings[setting]
    return Number.isInteger(value) && value >= least && value <= most ? [] : [{ setting, least, most }]
  })
  const problems = isQuietHours(settings.quietHours)
    ? outOfBounds
    : [...outOfBounds, { setting: 'quietHours' } as const]
  return problems.length === 0 ? ok(settings) : refuse(problems)
}
