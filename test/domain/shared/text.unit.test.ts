import { describe, expect, it } from 'vitest'
import {
  escapeMrkdwn,
  fold,
  NOT_ABBREVIATED,
  nearest,
  normaliseSlash,
  truncate,
} from '../../../src/domain/shared/text.ts'

describe('the text of a slash command', () => {
  it.each([
    ['an address that Slack wrapped', 'Ana <mailto:ana@example.com|ana@example.com>', 'Ana ana@example.com'],
    ['an address in brackets that Slack escaped', 'Ana &lt;ana@example.com&gt;', 'Ana <ana@example.com>'],
    ['a wrapped address inside escaped brackets', 'Ana &lt;<mailto:a@b.co|a@b.co>&gt;', 'Ana <a@b.co>'],
    ['a phone number', '<tel:+351912345678|+351 912 345 678>', '+351 912 345 678'],
    ['a link as it was typed', '<http://linkedin.com/in/ana|linkedin.com/in/ana>', 'linkedin.com/in/ana'],
    ['a link with other words, target kept', '<https://evil.example|click>', 'click (https://evil.example)'],
    ['a mention as the id', 'owner:<@U123ABC|ana>', 'owner:@U123ABC'],
    ['a channel by its name', '<#C1|general>', '#general'],
    ['a broadcast as plain words', '<!channel> <!subteam^S1|@sre>', '@channel @sre'],
    ['curly quotes', 'location:“New York” O’Neil', 'location:"New York" O\'Neil'],
    ['long dashes as minus', '—skill:php –x −y', '-skill:php -x -y'],
    ['exotic spaces', 'a\u00a0b\u2003c\u3000d\te', 'a b c d e'],
    ['an escaped comparison', 'stale:&gt;90d', 'stale:>90d'],
    ['an entity that the person typed letter by letter', '&amp;lt;', '&lt;'],
    ['NUL, direction marks and zero width', 'a\u0000b\u202ec\u2066d\u200be\ufefff', 'abcdef'],
    ['lone surrogates', 'a\ud800b', 'ab'],
    ['full-width punctuation', 'skill：go', 'skill:go'],
    ['Windows line breaks', 'a\r\nb', 'a\nb'],
  ])('reads %s', (_, raw, plain) => {
    expect(normaliseSlash(raw)).toBe(plain)
  })

  it('keeps a family emoji and a Persian joiner whole', () => {
    expect(normaliseSlash('👩‍👧 می‌خواهم')).toBe('👩‍👧 می‌خواهم')
  })
})

describe('comparing words', () => {
  it.each([
    ['São Paulo', 'sao paulo'],
    ['  ŁÓDŹ ', 'lodz'],
    ['Straße', 'strasse'],
    ['Ana 🥈 Souza', 'ana souza'],
  ])('takes %s for %s', (text, folded) => expect(fold(text)).toBe(folded))

  it.each([
    ['skil', 'skill'],
    ['lcoation', 'location'],
    ['loc', 'location'],
    ['senority', 'seniority'],
  ])('guesses that %s meant %s', (typed, meant) => {
    expect(nearest(typed, ['skill', 'location', 'seniority', 'stale'])).toBe(meant)
  })

  it('asks nothing where no word is near', () => {
    expect(nearest('birthday', ['skill', 'location'])).toBeUndefined()
    expect(nearest('', ['skill'])).toBeUndefined()
  })
})

describe('a full stop', () => {
  const ends = new RegExp(`[.]${NOT_ABBREVIATED} `)
  it.each([
    'Sr. SRE',
    'SR. SRE',
    'Jr. Dev',
    'Snr. Dev',
    'St. Gallen',
    'Dr. Lind',
    'Mrs. Lind',
    'Go vs. Rust',
    'e.g. Go',
    'No. 5',
    'min. 3',
  ])('ends nothing in %s', (text) => expect(ends.test(text)).toBe(false))
  it.each(['I said no. She', 'a test. Then', 'in the first. Then', 'She stars. He'])('ends a sentence in %s', (text) =>
    expect(ends.test(text)).toBe(true),
  )
})

describe('text on its way to Slack', () => {
  it('cannot mention or link', () => {
    expect(escapeMrkdwn('<!channel> & <https://evil|x>')).toBe('&lt;!channel&gt; &amp; &lt;https://evil|x&gt;')
  })

  it('is cut between letters as people see them', () => {
    expect(truncate('Ana 👩‍👩‍👧‍👧 Souza', 8)).toBe('Ana…')
    expect(truncate('cafe\u0301 society', 6)).toBe('cafe\u0301…')
    expect(truncate('short', 5)).toBe('short')
  })
})
