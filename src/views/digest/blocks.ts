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
  const { now, before, goals, pools, span, zone, helpers, byHand, cadenceDays } = model
  const from = dayInWords(firstDay(span, zone))
  const to = dayInWords(lastDay(span, zone))
  const headline = words.headline(now)
  const [keptInTouch = '', ...rest] = numberLines({ now, before, goals })
  const thanks = thanksLine(now.thanks, helpers)
  return {
    text: words.fallback(headline),
    blocks: [
      { type: 'header', text: plain(byHand ? words.title.extra(from, to) : words.title.week(from, to)) },
      section(`*${headline}*\n${keptInTouch}`),
      section(rest.join('\n')),
      ...pictureBlocks(model),
      poolTable(pools),
      ...nextActs(now, cadenceDays),
      ...(thanks === undefined ? [] : [section(thanks)]),
      small(words.threadFollows),
    ],
  }
}

/** A picture that is not there is owned up to: otherwise people look for it. */
function pictureBlocks({ pictures, trend, now, goalPercent }: DigestModel): readonly KnownBlock[] {
  const alt = {
    engagement: () => words.alt.engagement(trend),
    funnel: () => words.alt.funnel(now.year.funnel, now.year.hires, goalPercent),
  }
  const shown = pictures.flatMap(({ kind, fileId }): KnownBlock[] =>
    fileId === undefined ? [] : [{ type: 'image', slack_file: { id: fileId }, alt_text: alt[kind]() }],
  )
  const missing = pictures.length - shown.length
  return missing === 0 ? shown : [...shown, small(words.pictureMissing(missing))]
}
