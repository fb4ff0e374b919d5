/** What is said where a free text speaks of a private matter: a warning beside the field, and a box to keep the words all the same. */
import type { KnownBlock } from '@slack/types'
import type { SensitiveWarning } from '../domain/candidate/sensitive.ts'
import { truncate } from '../domain/shared/text.ts'
import { concern, silver } from '../domain/shared/words/capture.ts'
import { field, option, plain } from './form-fields.ts'

/** The metadata keeps what was asked about, and has little room. */
const MOST = 3
const LONGEST = 50

/** As the metadata keeps them. */
export const asAsked = (found: readonly SensitiveWarning[]): SensitiveWarning[] =>
  found.slice(0, MOST).map(({ topic, words }) => ({ topic, words: truncate(words, LONGEST) }))

/** The same words are asked about once; other words are warned about anew. */
export const wereAsked = (warned: readonly SensitiveWarning[], before: readonly SensitiveWarning[] = []): boolean =>
  warned.every(({ words }) => before.some((one) => one.words === words))

export const concerns = (warned: readonly SensitiveWarning[], id: string): KnownBlock[] =>
  asAsked(warned).map(({ topic, words }, at) => ({
    type: 'alert',
    block_id: `${id}_concern_${at}`,
    level: 'warning',
    text: plain(concern(words, topic)),
  }))

export const keepBox = (id: string, keeps: string = silver.keepOption, label: string = silver.keepLabel): KnownBlock =>
  field({ id, label, hint: silver.keepHint }, { type: 'checkboxes', options: [option('keep', keeps)] })
