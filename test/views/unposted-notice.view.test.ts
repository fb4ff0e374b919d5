import { describe, expect, it } from 'vitest'
import { checkMessageBlocks } from '../../simulator/block-kit/check.ts'
import { renderUnpostedNotice } from '../../src/views/unposted-notice/blocks.ts'

const drawn = (address: string, code: string, isTriage = false) => {
  const { blocks } = renderUnpostedNotice({ address, code, isTriage })
  expect(() => checkMessageBlocks(blocks)).not.toThrow()
  return JSON.stringify(blocks)
}

describe('the news of a place where the bot could not speak', () => {
  it.each([
    [
      '#recruiting-triage',
      'channel_not_found',
      /in \*#recruiting-triage\*.*Create it, invite Medallist.*channel_not_found/,
    ],
    ['C0123ABCD', 'not_in_channel', /in <#C0123ABCD>.*\/invite @Medallist/],
    ['C0123ABCD', 'is_archived', /Unarchive it/],
    ['#general', 'channel_is_public', /Make it private/],
    ['C0123ABCD', 'restricted_action', /Allow Medallist to post/],
    ['U0123ABCD', 'user_disabled', /to <@U0123ABCD>.*needs somebody else/],
    ['U0123ABCD', 'channel_not_found', /to <@U0123ABCD>.*deactivated.*blocked the app.*`\/outreach`/],
    ['U0123ABCD', 'is_archived', /to <@U0123ABCD>.*blocked the app/],
    ['C0123ABCD', 'something_new', /Slack answered `something_new`/],
  ])('names %s and %s, and says what to do', (address, code, says) => {
    expect(drawn(address, code)).toMatch(says)
  })
  it('advises nothing about channels where a person could not be reached, and nests no bold', () => {
    for (const code of ['channel_not_found', 'restricted_action', 'user_not_found'])
      expect(drawn('U0123ABCD', code)).not.toMatch(/invite|settings|Posting there/)
    expect(drawn('#recruiting-triage', 'not_in_channel')).toContain('could not post in *#recruiting-triage*. Medallist')
  })
  it('says of the triage channel that no flag is lost', () => {
    expect(drawn('#recruiting-triage', 'not_in_channel', true)).toContain('each flag goes to the recruiters directly')
    expect(drawn('#others', 'not_in_channel')).not.toContain('recruiters directly')
  })
  it('is inert and fits, whatever the channel is called', () => {
    const said = drawn(
      `#<!channel> & <https://evil.example|x> ${'x'.repeat(5_000)}`,
      `<@U1> ${'y'.repeat(5_000)}`,
      true,
    )
    expect(said).not.toMatch(/<[!@h]/)
  })
})
