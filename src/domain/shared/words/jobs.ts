/** Jobs that open and close, and whom we know already. What stands in sentences is escaped by the caller. */
import type { Seniority } from '../../candidate/candidate.ts'
import type { FitGap, FitReason } from '../../jobs/fit.ts'
import type { HireSource } from '../../jobs/hire.ts'
import { skillLabel } from '../../pool/skills.ts'
import { never } from '../result.ts'
import { seniorities } from './capture.ts'
import { functions } from './query-builder.ts'
import { cannotFind } from './shell.ts'

const days = (count: number): string => (count <= 0 ? 'today' : count === 1 ? 'yesterday' : `${count} days ago`)
const people = (count: number, more: boolean): string =>
  more ? `at least ${count} people` : count === 1 ? '1 person' : `${count} people`
const yearsOf = (count: number): string => (count === 1 ? '1 year' : `${count} years`)
const skillsOf = (skills: readonly string[]): string => skills.map(skillLabel).join(', ')

export const jobForm = {
  title: 'Open a job',
  submit: 'Open',
  close: 'Cancel',
  labels: {
    title: 'Title',
    location: 'Place',
    remote: 'Remote',
    skills: 'Skills',
    seniority: 'Seniority',
    manager: 'Hiring manager',
    openedOn: 'Opened on',
  },
  remoteOption: 'Can be done remotely',
  skillsHint: 'Separated by commas; k8s and Kubernetes are the same.',
  intro: 'Nobody is contacted by this. You hear whom you know already, with the reasons.',
  placeholders: { title: 'Senior SRE', location: 'London', skills: 'Kubernetes, Terraform', day: 'Choose a day' },
} as const

export const jobProblems = {
  no_such_day: 'Please choose a day.',
  day_in_future: 'That day is still to come. A job opens on the day itself.',
  day_too_old: 'That is more than three years ago. Please choose a later day.',
  too_many_skills: 'Please name the thirty skills that matter most.',
  unknown_manager: 'Please choose a colleague of this workspace.',
} as const

/** Which sources brought the hires for jobs like one. */
export const channels = {
  ask: 'Where from?',
  said: (sources: string): string => `*Hires for such jobs came from:* ${sources}`,
  source: (source: string, hires: number, all: number): string => `${source} ${hires} of ${all}`,
  tooFew: (hires: number): string =>
    `*Hires for such jobs:* ${hires} in three years, too few to say where the best come from.`,
  definition:
    'Counted are hires that *Close job* recorded in the last three years, for jobs whose role, place and level are like this one’s, by the source that was chosen there; each is how many of all of them. Under five say nothing.',
} as const

export const jobCard = {
  opened: (title: string, count: number): string => `:briefcase: *${title}* opened ${days(count)}.`,
  remote: 'remote',
  skills: skillsOf,
  manager: (who: string): string => `hiring manager ${who}`,
  known: (count: number, more: boolean): string => `You already know ${people(count, more)}`,
  yours: (count: number): string => `${count === 1 ? '1 of your people' : `${count} of your people`} may suit it`,
  flagged: (count: number): string =>
    count === 1 ? '1 of them was flagged by their manager' : `${count} of them were flagged by their manager`,
  nobody: 'Nobody on record suits it yet. `/pool` looks further; `/silver` adds whom you meet.',
  tooSlow: 'Looking for people took too long. `/pool job` and *Who fits* try again.',
  more: (count: number, query: string): string =>
    `${count} more suit it less well; \`/pool ${query}\` shows everybody for such a role.`,
  promise: 'Nobody was contacted. *Draft* writes to one person, and nothing leaves before you approve it.',
  owner: (name: string): string => `${name}’s relationship`,
  draft: 'Draft',
  open: 'Open',
  undo: 'Undo',
  close: 'Close job',
  fallback: 'A job opened. Here is whom you know already.',
  fallbackClosed: 'A job was closed.',
  takenBack: 'A job was opened here by mistake and taken back.',
  closed: {
    hired: (title: string): string => `:briefcase: *${title}* is filled.`,
    cancelled: (title: string): string => `:briefcase: *${title}* was cancelled.`,
  },
  flaggedBy: (name: string): string => `flagged by ${name}`,
  missing: (what: string): string => `Missing or to ask: ${what}`,
  nothingMissing: 'Nothing is missing, as far as we know',
} as const

export function reasonInWords(reason: FitReason, role: string): string {
  switch (reason.kind) {
    case 'tier':
      return `tier ${reason.tier}`
    case 'role':
      if (!reason.nearMiss) return reason.likeness === 'same' ? 'does such work' : 'does related work'
      return reason.likeness === 'same' ? `near-miss for ${role}` : `near-miss for a related role, ${role}`
    case 'skills':
      return `knows ${skillsOf(reason.skills)}`
    case 'nice':
      return `also ${skillsOf(reason.skills)}`
    case 'mentions':
      return `mentions ${skillsOf(reason.what)}`
    case 'skill_years':
      return reason.years < reason.asked
        ? `${reason.years} of ${yearsOf(reason.asked)} of ${skillLabel(reason.skill)}`
        : `${yearsOf(reason.years)} of ${skillLabel(reason.skill)}`
    case 'function':
      return `works in ${functions[reason.jobFunction].toLowerCase()}`
    case 'place':
      return `lives in ${reason.place}`
    case 'remote':
      return 'can work remotely'
    case 'level':
      return atLevel(reason.seniority)
    default:
      return never(reason)
  }
}

/** "senior level"; "mid-level" says it already. */
function atLevel(seniority: Seniority): string {
  const word = seniorities[seniority].toLowerCase()
  return word.endsWith('level') ? word : `${word} level`
}

export function gapInWords(gap: FitGap): string {
  switch (gap.kind) {
    case 'other_role':
      return 'such a role (none on record)'
    case 'skills':
      return `${skillsOf(gap.skills)} (not on record)`
    case 'any_skill':
      return `${gap.skills.map(skillLabel).join(' or ')} (none on record)`
    case 'nice':
      return `nice to have: ${skillsOf(gap.skills)}`
    case 'place_unknown':
      return 'where they live (not on record)'
    case 'place_not_known':
      return `lives in ${gap.place}, which is not known here`
    case 'role_place_not_known':
      return `how far they live from ${gap.place}, which is not known here`
    case 'remote_to_ask':
      return 'whether remote work suits them (to ask)'
    case 'would_move':
      return `a move, from ${gap.place}`
    case 'level':
      return `${atLevel(gap.seniority)} until now`
    case 'languages':
      return `${gap.languages.join(', ')} (not on record)`
    case 'years':
      return gap.years === 1 ? 'a year of experience (to ask)' : `${gap.years} years of experience (to ask)`
    case 'skill_years':
      return gap.years === undefined
        ? `${yearsOf(gap.asked)} of ${skillLabel(gap.skill)} (to ask)`
        : `${yearsOf(gap.asked - gap.years)} more of ${skillLabel(gap.skill)}`
    case 'other_function':
      return `${functions[gap.jobFunction].toLowerCase()} until now`
    default:
      return never(gap)
  }
}

export const jobList = {
  heading: (count: number, more: boolean): string =>
    `*Open jobs* · ${count}${more ? ' and more; the newest are shown' : ''}`,
  none: '*No job is open.* Open one and hear whom you know already.',
  row: (title: string, where: string): string => `*${title}*${where === '' ? '' : ` · ${where}`}`,
  opened: (count: number): string => `opened ${days(count)}`,
  whoFits: 'Who fits',
  close: 'Close job',
  open: 'Open a job',
  fallback: (count: number): string => (count === 0 ? 'No job is open.' : `Open jobs: ${count}.`),
} as const

export const hireSources = {
  silver_medallist: 'Silver medallist: we knew them',
  referral: 'Referral',
  careers_page: 'Careers page',
  job_board: 'Job board',
  sourced: 'We found and approached them',
  agency: 'Agency',
  internal: 'Internal move',
  event: 'Event',
  other: 'Another way',
} as const satisfies Record<HireSource, string>

export const closeForm = {
  title: 'Close job',
  submit: 'Close job',
  close: 'Cancel',
  about: (title: string): string => `*${title}*`,
  outcome: 'What became of it',
  outcomes: { hired: 'Filled: somebody took the offer', cancelled: 'Cancelled or put on hold' },
  who: 'Who took it',
  whoHint: 'Leave it empty where it is somebody who was never on record here.',
  whoPlaceholder: 'Type a name',
  source: 'Where they came from',
  openedOn: 'Opened on',
  openedHint: 'Times to fill count from here.',
  acceptedOn: 'Offer accepted on',
  appliedOn: 'Applied on',
  appliedHint: 'Times to hire count from here.',
  internalCost: 'Internal cost',
  internalHint: 'Such as 1,200.50: recruiters’ time, referral bonus.',
  externalCost: 'External cost',
  externalHint: 'Agency, advertisements, travel.',
  currency: 'Currency',
  day: 'Choose a day',
  onlyFilled: 'What follows is for a job that was filled.',
} as const

export const closeProblems = {
  source_needed: 'Please say where they came from.',
  day_needed: 'Please say on which day the offer was accepted.',
  no_such_day: 'Please choose a day.',
  day_in_future: 'That day is still to come.',
  before_opening: 'That is before the job opened. Please correct one of the two days.',
  after_acceptance: 'That is after the offer was accepted. Please correct one of the two days.',
  currency_needed: 'Please choose the currency of these costs.',
  not_an_amount: 'Please write an amount such as 1,200.50.',
  too_much: 'That is more than a hire can cost. Please check the zeros.',
} as const

export const jobRefusals = {
  job_gone: cannotFind.job,
  job_closed: 'This job is closed already. `/pool job` shows those that are open.',
  job_open: 'This job is open; nothing was changed.',
  not_yours: 'Only the one who opened this job can take that back. *Close job* ends it.',
  too_late: 'A day has passed, or somebody has worked with it since, so it stays. *Close job* ends it.',
  close_too_late: 'That was more than a day ago, so it stays closed. Open the job anew with `/pool job new`.',
  no_such_person: cannotFind.candidate,
  unknownUse: (word: string): string =>
    `\`/pool job\` does not know “${word}”. \`/pool job new Senior SRE in London\` opens one; \`/pool job\` shows those that are open.`,
} as const

export const jobAnswers = {
  closed: {
    hired: (title: string): string => `*${title}* is closed as filled.`,
    cancelled: (title: string): string => `*${title}* is closed as cancelled.`,
  },
  reopened: (title: string): string => `*${title}* is open again, and everything stands as before.`,
  fallbackClosed: 'The job is closed.',
  theJob: 'The job',
  undo: 'Undo',
} as const

/** Entries of the timeline. */
export const jobHistory = {
  hired: (title: string): string => `Hired: ${title}`,
  hireUndone: 'The hire was recorded by mistake and taken back.',
} as const
