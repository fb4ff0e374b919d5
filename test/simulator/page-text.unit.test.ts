import { describe, expect, it } from 'vitest'
import { formatDate, instantOf, localOf } from '../../simulator/page/client/text/dates.ts'
import { parseMarkdown } from '../../simulator/page/client/text/markdown.ts'
import { parseInline, parseMrkdwn, parsePlain } from '../../simulator/page/client/text/mrkdwn.ts'
import { safeUrl } from '../../simulator/page/client/text/nodes.ts'

const text = (words: string) => ({ kind: 'text', text: words })
const at = Date.UTC(2026, 2, 2, 9, 5, 7) / 1000

describe('mrkdwn', () => {
  it('reads marks only at the edges of words', () => {
    expect(parseInline('*bold* _it_ ~no~ `x`')).toEqual([
      { kind: 'bold', children: [text('bold')] },
      text(' '),
      { kind: 'italic', children: [text('it')] },
      text(' '),
      { kind: 'strike', children: [text('no')] },
      text(' '),
      { kind: 'code', text: 'x' },
    ])
    for (const plain of ['snake_case_name', '2*3*4', 'a ~ b ~ c', '* not bold *'])
      expect(parseInline(plain)).toEqual([text(plain)])
  })

  it('nests marks and keeps code as it is', () => {
    expect(parseInline('*bold _both_*')).toEqual([
      { kind: 'bold', children: [text('bold '), { kind: 'italic', children: [text('both')] }] },
    ])
    expect(parseInline('`*a* &lt;b&gt;`')).toEqual([{ kind: 'code', text: '*a* <b>' }])
  })

  it('reads mentions, dates and links', () => {
    expect(parseInline('<@U1> <#C1|general> <!subteam^S1> <!here> <https://a.example?a=1&amp;b=2|label>')).toEqual([
      { kind: 'user', id: 'U1', label: '' },
      text(' '),
      { kind: 'channel', id: 'C1', label: 'general' },
      text(' '),
      { kind: 'usergroup', id: 'S1', label: '' },
      text(' '),
      { kind: 'broadcast', range: 'here' },
      text(' '),
      { kind: 'link', url: 'https://a.example?a=1&b=2', children: [text('label')] },
    ])
    expect(parseInline('<!date^1772442000^{date} at {time}^https://a.example|then>')).toEqual([
      { kind: 'date', seconds: 1772442000, format: '{date} at {time}', url: 'https://a.example', fallback: 'then' },
    ])
  })

  it('finds bare addresses without the full stop after them', () => {
    expect(parseInline('see https://a.example/x.')).toEqual([
      text('see '),
      { kind: 'link', url: 'https://a.example/x', children: [text('https://a.example/x')] },
      text('.'),
    ])
  })

  it('makes no link of an address that could run something', () => {
    expect(parseInline('<javascript:alert(1)|click>')).toEqual([text('click')])
    for (const bad of ['javascript:alert(1)', ' data:text/html,x', 'vbscript:x', '//a.example', 'java\nscript:x'])
      expect(safeUrl(bad)).toBeUndefined()
  })

  it('reads fences, quotes and lists by line', () => {
    expect(parseMrkdwn('a\n&gt; q1\n> q2\n• x\n2. y\n```code\n*x*```').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'quote',
      'list',
      'list',
      'pre',
    ])
    expect(parseMrkdwn('```open')).toEqual([{ kind: 'paragraph', children: [text('```open')] }])
  })

  it('reads the longest message, whatever is in it', () => {
    for (const part of ['*a* ', '*a ', '<a', '`', ':x:', '_', '<https://a.example|x> ']) {
      // A pattern that grows with the square of its text runs into the test's time limit.
      expect(parseMrkdwn(part.repeat(40_000 / part.length)), part).not.toEqual([])
    }
  })

  it('turns shortcodes of plain text into pictures unless told not to', () => {
    expect(parsePlain(':tada: *x*')).toEqual([{ kind: 'emoji', name: 'tada' }, text(' *x*')])
    expect(parsePlain(':tada:', false)).toEqual([text(':tada:')])
  })
})

describe('the markdown block', () => {
  it('reads headings, lists, tables and code, and leaves HTML as text', () => {
    const kinds = parseMarkdown(
      '# One\n\n- a\n  - b\n- c\n\n| A | B |\n|--|--|\n| 1 | 2 |\n\n```\n<b>\n```\n---\n> q\n\n<b>x</b>',
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(['heading', 'list', 'table', 'pre', 'rule', 'quote', 'paragraph'])
  })

  it('means bold by two stars and italic by one', () => {
    expect(parseMarkdown('**b** *i* ~~s~~ [l](https://a.example) [x](javascript:alert(1))')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'bold', children: [text('b')] },
          text(' '),
          { kind: 'italic', children: [text('i')] },
          text(' '),
          { kind: 'strike', children: [text('s')] },
          text(' '),
          { kind: 'link', url: 'https://a.example', children: [text('l')] },
          text(' '),
          text('x'),
        ],
      },
    ])
  })
})

describe("a date token, in the reader's zone", () => {
  it.each([
    ['{date_num}', '2026-03-02'],
    ['{date}', 'March 2nd, 2026'],
    ['{date_short}', 'Mar 2, 2026'],
    ['{date_long}', 'Monday, March 2nd, 2026'],
    ['{date_pretty}', 'yesterday'],
    ['{time}', '4:05 AM'],
    ['{time_secs}', '4:05:07 AM'],
    ['{ago}', '1 day ago'],
    ['{unknown}', '{unknown}'],
  ])('%s reads %s', (token, words) => {
    expect(formatDate(at, token, 'America/New_York', new Date((at + 86_400) * 1000)).replace('\u202f', ' ')).toBe(words)
  })

  it('goes from the clock to the instant and back, over a change of clocks too', () => {
    expect(instantOf('2026-07-01T10:00', 'Europe/London').toISOString()).toBe('2026-07-01T09:00:00.000Z')
    for (const local of ['2026-03-29T00:30', '2026-03-29T02:30', '2026-10-25T03:00'])
      expect(localOf(instantOf(local, 'Europe/London'), 'Europe/London')).toBe(local)
  })
})
