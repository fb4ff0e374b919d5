/** Which words are the model's and which of them were cut, so that nobody takes the one for the other. */
import type { KnownBlock } from '@slack/types'
import { withoutModel, writer } from '../../domain/shared/words/model.ts'
import type { DraftCardModel } from '../../usecases/outreach/load-draft-card.ts'
import { safe, small } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'

const LONGEST_LINE = 400
const ROOM = 1_900

export function whoWrote({ revision, instead }: Pick<DraftCardModel, 'revision' | 'instead'>): readonly KnownBlock[] {
  if (revision.author === 'model') return [small(writer.model), ...cutFrom(revision.cut ?? [])]
  if (revision.author !== 'template' || instead === undefined) return []
  if (instead === 'asked') return [small(writer.stillAsked)]
  return [small(writer.template(instead === 'answered' ? withoutModel.unsupported : withoutModel[instead]))]
}

function cutFrom(cut: readonly string[]): readonly KnownBlock[] {
  let left = ROOM
  const lines = cut
    .map((sentence) => writer.cutLine(safe(flat(sentence), LONGEST_LINE)))
    .filter((line) => {
      left -= line.length + 1
      return left >= 0
    })
  return lines.length === 0 ? [] : [small([writer.cut, ...lines].join('\n'))]
}
