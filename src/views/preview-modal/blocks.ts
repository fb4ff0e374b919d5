/** *Preview*: the mail as the candidate will read it, letter by letter, down to the last line. */
import type { KnownBlock, ModalView } from '@slack/types'
import { preview } from '../../domain/shared/words/draft-acts.ts'
import type { PreviewModel } from '../../usecases/outreach/preview-draft.ts'
import { plain } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'

export function renderPreview({ from, replyTo, to, subject, text, lacks, textOf }: PreviewModel): ModalView {
  const blocks: KnownBlock[] = [
    section(
      [
        preview.from(safe(from, 460)),
        preview.replyTo(safe(replyTo, 460)),
        preview.to(safe(to, 560), !lacks.address),
        preview.subject(safe(subject, 600)),
      ].join('\n'),
    ),
    ...(textOf === undefined ? [] : [small(preview.inTheirName(safe(textOf, 100)))]),
    { type: 'divider' },
    ...inPieces(text.trimEnd()),
    { type: 'divider' },
    small(preview.exactly),
    ...(lacks.postalAddress ? [small(preview.noPostal)] : []),
  ]
  return { type: 'modal', title: plain(preview.title), close: plain(preview.close), blocks }
}

/** What a rich text takes in one piece. */
const LONGEST_PIECE = 3_000

/** As few blocks as hold it, torn between lines where that is possible: nothing is added and nothing is left out. */
function inPieces(text: string): readonly KnownBlock[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > LONGEST_PIECE) {
    const line = rest.lastIndexOf('\n', LONGEST_PIECE - 1)
    const at = line > 0 ? line + 1 : LONGEST_PIECE
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...pieces, rest].map((piece) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: piece === '' ? ' ' : piece }] }],
  }))
}
