import type { KnownBlock } from '@slack/types'
import { barredCompanies as words } from '../../domain/shared/words/do-not-contact.ts'
import { safe, section } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'

/** Its value is the company's name. */
export const UNDO_COMPANY_BAR = 'company_bar_undo'

/** What is said once a company is on the list. */
export function renderCompanyBarred(name: string): { readonly text: string; readonly blocks: readonly KnownBlock[] } {
  const text = words.added(safe(name, 300))
  return {
    text,
    blocks: [section(text), { type: 'actions', elements: [button(UNDO_COMPANY_BAR, words.undo, name)] }],
  }
}
