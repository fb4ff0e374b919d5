import { describe, expect, it } from 'vitest'
import { mentionsIn, mentionsNobody } from '../../simulator/mentions.ts'

describe('whom a message notifies', () => {
  it('counts people, groups and broadcasts in text, mrkdwn and rich text', () => {
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: 'ask <@U00TOM|tom> and <!subteam^S0RECRUIT>' } },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] }],
      },
    ]
    expect(mentionsIn({ text: '<!channel>', blocks })).toEqual({
      users: ['U00TOM'],
      groups: ['S0RECRUIT'],
      broadcast: ['channel', 'here'],
    })
  })

  it('counts nothing that was escaped or stands in plain text', () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: '<!channel> <@U00TOM>' } }]
    expect(mentionsNobody({ text: '&lt;!channel&gt; @here', blocks })).toBe(true)
  })
})
