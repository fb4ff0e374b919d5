import type { RichTextBlock } from '@slack/types'
import type { RevisionRow } from '../../usecases/ports/drafts.ts'

/** Rich text is taken letter by letter: nothing in it can become a mention or a link. What is specific to this person stands out. */
export function renderLetter(revision: Pick<RevisionRow, 'body' | 'claims'>): RichTextBlock {
  const parts: { type: 'text'; text: string; style?: { bold: true } }[] = []
  let reached = 0
  for (const { start, end } of revision.claims) {
    if (start > reached) parts.push({ type: 'text', text: revision.body.slice(reached, start) })
    parts.push({ type: 'text', text: revision.body.slice(start, end), style: { bold: true } })
    reached = end
  }
  if (reached < revision.body.length) parts.push({ type: 'text', text: revision.body.slice(reached) })
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: parts }] }
}
