/** What a `/silver` text says of a person, in the words that were typed, for the forms that ask for nothing but those. */
import { normaliseSlash } from '../shared/text.ts'
import { takeContacts } from './contacts-in-text.ts'
import type { ParsedSilver } from './parsed-silver.ts'
import { readHead } from './silver-head.ts'
import { takeLabelled } from './silver-labels.ts'

/** Name, role and place have fields of their own; a text that holds nothing else says nothing more. */
const SAID = ['impressed', 'bringBack', 'reason', 'standing', 'skills', 'tier', 'remoteOk'] as const

/** Behind the colon that ends the head all of it; without one what stands behind who, for what and where, without addresses. */
export function saidOf(raw: string, parsed: ParsedSilver, region?: string): string {
  const { text: unlabelled, fullName } = takeLabelled(normaliseSlash(raw))
  const { rest } = readHead(takeContacts(unlabelled, region).text, fullName !== undefined)
  const colon = unlabelled.indexOf(': ')
  if (colon >= 0 && /^[\s;]*: /.test(rest)) return unlabelled.slice(colon + 2)
  if (SAID.every((field) => parsed[field] === undefined)) return ''
  return rest.replace(/;(?:\s*[,;:](?=\s))+/g, ';').replace(/^[\s,;:.-]+|[\s,;:-]+$/g, '')
}
