/** What an admin decides for the whole workspace, beside the restraint of outreach (`domain/outreach/settings.ts`). */
import { CADENCE } from '../pool/pool-limits.ts'
import type { Day } from '../shared/time.ts'

/** Where a recruiter's daily nudge comes: in the nudge channel, in their DM, or not at all. */
export const NUDGE_WAYS = ['channel', 'dm', 'off'] as const
export type NudgeWay = (typeof NUDGE_WAYS)[number]

/** What is changed together, in a form of its own. */
export const SETTING_SECTIONS = ['channels', 'rhythm', 'mail', 'restraint', 'model'] as const
export type SettingSection = (typeof SETTING_SECTIONS)[number]

/** The share of hires that shall come from pools, in per cent, and until when. */
export type Goals = { readonly poolHiresPercent: number; readonly by: Day | undefined }

export type WorkspaceSettings = {
  /** A channel's id, or its name with `#` as the environment has it. */
  readonly channels: { readonly triage: string; readonly nudge: string; readonly digest: string }
  /** Ids of the channels in which a reaction offers *Flag near-miss*. */
  readonly hiringChannels: readonly string[]
  /** Minutes of a working day by the workspace's clock. */
  readonly nudgeAt: number
  /** `weekday`: 1 is Monday. */
  readonly digest: { readonly weekday: number; readonly at: number }
  /** Days on which nobody is reminded of anything. */
  readonly holidays: readonly Day[]
  /** How many days may pass without a word where no pool says otherwise; new pools begin with it. */
  readonly cadenceDays: number
  /** Below every mail, where it is set. */
  readonly postalAddress: string | undefined
  /** What the model may read and write in a day; 0 leaves everything to templates and rules. */
  readonly modelDailyTokens: number
  /** Whether a model's likeness of words tells apart whoever is level for a role. */
  readonly matchLikeness: boolean
  readonly goals: Goals | undefined
}

/** Half past eight, before the day's meetings; the digest at nine on Mondays; a pool's usual quarter; about four hundred drafts of a model. */
export const DEFAULT_WORKSPACE_SETTINGS = {
  hiringChannels: [],
  nudgeAt: 8 * 60 + 30,
  digest: { weekday: 1, at: 9 * 60 },
  holidays: [],
  cadenceDays: CADENCE.usual,
  postalAddress: undefined,
  modelDailyTokens: 1_000_000,
  matchLikeness: false,
  goals: undefined,
} as const satisfies Omit<WorkspaceSettings, 'channels'>

/** Lowest and highest accepted. Counts are of what a list may hold. */
export const WORKSPACE_BOUNDS = {
  minuteOfDay: [0, 24 * 60 - 1],
  weekday: [1, 7],
  cadenceDays: [CADENCE.least, CADENCE.most],
  modelDailyTokens: [0, 100_000_000],
  goalPercent: [1, 100],
  holidays: [0, 100],
  hiringChannels: [0, 20],
  postalAddress: [1, 300],
} as const satisfies Record<string, readonly [number, number]>
