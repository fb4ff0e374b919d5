/** *Preview*: the mail as the candidate will read it, letter by letter, and what stands below every mail. */
import type { KnownBlock, ModalView } from '@slack/types'
import { truncate } from '../../domain/shared/text.ts'
import { preview } from '../../domain/shared/words/draft-acts.ts'
import type { PreviewModel } from '../../usecases/outreach/preview-draft.ts'
import { plain } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'

/** What a rich text takes in one piece. */
const LONGEST_PARAGRAPH = 3_000

export function renderPreview({ from, to, subject, body, footer, textOf }: PreviewModel): ModalView {
  const address = to.address === undefined ? undefined : safe(to.address, 254)
  const blocks: KnownBlock[] = [
    section(
      [
        preview.from(safe(from.name, 200)),
        preview.to(safe(to.name, 300), address),
        preview.subject(safe(subject, 600)),
      ].join('\n'),
    ),
    ...(textOf === undefined ? [] : [small(preview.inTheirName(safe(textOf, 100)))]),
    { type: 'divider' },
    ...paragraphs(body),
    { type: 'divider' },
    small(
      `*${preview.below}*`,
      `${safe(footer.whoWeAre, 500)} ${safe(footer.whereFrom, 500)}`,
      safe(footer.howToObject, 500),
      preview.link(safe(footer.unsubscribe, 200)),
      footer.postalAddress === undefined ? preview.noPostal : safe(footer.postalAddress, 500),
    ),
  ]
  return { type: 'modal', title: plain(preview.title), close: plain(preview.close), blocks }
}

/** One block each, as the mail has them; the last holds whatever more there is. */
const MOST_PARAGRAPHS = 40

function paragraphs(body: string): readonly KnownBlock[] {
  const all = body.trim().split(/\n{2,}/)
  const shown = [...all.slice(0, MOST_PARAGRAPHS - 1), ...rest(all.slice(MOST_PARAGRAPHS - 1))]
  return shown.map((text) => ({
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: truncate(text, LONGEST_PARAGRAPH) || ' ' }] },
    ],
  }))
}

const rest = (more: readonly string[]): readonly string[] => (more.length === 0 ? [] : [more.join('\n\n')])
