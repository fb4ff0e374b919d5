/** Whether a row of a file is about whoever has one of its contacts. Pure. */
import { alignNames } from '../candidate/align-names.ts'
import { isCommonGivenName } from '../candidate/common-given-names.ts'
import { isCommon, isEastAsian } from '../candidate/common-surnames.ts'
import { areTwoGenerations, type NameWord, type ReadName, readName } from '../candidate/name-words.ts'
import { isGivenName, kinship } from '../candidate/short-names.ts'
import { fold } from '../shared/text.ts'
import type { ImportedContact } from './imported.ts'

/** Where relatives and colleagues share a contact, two names have to be as alike as this. */
const SURE = 0.9

/**
 * `common` are the contacts that both have. An address or a number may be a family's or an office's, and an exact merge must never be wrong:
 * the names have to stand for one another, by short forms, spellings, scripts, order, initials or further names. With an address of
 * their own somebody may have married, unless many bear that given name.
 */
export function mayBeOne(name: string, other: string, common: readonly ImportedContact[]): boolean {
  if (closed(name) === closed(other)) return true
  const { strength } = alignNames(name, other)
  if (common.every(isShared)) return strength >= SURE
  return strength > 0 || haveOneGivenName(readName(name), readName(other))
}

const closed = (name: string): string => fold(name).replace(/\s+/g, '')

const DESKS =
  /^(?:info|contact|contacto|contato|kontakt|office|mail|hello|team|admin|jobs?|careers?|hr|rh|people|talent|recruit(?:ing|ment|er|ers)?|staffing|candidates?|applications?|bewerbung(?:en)?|cvs?|resumes?|sales|support|enquiries|inquiries)(?:[+.@_-]|$)/

/** A number, or the address of a desk. */
const isShared = ({ kind, value }: ImportedContact): boolean =>
  kind === 'phone' || (kind === 'email' && DESKS.test(value.toLowerCase()))

/** The given name and another surname, or no surname at all. */
function haveOneGivenName(one: ReadName, other: ReadName): boolean {
  if (areTwoGenerations(one, other)) return false
  const [[mine, ...ours] = [], [yours, ...theirs] = []] = [one.ways[0], other.ways[0]]
  if (mine === undefined || yours === undefined || mine.initial || yours.initial) return false
  const isOne = mine.sound === yours.sound || kinship(mine.sound, yours.sound) !== undefined
  if (!isOne || [mine, yours].some(isSurname)) return false
  if (ours.length === 0 || theirs.length === 0) return true
  // Behind a surname the given names stand, and these are two.
  if (!isGivenName(mine.sound) && [ours, theirs].every((words) => words.some(({ sound }) => isGivenName(sound))))
    return false
  return ![mine, yours].some(({ sound }) => isCommonGivenName(sound))
}

const isSurname = ({ sound, folded }: NameWord): boolean =>
  isEastAsian(folded) || (isCommon(sound) && !isGivenName(sound))
