/** The weekly digest. It stands where many read it, so it names no candidate. */
import type { KnownBlock } from '@slack/types'
import { firstDay, lastDay } from '../../domain/metrics/weeks.ts'
import { metrics as words } from '../../domain/shared/words/metrics.ts'
import type { DigestModel } from '../../usecases/metrics/load-digest.ts'
import { plain } from '../form-fields.ts'
import { thanksLine } from '../metrics/blocks.ts'
import { nextActs, numberLines, poolTable } from '../metrics/lines.ts'
import { dayInWords, section, small } from '../mrkdwn.ts'

export function renderDigest(model: DigestModel): { readonly blocks: KnownBlock[]; readonly text: string } {
  const { now, before, goals, pools, span, zone, helpers, pictureId, weeks, byHand, cadenceDays } = model
  const from = dayInWords(firstDay(span, zone))
  const to = dayInWords(lastDay(span, zone))
  const headline = words.headline(now)
  const [keptInTouch = '', ...rest] = numberLines({ now, before, goals })
  const thanks = thanksLine(now.thanks, helpers)
  const picture: KnownBlock[] =
    pictureId === undefined ? [] : [{ type: 'image', slack_file: { id: pictureId }, alt_text: words.pictureAlt(weeks) }]
  return {
    text: words.fallback(headline),
    blocks: [
      { type: 'header', text: plain(byHand ? words.title.extra(from, to) : words.title.week(from, to)) },
      section(`*${headline}*\n${keptInTouch}`),
      section(rest.join('\n')),
      ...picture,
      poolTable(pools),
      ...nextActs(now, cadenceDays),
      ...(thanks === undefined ? [] : [section(thanks)]),
      small(words.threadFollows),
    ],
  }
}
