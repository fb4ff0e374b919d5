/** What "Add a silver medallist" asks, as plain data: the form as it was typed, before anybody judged it. */
import { skillLabel } from '../pool/skills.ts'
import type { ParsedSilver } from './parsed-silver.ts'
import { MAX_EMAIL, MAX_NAME, MAX_ROLE, MAX_TEXT } from './validate.ts'

/** The seven that are asked first. */
export const FIRST_FIELDS = ['fullName', 'email', 'role', 'standing', 'reason', 'impressed', 'permission'] as const
/** The rest, which *More details* unfolds. */
export const MORE_FIELDS = [
  'phone',
  'profileLink',
  'stage',
  'bringBack',
  'advice',
  'skills',
  'location',
  'headline',
  'company',
  'seniority',
  'tier',
  'pool',
  'owner',
  'referredBy',
  'nextTouch',
] as const
/** `standingDay` stands behind *Where things stand* where that needs a day. */
export const SILVER_FIELDS = [...FIRST_FIELDS, 'standingDay', ...MORE_FIELDS] as const
export type SilverField = (typeof SILVER_FIELDS)[number]
export type MoreField = (typeof MORE_FIELDS)[number]

/** Every answer as text: what was typed, the code of a choice, an ISO day, a pool's id, the owner's Slack id. */
export type SilverEntry = { readonly [Field in SilverField]?: string | undefined }

/** The longest answer that each typed field takes. */
export const SILVER_LIMITS = {
  fullName: MAX_NAME,
  email: MAX_EMAIL,
  role: MAX_ROLE,
  impressed: MAX_TEXT,
  phone: 60,
  profileLink: 2000,
  stage: 150,
  bringBack: MAX_TEXT,
  advice: MAX_TEXT,
  skills: 1000,
  location: 150,
  headline: 200,
  company: 150,
} as const satisfies Partial<Record<SilverField, number>>

/** More skills than this are a list of keywords, not of strengths. */
export const MOST_SKILLS = 30

/** The form as the rules filled it in from a text. */
export function entryOfText(parsed: ParsedSilver & { readonly advice?: string }): SilverEntry {
  const { skills, remoteOk, location, standingDay, standingBetween: _, ...same } = parsed
  const where =
    remoteOk === undefined ? location : [location, remoteOk ? 'remote' : 'not remote'].filter(Boolean).join(', ')
  return {
    ...same,
    ...(standingDay === undefined ? {} : { standingDay }),
    ...(where === undefined ? {} : { location: where }),
    ...(skills === undefined || skills.length === 0 ? {} : { skills: skills.map(skillLabel).join(', ') }),
  }
}

/** *Told no on…* needs its day; of the other outcomes it may be known. */
export const asksForDay = (standing: string | undefined): boolean =>
  standing === 'told_no' || standing === 'withdrew' || standing === 'declined_offer' || standing === 'hired'

const REMOTE =
  /\b(?:(not|no|non|never)[\s-]+)?(?:fully |open to |or |and |also )?remote(?:[\s-]+(?:ok|only|first|friendly|possible))?\b/i

/** "London, remote" says two things: the place, and whether the person works from afar. */
export function splitLocation(text: string): {
  readonly place: string | undefined
  readonly remoteOk: boolean | undefined
} {
  const found = REMOTE.exec(text)
  if (found === null) return { place: text === '' ? undefined : text, remoteOk: undefined }
  const place = text
    .replace(REMOTE, '')
    .replace(/\(\s*\)/g, '')
    .replace(/\s*([,/;|·-]\s*)+$/, '')
    .replace(/^(\s*[,/;|·-])+\s*/, '')
    .replace(/\b(or|and)\s*$/i, '')
    .trim()
  return { place: place === '' ? undefined : place, remoteOk: found[1] === undefined }
}
