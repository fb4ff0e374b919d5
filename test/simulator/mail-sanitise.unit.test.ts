import { describe, expect, it } from 'vitest'
import { sanitise } from '../../simulator/mail/sanitise.ts'

describe('the HTML of a mail', () => {
  it('keeps layout, styles and safe links, which open in a new tab', () => {
    expect(sanitise('<table width="600"><tr><td style="padding:4px">Hi</td></tr></table>')).toBe(
      '<table width="600"><tr><td style="padding:4px">Hi</td></tr></table>',
    )
    expect(sanitise('<a href="https://a.example/?x=1&amp;y=2">go</a>')).toBe(
      '<a href="https://a.example/?x=1&amp;y=2" target="_blank" rel="noopener noreferrer">go</a>',
    )
  })

  it.each([
    ['a script', '<script>alert(1)</script>after'],
    ['an unclosed script', 'before<script>alert(1)'],
    ['an event handler', '<img src=x onerror=alert(1)>'],
    ['an svg with a handler', '<svg/onload=alert(1)><a>x</a></svg>'],
    ['a frame', '<iframe src="https://evil.example"></iframe>'],
    ['a script link', '<a href="javascript:alert(1)">x</a>'],
    ['a script link in entities', '<a href="&#106;ava&#x73;cript&colon;alert(1)">x</a>'],
    ['a remote picture', '<img src="https://evil.example/pixel.gif">'],
    ['a style that fetches', '<p style="background:url(https://evil.example/a)">x</p>'],
    [
      'a stylesheet that fetches',
      '<style>@import "https://evil.example/a.css"; p{background:u\\rl(https://evil.example)}</style>',
    ],
    [
      'a stylesheet whose halves would join',
      '<style>@im@import;port "https://evil.example/a.css"; p{background:u<rl(https://evil.example)}</style>',
    ],
    ['a style whose halves would join', '<p style="background:u&lt;rl(https://evil.example/a)">x</p>'],
    ['a form', '<form action="https://evil.example"><input name=a></form>'],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example">'],
    ['broken quotes', '<a href="x\' onclick=\'alert(1)">x</a>'],
    ['a tag in a comment', '<!-- <img src=x onerror=alert(1)> -->'],
  ])('loses %s', (_what, html) => {
    expect(sanitise(html)).not.toMatch(
      /<script|<svg|<iframe|<form|<meta|<base|onerror=|onload=|javascript:|url\(|@import|src="?http|<img[^>]+http/i,
    )
  })

  it.each(['<a', '<a "', "<a '", '</script', '<script>', '<!--', '&#', '<style>@import'])(
    'is read even when it repeats %s',
    (part) => {
      // A pattern that grows with the square of its text runs into the test's time limit.
      expect(sanitise(part.repeat(500_000 / part.length))).not.toContain('<script')
    },
  )

  it('shows pictures that travel inside the message', () => {
    expect(sanitise('<img src="cid:logo" alt="Logo">', new Map([['logo', 'data:image/png;base64,AAAA']]))).toBe(
      '<img src="data:image/png;base64,AAAA" alt="Logo">',
    )
  })
})
