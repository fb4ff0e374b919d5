import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionsIn, mentionsNobody } from '../../simulator/mentions.ts'

const mention = fc.constantFrom(
  '<!channel>',
  '<!here|here>',
  '<!everyone>',
  '<@U00TOM>',
  '<@W0ANA|ana>',
  '<!subteam^S0RECRUIT|@recruiters>',
)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('a mention', () => {
  it('is found wherever it stands in mrkdwn, and never once it is escaped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        mention,
        fc.string({ unit: 'grapheme' }),
        (before, hostile, after) => {
          const said = (text: string) => ({
            text: '',
            blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text }] }],
          })
          const { users, groups, broadcast } = mentionsIn(said(before + hostile + after))

          expect(users.length + groups.length + broadcast.length).toBeGreaterThan(0)
          expect(mentionsNobody(said(escaped(before + hostile + after)))).toBe(true)
        },
      ),
    )
  })
})
